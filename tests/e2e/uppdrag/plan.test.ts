import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage, pathOf } from '../../support/browser/staffPage.ts';

let browser: Browser;
let page: Page;
let plan = '';

beforeAll(async () => {
	browser = await openBrowser();
	page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	await page.goto('/atgardsplan');
	plan = await pathOf(page.getByRole('link', { name: 'Åtgärdsplan 2025', exact: true }));
});

afterAll(() => browser.close());

const pledge = 'Besöka hotell och stugbyar tillsammans med polisen';

describe('the plan of measures', () => {
	test('says which finding each measure answers, who answers for it, and what has come of it', async () => {
		await page.goto(plan);
		const text = await page.locator('main').innerText();
		expect(text).toContain('Kommunfullmäktige beslutade 16 juni 2025, § 104');
		expect(text).toContain('Svarar mot');
		expect(text).toContain('Socialnämndens utvecklingsmedel');
		expect(await page.getByRole('link', { name: 'Lägg till åtgärd' }).count()).toBe(0);
	});

	test('reminds of a medborgarlöfte until its tertial has been followed up', async () => {
		await page.goto('/oversikt');
		const reminder = page.locator('.notice', { hasText: 'Medborgarlöften att följa upp' });
		await reminder.getByRole('link', { name: pledge }).click();
		await page.getByRole('heading', { name: 'Följ upp åtgärd' }).waitFor();
		await page.getByRole('button', { name: 'Spara uppföljningen' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Skriv vad uppföljningen visar');
		expect(await findFaultsInWindows(page)).toEqual([]);
		await page.getByLabel('Vad visar uppföljningen?').fill('Alla anläggningar är besökta.');
		await page.getByLabel('Läge').selectOption('klar');
		await page.getByRole('button', { name: 'Spara uppföljningen' }).click();
		await page.getByText('Klar: Alla anläggningar är besökta.').waitFor();
		await page.goto('/oversikt');
		await page.getByRole('heading', { name: 'Översikt' }).waitFor();
		expect(await page.getByText('Medborgarlöften att följa upp').count()).toBe(0);
	});

	test('opens the next lägesbild with what became of it', async () => {
		await page.goto('/lagesbild/sjovalla/2025');
		const first = page.locator('.chapter').first();
		expect(await first.getByRole('heading', { level: 2 }).innerText()).toBe(
			'Uppföljning av förra åtgärdsplanen'
		);
		const text = await first.innerText();
		expect(text).toContain('Av 2 åtgärder är läget: klar 1, pågår 1.');
		expect(text).toContain('Före 2023\tEfter 2024\tEnheter\tJämförelse');
		await page.getByRole('heading', { name: 'Åtgärdsplan', exact: true }).waitFor();
	});

	test('axe finds nothing on its pages', async () => {
		const faults: Record<string, string[]> = {};
		for (const path of ['/atgardsplan', plan, `${plan}/atgard/ny`, `${plan}/beslut`]) {
			const response = await page.goto(path);
			expect([path, response?.status()]).toEqual([path, 200]);
			faults[path] = await findFaultsInWindows(page);
		}
		expect(Object.values(faults).flat(), JSON.stringify(faults)).toEqual([]);
	});

	test('is read by a läsare, who changes nothing', async () => {
		const reader = await openStaffPage(browser, 'lasare');
		await reader.goto(plan);
		await reader.getByRole('heading', { name: 'Åtgärdsplan 2025' }).waitFor();
		expect(await reader.getByRole('link', { name: /^(Följ upp|Ändra|Rätta)/ }).count()).toBe(0);
		const response = await reader.goto(`${plan}/beslut`);
		expect(response?.status()).toBe(403);
		await reader.context().close();
	});
});
