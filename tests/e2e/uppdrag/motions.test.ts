import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { cookieHeader, openStaffPage, pathOf } from '../../support/browser/staffPage.ts';
import { wordParagraphs } from '../../support/documentText.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

const fiveBodies = 'Minska efterfrågan och stärk stödet';

async function fetchWord(page: Page, path: string): Promise<string[]> {
	const response = await fetch(new URL(path, page.url()), { headers: { cookie: await cookieHeader(page) } });
	expect(response.status).toBe(200);
	return wordParagraphs(new Uint8Array(await response.arrayBuffer())).map(({ text }) => text);
}

describe.each([
	['with', true, 'Ordna en mottagning'],
	['without', false, 'Ordna en utbildning']
])('a motion is registered, answered and decided, %s script', (_, javaScriptEnabled, title) => {
	let page: Page;

	beforeAll(async () => {
		page = await openStaffPage(browser, 'samordnare', { bypassCSP: true, javaScriptEnabled });
	});

	afterAll(() => page.context().close());

	test('a form that lacks something says what, and keeps what was typed', async () => {
		await page.goto('/uppdrag');
		await page.getByRole('link', { name: 'Lägg till motion' }).click();
		await page.getByLabel('Rubrik').fill(title);
		await page.getByLabel('Motionärer').fill('Hedda Lund');
		await page.getByRole('button', { name: 'Lägg till' }).click();
		const summary = page.locator('.error-summary');
		await summary.waitFor();
		expect(await summary.innerText()).toContain('Skriv partiet inom parentes');
		expect(await summary.innerText()).toContain('Skriv minst en att-sats');
		expect(await page.getByLabel('Rubrik').inputValue()).toBe(title);
	});

	test('it stands in the list to fullmäktige until fullmäktige has decided', async () => {
		await page.getByLabel('Motionärer').fill('Hedda Lund (BV)');
		await page.getByLabel('Diarienummer').fill('KS 2026/0901\nSON 2026/0902');
		await page.getByLabel('Väckt').fill('2025-06-02');
		await page.getByLabel('Att-satser').fill('att ett första förslag prövas\natt ett andra förslag prövas');
		await page.getByRole('button', { name: 'Lägg till' }).click();
		await page.getByRole('heading', { name: title }).waitFor();
		expect(await page.locator('main').innerText()).toContain('2 av 2 att-satser saknar föreslaget svar');
		await page.goto('/uppdrag/lista');
		const row = page.locator('tbody tr', { hasText: title });
		expect(await row.innerText()).toContain('0 av 2 att-satser har ett föreslaget svar');
		await row.getByRole('link', { name: title }).click();
		await page.getByRole('heading', { name: title }).waitFor();
	});

	test('a rejection needs its reason; with it the answer’s points are drafted', async () => {
		await page.getByRole('link', { name: 'Svara på att-sats 2' }).click();
		await page.getByLabel('Fullmäktige föreslås besluta').selectOption('avslag');
		await page.getByLabel('Omgång 2025').check();
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Skriv skälet');
		expect(await page.getByLabel('Omgång 2025').isChecked()).toBe(true);
		await page.getByLabel('Skäl').fill('en pågående utvärdering');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.getByText('att avslå motionens andra förslag med hänvisning till en pågående').waitFor();
		await page.getByRole('link', { name: 'Kartläggningen, omgång 2025' }).waitFor();
	});

	test('fullmäktige’s decision ends its year', async () => {
		await page.getByRole('link', { name: 'För in fullmäktiges beslut' }).click();
		await page.getByLabel('Fullmäktige beslutade').fill('2026-03-30');
		await page.getByLabel('Paragraf').fill('§ 31');
		await page.getByLabel('Att-sats 1').selectOption('bifall');
		await page.getByRole('button', { name: 'Spara beslutet' }).click();
		await page.getByText('Fullmäktige beslutade 30 mars 2026, § 31.').waitFor();
		await page.goto('/uppdrag/lista');
		expect(await page.getByRole('link', { name: title }).count()).toBe(0);
	});
});

describe('the motions of the demonstration', () => {
	let page: Page;
	let motion = '';

	beforeAll(async () => {
		page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
		await page.goto('/uppdrag');
		motion = await pathOf(page.getByRole('link', { name: fiveBodies }));
	});

	afterAll(() => page.context().close());

	test('have an answer in five blocks, one for each deciding body', async () => {
		const texts = await fetchWord(page, `${motion}/svar.docx`);
		expect(texts.filter((text) => text.startsWith('Förslag till beslut i'))).toEqual([
			'Förslag till beslut i Socialnämnden',
			'Förslag till beslut i Barn- och utbildningsnämnden',
			'Förslag till beslut i Gymnasie- och vuxenutbildningsnämnden',
			'Förslag till beslut i Kommunstyrelsen',
			'Förslag till beslut i Kommunfullmäktige'
		]);
		expect(await fetchWord(page, '/uppdrag/lista/docx')).toContain(fiveBodies);
	});

	test('axe finds nothing on their pages', async () => {
		await page.goto(motion);
		const clause = await pathOf(page.getByRole('link', { name: 'Svara på att-sats 2' }));
		const faults: Record<string, string[]> = {};
		for (const path of [
			'/uppdrag/ny',
			motion,
			`${motion}/andra`,
			`${motion}/svar`,
			`${motion}/beslut`,
			clause
		]) {
			const response = await page.goto(path);
			expect([path, response?.status()]).toEqual([path, 200]);
			faults[path] = await findFaultsInWindows(page);
		}
		expect(Object.values(faults).flat(), JSON.stringify(faults)).toEqual([]);
	});

	test('are read by a läsare, who changes nothing', async () => {
		const reader = await openStaffPage(browser, 'lasare');
		await reader.goto(motion);
		await reader.getByRole('heading', { name: fiveBodies }).waitFor();
		expect(await reader.getByRole('link', { name: /^(Svara på|Ändra|För in|Lägg till)/ }).count()).toBe(0);
		const response = await reader.goto(`${motion}/beslut`);
		expect(response?.status()).toBe(403);
		await reader.context().close();
	});
});
