import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** On the page of a round that is closed and not published: proposals are made, one is taken up, and both it and zeros back. */
export async function changePlanInBrowser(page: Page, round: string): Promise<void> {
	await page.goto(round);
	await page.getByRole('link', { name: 'Pröva tabellplanen' }).click();
	await page.getByRole('button', { name: 'Pröva tabellplanen' }).click({ noWaitAfter: true });
	await page.getByRole('button', { name: 'Gör ändringen' }).first().click({ timeout: 150_000 });
	await page.getByRole('heading', { name: 'Ändringar som gäller' }).waitFor();
	await page.getByText('Låt även nollor döljas').first().click();
	await page.getByRole('button', { name: 'Låt även nollor döljas' }).click();
	await page.locator('.changes > li').nth(1).waitFor();
	expect(await page.locator('.changes > li').count()).toBe(2);
	await page.getByRole('button', { name: 'Ta bort' }).first().click();
	await page.locator('.changes > li').nth(1).waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Ta bort' }).click();
	await page.getByRole('heading', { name: 'Ändringar som gäller' }).waitFor({ state: 'detached' });
}
