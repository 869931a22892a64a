import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findViolations } from '../../support/browser/accessibility.ts';
import { answerToReview, pressOnPage } from '../../support/browser/answerInBrowser.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openLinksOf } from '../../support/browser/openLinks.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import type { Letter } from '../../support/browser/letters.ts';

// A unit answers together with a colleague and its manager: in browsers that run the pages' script, and in browsers that
// run none. Each link has a browser of its own, and each test goes on where the one before it ended.

const address = inject('serverAddress');

let browser: Browser;
let letters: Letter[];

beforeAll(async () => {
	browser = await openBrowser();
	letters = await openLinksOf(browser, 'socialtjanst');
});

afterAll(() => browser.close());

interface Holder {
	readonly page: Page;
	readonly home: string;
	readonly context: BrowserContext;
}

async function open(token: string, javaScriptEnabled: boolean): Promise<Holder> {
	const context = await browser.newContext({ baseURL: address, javaScriptEnabled, bypassCSP: true });
	const page = await context.newPage();
	await page.goto(`/svara/${token}`);
	const home = new URL(page.url()).pathname.replace(/\/godkanna$/, '');
	return { page, home, context };
}

const press = async (page: Page, name: string) => {
	await page.getByRole('button', { name, exact: true }).click();
};
const main = (page: Page) => page.locator('main').innerText();
const givenToken = async (page: Page) => (await page.locator('.address').innerText()).trim().slice(-22);

describe.each([
	['with the pages’ script', true, 0],
	['without any script', false, 1]
] as const)('%s', (...[, runsScript, place]) => {
	let unit: Holder;
	let manager: Holder;

	/** No fault that axe can see, and no wider than a phone. Axe is itself a script. */
	async function expectAccessible(page: Page): Promise<void> {
		if (!runsScript) return;
		expect(await findViolations(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 800 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThan(1);
		await page.setViewportSize({ width: 1366, height: 900 });
	}

	async function change(count: string): Promise<void> {
		await unit.page.goto(`${unit.home}/sida/2`);
		await unit.page.locator('[name="A3_antal"]').fill(count);
		await pressOnPage(unit.page, 'granska');
	}

	beforeAll(async () => {
		unit = await open(letters[place]?.token ?? '', runsScript);
	});

	afterAll(async () => {
		await manager.context.close();
		await unit.context.close();
	});

	test('a colleague is asked for a part, begins there, and sees the rest', async () => {
		await unit.page.goto(`${unit.home}/kollegor`);
		await unit.page.getByLabel('Vem är länken till?').fill('Statistiken');
		await unit.page.locator('[name="del"]').nth(3).check();
		await press(unit.page, 'Skapa länken');
		const colleague = await open(await givenToken(unit.page), runsScript);
		await expectAccessible(unit.page);
		expect(await main(colleague.page)).toContain('Det här är du ombedd att svara på');
		await expectAccessible(colleague.page);
		await colleague.page.locator('.actions .button').first().click();
		await colleague.page.waitForURL(`**${colleague.home}/sida/4`);
		await colleague.page.goto(`${colleague.home}/sida/2`);
		expect(await colleague.page.locator('[name="A3_antal"]').count()).toBe(1);
		await unit.page.goto(`${unit.home}/kollegor`);
		await unit.page.getByRole('button', { name: /^Dra tillbaka/ }).click();
		await unit.page.getByText('Ingen länk är given.').waitFor();
		expect((await colleague.page.goto(colleague.home))!.status()).toBe(404);
		await colleague.context.close();
	});

	test('everything is answered, and the manager is asked', async () => {
		const { instrument, answers } = questionnaireOf('socialtjanst', letters[place]?.unitName ?? '', 2026);
		await unit.page.goto(`${unit.home}/sida/1`);
		await answerToReview(unit.page, instrument, answers);
		await unit.page.getByRole('link', { name: 'Ge chefen en egen länk att godkänna med' }).click();
		await unit.page.getByRole('heading', { name: 'Be om godkännande' }).waitFor();
		await expectAccessible(unit.page);
		await press(unit.page, 'Skapa chefens länk');
		manager = await open(await givenToken(unit.page), runsScript);
		await expectAccessible(unit.page);
	});

	test('the manager’s link shows all answers, changes none and leads nowhere else', async () => {
		expect(new URL(manager.page.url()).pathname).toBe(`${manager.home}/godkanna`);
		expect(await manager.page.locator('.answer').count()).toBeGreaterThan(20);
		expect(await manager.page.locator('.answers a').count()).toBe(0);
		await expectAccessible(manager.page);
		await manager.page.goto(`${manager.home}/sida/2`);
		expect(new URL(manager.page.url()).pathname).toBe(`${manager.home}/godkanna`);
	});

	test('nothing is sent before the manager has said yes', async () => {
		await unit.page.goto(`${unit.home}/granska`);
		expect(await main(unit.page)).toContain('Väntar på chefens godkännande');
		expect(await unit.page.getByRole('button', { name: 'Skicka in' }).count()).toBe(0);
	});

	test('answers come back with a comment, which may not be empty', async () => {
		await press(manager.page, 'Skicka tillbaka');
		await manager.page.locator('.error-summary').waitFor();
		await expectAccessible(manager.page);
		await manager.page.getByLabel('Vad ska ändras?').fill('Räkna om medarbetarna.');
		await press(manager.page, 'Skicka tillbaka');
		await manager.page.getByText('Du har skickat tillbaka svaren').waitFor();
		await unit.page.goto(`${unit.home}/granska`);
		expect(await main(unit.page)).toContain('Räkna om medarbetarna.');
	});

	test('a verdict about answers that were changed meanwhile is not taken', async () => {
		await change('17');
		await press(manager.page, 'Godkänn svaren');
		await manager.page.getByText('Svaren ändrades medan du läste').waitFor();
		await press(manager.page, 'Godkänn svaren');
		await manager.page.getByText('Du har godkänt svaren').waitFor();
		await unit.page.goto(`${unit.home}/granska`);
		await unit.page.getByText('Chefen har godkänt svaren').waitFor();
		await expectAccessible(unit.page);
	});

	test('a later change makes the approval void, and both sides are told', async () => {
		await change('18');
		await unit.page.getByText('Svaren har ändrats sedan chefen godkände dem').waitFor();
		expect(await unit.page.getByRole('button', { name: 'Skicka in' }).count()).toBe(0);
		await manager.page.goto(`${manager.home}/godkanna`);
		await manager.page.getByText('Svaren har ändrats sedan du godkände dem').waitFor();
		await press(manager.page, 'Godkänn svaren');
		await manager.page.getByText('Du har godkänt svaren').waitFor();
	});

	test('a request that is withdrawn closes the manager’s link, and the respondent answers for it', async () => {
		await unit.page.goto(`${unit.home}/godkannande`);
		await press(unit.page, 'Dra tillbaka begäran');
		await unit.page.getByRole('heading', { name: 'Be om godkännande' }).waitFor();
		expect((await manager.page.goto(`${manager.home}/godkanna`))!.status()).toBe(404);
		await unit.page.goto(`${unit.home}/granska`);
		expect(await main(unit.page)).toContain('En fråga återstår');
	});

	test('the answers are sent when they are approved, and the manager’s link says so', async () => {
		await unit.page.goto(`${unit.home}/godkannande`);
		await press(unit.page, 'Skapa chefens länk');
		await manager.context.close();
		manager = await open(await givenToken(unit.page), runsScript);
		await press(manager.page, 'Godkänn svaren');
		await manager.page.getByText('Du har godkänt svaren').waitFor();
		await unit.page.goto(`${unit.home}/granska`);
		await press(unit.page, 'Skicka in');
		await unit.page.getByRole('heading', { name: 'Tack, svaret är inskickat' }).waitFor();
		await manager.page.goto(`${manager.home}/godkanna`);
		expect(await manager.page.locator('h1').innerText()).toBe('Svaret är inskickat');
	});
});
