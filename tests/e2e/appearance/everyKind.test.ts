import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoundAsking } from '../../support/askedRound.ts';
import { findViolations } from '../../support/browser/accessibility.ts';
import { answerByKeys, tabTo } from '../../support/browser/keyboard.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { everyKind, keyboardJourney } from '../../support/everyKind.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';

// Every kind of question as the production server draws it. The demonstration's questionnaires have not all of them, and
// the staff can choose among those only: so a server of its own, on a database where a round asks all kinds.

let program: ProgramWithDatabase;
let browser: Browser;
let page: Page;
let home = '';

const linkTo = async (questionnaire: Readonly<Record<string, unknown>>, municipalityId: string) => {
	const { token } = await openRoundAsking(questionnaire, { ...program, municipalityId });
	return `${program.server.origin}/svara/${token}`;
};

beforeAll(async () => {
	program = await startProgramWithDatabase();
	browser = await openBrowser();
	const context = await browser.newContext({ bypassCSP: true, locale: 'sv-SE', reducedMotion: 'reduce' });
	page = await context.newPage();
	await page.goto(await linkTo(everyKind, '9994'));
	home = page.url();
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

/** In a wide window, and in one of 320 px, which is what 400 % of 1280 leaves. */
async function faultsInWindows(): Promise<string[]> {
	const faults: string[] = [];
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 800 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const found = await findViolations(page);
			faults.push(...found.map((fault) => `${String(width)} px, ${colorScheme}: ${fault}`));
		}
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (overflow > 0) faults.push(`${String(overflow)} px wider than ${String(width)} px`);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
	return faults;
}

/** Links in the list of faults that lead to a control, or a group of controls, which is not said to have its fault. */
function unmarked(): Promise<string[]> {
	return page.evaluate(() => {
		const targets = [...document.querySelectorAll<HTMLAnchorElement>('.error-summary a')].map(
			({ hash }) => hash
		);
		return targets.filter((hash) => {
			const target = document.getElementById(decodeURIComponent(hash.slice(1)));
			const described =
				target?.closest('[aria-describedby$="-error"]') ?? target?.closest('[aria-describedby*="-error "]');
			return !target?.checkVisibility() || !described;
		});
	});
}

const tree = () => page.locator('main').ariaSnapshot();
const live = () => page.locator('form[data-answers="live"]').waitFor();

test('at rest: no fault in light or dark, wide or at 320 px; name, role and state of each kind', async () => {
	await page.goto(`${home}/sida/1`);
	await live();
	expect(await faultsInWindows()).toEqual([]);
	await expect(await tree()).toMatchFileSnapshot('everyKind.rest.txt');
});

test('with faults: each kind says what is missing, and is marked as such', async () => {
	await page.locator('button[value="nasta"]').click();
	await page.locator('.error-summary').waitFor();
	expect(await unmarked()).toEqual([]);
	expect(await faultsInWindows()).toEqual([]);
	await expect(await tree()).toMatchFileSnapshot('everyKind.faults.txt');
});

test('out of reach: each kind is there, and disabled', async () => {
	await page.goto(`${home}/sida/2`);
	await live();
	expect(await faultsInWindows()).toEqual([]);
	await expect(await tree()).toMatchFileSnapshot('everyKind.disabled.txt');
	await page.locator('input[name="hinder"][value="ja"]').check();
	await page.locator('fieldset[disabled]').first().waitFor({ state: 'detached' });
	expect(await page.locator('form :disabled').count()).toBe(0);
});

test('from the link to the receipt by keyboard alone, with the focus in sight all the way', async () => {
	await page.goto(await linkTo(keyboardJourney, '9995'));
	await tabTo(page, ({ text }) => text === 'Börja svara');
	await page.keyboard.press('Enter');
	for (const heading of ['Första sidan', 'Andra sidan']) {
		await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
		await live();
		const isOn = ({ kind, value }: { kind: string; value: string }) => kind === 'button' && value === 'nasta';
		await tabTo(page, isOn, (focus) => answerByKeys(page, focus));
		await page.keyboard.press('Enter');
	}
	await page.getByRole('heading', { name: 'Granska och skicka in' }).waitFor();
	await tabTo(page, ({ kind, value }) => kind === 'button' && value === 'skicka');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Tack, svaret är inskickat' }).waitFor();
	expect(await page.getByText('Mer samverkan.').count()).toBe(1);
});
