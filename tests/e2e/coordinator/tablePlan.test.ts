import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
	page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	await page.goto(await roundAddress(page, 2025));
	await page.getByRole('link', { name: 'Pröva tabellplanen' }).click();
	await page.waitForURL('**/tabellplan');
});

afterAll(() => browser.close());

test(
	'the samordnare sees what merging groups would save, before and after',
	{ timeout: 180_000 },
	async () => {
		expect(await findFaultsInWindows(page)).toEqual([]);
		// It takes seconds, more than a click waits for by itself.
		await page.getByRole('button', { name: 'Pröva tabellplanen' }).click({ noWaitAfter: true });
		await page.getByRole('heading', { name: 'Ändringar som skulle hjälpa' }).waitFor({ timeout: 150_000 });
		expect(await page.getByText('planerade antal personer är färre än 5').isVisible()).toBe(true);
		const proposals = await page.locator('.proposals > li').allInnerTexts();
		expect(proposals.length).toBeGreaterThan(0);
		const told = proposals.map((text) =>
			/Nu visas\s+\d+ av \d+ tal, (\d+) döljs\s+Efter ändringen\s+\d+ av \d+ tal, (\d+) döljs/u.exec(text)
		);
		expect(told.filter((found) => !found || Number(found[2]) >= Number(found[1]))).toEqual([]);
		expect(await findFaultsInWindows(page)).toEqual([]);
	}
);

test('a published round’s plan stands', async () => {
	await page.getByText('Tabellplanen ligger fast').waitFor();
	expect(await page.getByRole('button', { name: /Gör ändringen|nollor döljas/u }).count()).toBe(0);
});
