import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { totalBytes, transfersOf } from '../../support/browser/transfer.ts';

const address = inject('serverAddress');

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

test('the public page is fetched in less than 120 kB by a browser that has nothing of it', async () => {
	const transfers = await transfersOf(browser, `${address}/lagesbild/sjovalla/2025`, {
		cookies: [],
		origins: []
	});
	expect(transfers.map(({ path }) => path)).toContain('/lagesbild/sjovalla/2025');
	expect(transfers.some(({ path }) => path.endsWith('.js'))).toBe(true);
	expect(totalBytes(transfers)).toBeLessThan(120_000);
});

test('what has changed, the proposal for decision, the measures today and a summary in English are one click from the top', async () => {
	const page = await (await browser.newContext({ baseURL: address, javaScriptEnabled: false })).newPage();
	const found: Record<string, string> = {};
	await page.goto('/lagesbild/sjovalla/2025');
	const ways = page.getByRole('navigation', { name: 'Genvägar' }).getByRole('link');
	for (const way of await ways.all()) {
		const href = (await way.getAttribute('href')) ?? '';
		if (!href.startsWith('#')) continue;
		found[await way.innerText()] = await page.locator(href).innerText();
	}
	expect(found).toEqual({
		'Vad har förändrats sedan förra gången?': 'Vad har förändrats sedan förra gången?',
		'Förslag till beslut': 'Förslag till beslut',
		'Åtgärderna i dag': 'Åtgärderna i dag',
		'Summary in English': 'Summary in English'
	});
	expect(await page.getByRole('region', { name: 'Förslag till beslut' }).innerText()).toContain(
		'att lägga lägesbilden till handlingarna'
	);
	const english = page.getByRole('region', { name: 'Summary in English' });
	expect(await english.getAttribute('lang')).toBe('en');
	expect(await english.innerText()).toMatch(/Who answered: \d+ of the 35 units/);
	await page.context().close();
});

test('those who answered read what they told and what happens, without a script', async () => {
	const page = await (await browser.newContext({ baseURL: address, javaScriptEnabled: false })).newPage();
	await page.goto('/lagesbild/sjovalla/2025');
	await page.getByRole('link', { name: 'Till er som svarade' }).click();
	await page.waitForURL('**/2025/aterkoppling');
	expect(await page.getByRole('region', { name: 'Polisen' }).innerText()).toMatch(/Ni kände till \d+ vuxna/);
	const measures = page.getByRole('region', { name: 'Vägen till stöd är otydlig' });
	expect(await measures.innerText()).toMatch(
		/Samla vägen in till stöd hos en mottagning\s+Pågår\s+följdes upp 10 juni 2026/
	);
	expect(await page.locator('script').count()).toBe(0);
	await page.goto('/lagesbild/sjovalla/2026/aterkoppling');
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Återkopplingen är inte klar än');
	await page.context().close();
});
