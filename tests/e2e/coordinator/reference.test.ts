import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage } from '../../support/browser/staffPage.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
	page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
});

afterAll(() => browser.close());

const title = 'Sökande till en stödlinje';
const file = 'Kommun;Period;Värde\nSjövalla;2024;3\nBergåsa;2024;7,5\nGöteborg;2024;90\nSjövalla;i fjol;4';

describe('a series of public statistics', () => {
	test('is laid up from the lägesbild’s own page, and what is missing is said', async () => {
		await page
			.getByRole('link', { name: /^Version/ })
			.first()
			.click();
		await page.getByRole('link', { name: 'Statistik, händelser och omgång 0' }).click();
		await page.getByRole('link', { name: 'Lägg till serie' }).click();
		await page.getByLabel('Vad serien visar').fill(title);
		await page.getByRole('button', { name: 'Lägg till' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Skriv varifrån talen kommer');
		await page.getByLabel('Enhet').fill('personer');
		await page.getByLabel('Vad talen är').selectOption('personer');
		await page.getByLabel('Källa', { exact: true }).fill('Påhittad stödlinje');
		await page.getByLabel('I lägesbilden').selectOption('nej');
		await page.getByRole('button', { name: 'Lägg till' }).click();
		await page.getByRole('heading', { level: 1, name: title }).waitFor();
	});

	test('is read from a file: each value’s fate is seen first, and few persons are warned of', async () => {
		await page.getByRole('link', { name: 'Läs in från fil' }).click();
		await page
			.getByLabel('Fil', { exact: true })
			.setInputFiles({ name: 'tal.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
		await page.getByRole('button', { name: 'Visa vad filen ändrar' }).click();
		await page.getByRole('heading', { name: 'Vad som ändras i serien' }).waitFor();
		const seen = await page.locator('main').innerText();
		expect(seen).toContain('Färre än 5 personer: en person kan kännas igen');
		expect(seen).toContain('Sjövalla kommun 2024: 3');
		expect(seen).toContain('”i fjol” är ingen period');
		expect(await findFaultsInWindows(page)).toEqual([]);
		await page.getByRole('button', { name: 'Skriv 2 värden till serien' }).click();
		await page.getByRole('heading', { level: 1, name: title }).waitFor();
		const row = page.locator('tbody tr', { hasText: 'Bergåsa' });
		expect(await row.innerText()).toContain('7,5');
		expect(await findFaultsInWindows(page)).toEqual([]);
	});

	test('is taken away again with its values', async () => {
		await page.getByRole('link', { name: 'Ändra serien' }).click();
		await page.getByText('Ta bort serien', { exact: true }).click();
		await page.getByRole('button', { name: 'Ta bort serien och dess värden' }).click();
		await page.getByRole('heading', { level: 1, name: 'Annan information' }).waitFor();
		expect(await page.getByRole('link', { name: title }).count()).toBe(0);
	});
});
