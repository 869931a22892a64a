import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findViolations } from './accessibility.ts';
import { openStaffPage } from './staffPage.ts';

/** Marks a hidden number of a draft as one that must be shown and compiles anew. @returns the path of the new draft. */
export async function wishInBrowser(browser: Browser, lagesbild: string): Promise<string> {
	const page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	await page.goto(`${lagesbild}/rojandekontroll`);
	await page.getByRole('link', { name: 'Se de dolda uppgifterna' }).click();
	await page.waitForURL('**/rojandekontroll/polis');
	await page.getByRole('link', { name: /^Skolan/ }).click();
	await page.waitForURL('**/rojandekontroll/skola');
	const table = page.locator('section').first();
	const reasons = await table.locator('.reason').allInnerTexts();
	expect(reasons.length).toBeGreaterThan(0);
	expect(reasons).not.toContain('..');
	await table.locator('summary', { hasText: 'Markera en uppgift' }).click();
	await table.getByLabel('Måste visas').check();
	await table.getByRole('button', { name: 'Spara markeringen' }).click();
	await page.getByText('Markeringarna är inte med än').waitFor();
	expect(await page.locator('.wish').allInnerTexts()).toEqual(['måste visas']);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect(await findViolations(page)).toEqual([]);
	}
	await page.getByRole('button', { name: 'Räkna om med markeringarna' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith(lagesbild), { timeout: 90_000 });
	const compiled = /^\/lagesbilder\/[0-9a-f-]{36}(?=\/rojandekontroll\/skola$)/.exec(
		new URL(page.url()).pathname
	);
	expect(await page.getByText('Markeringarna är inte med än').count()).toBe(0);
	const draft = compiled?.[0] ?? '';
	await page.goto(`${draft}/rojandekontroll`);
	const wishes = page.locator('table', { hasText: 'Samordnarens markeringar' }).locator('tbody tr');
	expect(await wishes.count()).toBe(1);
	expect(await findViolations(page)).toEqual([]);
	await page.context().close();
	return draft;
}

/** Once it is published nobody sees why a number is hidden; the protocol is kept. */
export async function expectNoReasons(page: Page, lagesbild: string): Promise<void> {
	await page.goto(`${lagesbild}/rojandekontroll/skola`);
	expect(await page.getByText('Skälen finns inte kvar').isVisible()).toBe(true);
	expect(new Set(await page.locator('section .reason').allInnerTexts())).toEqual(new Set(['..']));
	const protocol = await page.request.get(`${lagesbild}/rojandeprotokoll.pdf`);
	expect((await protocol.body()).toString('latin1', 0, 5)).toBe('%PDF-');
}
