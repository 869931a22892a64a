import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sectors } from '#lib/organisations/sector.ts';
import { findViolations } from '../../support/browser/accessibility.ts';
import { answerToReview, pressOnPage } from '../../support/browser/answerInBrowser.ts';
import { printedLink } from '../../support/browser/greeting.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import { openStaffPage, pathOf, roundAddress } from '../../support/browser/staffPage.ts';

const address = inject('serverAddress');
const wide = { width: 1366, height: 900 };

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

/** By how many pixels the page is wider than its window. */
async function overflowOf(page: Page): Promise<number> {
	return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** The faults in both themes (a narrow window has the same colours: one), and whether the page is wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
	const faults: string[] = [];
	const isWide = page.viewportSize()?.width === wide.width;
	for (const colorScheme of isWide ? (['light', 'dark'] as const) : (['light'] as const)) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		faults.push(...(await findViolations(page)).map((fault) => `${colorScheme}: ${fault}`));
	}
	const overflow = await overflowOf(page);
	if (overflow > 0) faults.push(`wider than the window by ${overflow} px`);
	return faults;
}

/** Half of them in a window beside: the rules take a processor, and there are two. */
async function expectNoFaults(page: Page, paths: readonly string[]): Promise<void> {
	const beside = await page.context().newPage();
	const size = page.viewportSize();
	if (size) await beside.setViewportSize(size);
	const half = Math.ceil(paths.length / 2);
	const found = await Promise.all([
		faultsByPath(page, paths.slice(0, half)),
		faultsByPath(beside, paths.slice(half))
	]);
	await beside.close();
	expect(Object.fromEntries(found.flat())).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
}

async function faultsByPath(
	page: Page,
	paths: readonly string[]
): Promise<[path: string, faults: string[]][]> {
	const found: [string, string[]][] = [];
	for (const path of paths) {
		await page.goto(path, { waitUntil: 'networkidle' });
		found.push([path, await faultsOf(page)]);
	}
	return found;
}

const settings = { baseURL: address, bypassCSP: true, viewport: wide };
const phone = { ...settings, viewport: { width: 360, height: 800 } };

test.each([
	['wide', settings],
	['narrow', phone]
])('axe finds nothing on the public pages, %s', async (_, options) => {
	const page = await (await browser.newContext(options)).newPage();
	await expectNoFaults(page, [
		'/',
		'/lagesbild/sjovalla/2025',
		'/lagesbild/sjovalla/2025/tabeller',
		'/lagesbild/sjovalla/2025/aterkoppling',
		'/tillganglighet',
		'/personuppgifter',
		'/finns-inte',
		'/logga-in',
		'/svara/AAAAAAAAAAAAAAAAAAAAAA'
	]);
	await page.context().close();
});

test.each([
	['wide', settings],
	['narrow', phone]
])('axe finds nothing on the pages of the staff, %s', async (_, options) => {
	const page = await openStaffPage(browser, 'samordnare', options);
	const open = await roundAddress(page, 2026);
	const closed = await roundAddress(page, 2025);
	const planning = await pathOf(page.locator('a[href*="omgangar/ny"]'));
	const series = await pathOf(page.getByRole('link', { name: /^Rytm/ }));
	const lagesbild = await pathOf(page.getByRole('link', { name: /^Version/ }));
	await page.goto(`${closed}/fritext`);
	const codeList = await pathOf(page.getByRole('link', { name: 'Ändra kodlistan' }));
	await expectNoFaults(page, [
		'/oversikt',
		series,
		'/serier/ny',
		'/partner',
		'/meddelanden',
		'/arshjul',
		'/uppdrag',
		'/atgardsplan',
		'/uppdrag/lista',
		'/annan-information',
		'/annan-information/omgang-0/ny',
		'/annan-information/kolada',
		'/meddelanden/inbjudan/sv',
		'/meddelanden/returer',
		`${open}/kalender`,
		`${open}/paminn`,
		`${closed}/kalender`,
		`${closed}/gallring`,
		`${open}/formular`,
		`${open}/anteckningar`,
		codeList.replace('kodlista', 'formular'),
		planning,
		open,
		`${open}/brev`,
		`${open}/utskick`,
		closed,
		`${closed}/fritext`,
		`${closed}/fritext/Z7`,
		`${closed}/citat`,
		`${closed}/mer-tid`,
		codeList,
		lagesbild,
		`${lagesbild}/text`,
		`${lagesbild}/text/historik`,
		`${lagesbild}/iakttagelser`,
		`${lagesbild}/tal`,
		`${lagesbild}/rojandekontroll`
	]);
	await page.goto(planning);
	await page.getByLabel('Omgångens år').fill('');
	await page.getByRole('button', { name: 'Spara som förslag' }).click();
	await page.locator('.error-summary').waitFor();
	expect(await faultsOf(page)).toEqual([]);
	await page.context().close();
});

test.each(sectors)(
	'no page of the questionnaire, nor its review, is wider than the window: %s',
	async (sector) => {
		const { unitName, token } = printedLink(sector);
		const { instrument } = questionnaireOf(sector, unitName, 2026);
		const page = await (await browser.newContext(settings)).newPage();
		await page.goto(`/svara/${token}`);
		const home = new URL(page.url()).pathname;
		const tooWide: string[] = [];
		const pages = [...instrument.pages.keys()].map((number) => `/sida/${number + 1}`);
		for (const path of [...pages, '/granska', '/granska?sprak=en']) {
			await page.goto(home + path);
			for (const width of [1366, 1024, 768, 700, 360, 320]) {
				await page.setViewportSize({ width, height: 800 });
				const pixels = await overflowOf(page);
				if (pixels > 0) tooWide.push(`${path} at ${width} px by ${pixels} px`);
			}
		}
		expect(tooWide).toEqual([]);
		await page.context().close();
	}
);

describe('the pages of a respondent', () => {
	const { unitName, token } = printedLink('skola');
	const { instrument, answers } = questionnaireOf('skola', unitName, 2026);
	let page: Page;
	let home = '';

	beforeAll(async () => {
		page = await (await browser.newContext(settings)).newPage();
		await page.goto(`/svara/${token}`);
		home = new URL(page.url()).pathname;
	});

	afterAll(() => page.context().close());

	test('axe finds nothing on the introduction and on any page of questions', async () => {
		const pages = instrument.pages.map((_, index) => `${home}/sida/${index + 1}`);
		// The choice of a language is remembered, so it is taken back.
		const languages = [`${home}?sprak=en`, `${home}?sprak=sv`];
		const beside = [...languages, `${home}/underlag`, `${home}/kollegor`, `${home}/godkannande`];
		await expectNoFaults(page, [home, ...beside, ...pages, `${home}/granska`]);
	});

	test('axe finds nothing when links are given to colleagues', async () => {
		await page.goto(`${home}/kollegor`);
		await page.getByRole('button', { name: 'Skapa länken' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await faultsOf(page)).toEqual([]);
		await page.getByLabel('Vem är länken till?').fill('Kuratorn');
		await page.getByRole('button', { name: 'Skapa länken' }).click();
		await page.getByText('Länken till Kuratorn').first().waitFor();
		expect(await faultsOf(page)).toEqual([]);
	});

	test('axe finds nothing on a page that says what is wrong', async () => {
		await page.goto(`${home}/sida/2`);
		await page.locator('[name="A3_antal"]').fill('tolv');
		expect(await pressOnPage(page, 'nasta')).toBe(null);
		expect(await faultsOf(page)).toEqual([]);
	});

	test('axe finds nothing on the pages with all answers, in the review, on the receipt and after', async () => {
		await page.goto(`${home}/sida/1`);
		await answerToReview(page, instrument, answers);
		const pages = instrument.pages.map((_, index) => `${home}/sida/${index + 1}`);
		await page.setViewportSize(phone.viewport);
		await expectNoFaults(page, [...pages, `${home}/underlag`, `${home}/kollegor`, `${home}/granska`]);
		await page.goto(`${home}/granska`);
		await page.getByRole('button', { name: 'Skicka in' }).click();
		await page.waitForURL(`**${home}/skickat`);
		expect(await faultsOf(page)).toEqual([]);
		await expectNoFaults(page, [home, `${home}/skickat`]);
		await page.goto(`${home}/skickat`);
		await page.getByRole('button', { name: 'Avsluta på den här datorn' }).click();
		await page.waitForURL(`**${home}/avsluta`);
		expect(await faultsOf(page)).toEqual([]);
	});
});
