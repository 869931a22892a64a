import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage, pathOf, roundAddress } from '../../support/browser/staffPage.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
	page = await openStaffPage(browser, 'samordnare');
});

afterAll(() => browser.close());

/** Opens the page as on a slow line: its scripts come when the returned function is called. */
async function openSlowly(address: string): Promise<() => Promise<void>> {
	const { promise: gate, resolve: letThrough } = Promise.withResolvers<null>();
	await page.route('**/*.js', async (route) => {
		await gate;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	return async () => {
		letThrough(null);
		await page.waitForLoadState('networkidle');
		await page.unrouteAll({ behavior: 'wait' });
	};
}

test('what is typed before the scripts have come stays typed', async () => {
	await page.goto('/oversikt');
	const planning = await pathOf(page.locator('a[href*="omgangar/ny"]'));
	const scriptsCome = await openSlowly(planning);
	await page.getByLabel('Omgångens år').fill('2031');
	await page.getByLabel('Sista svarsdag').fill('2031-03-01');
	const first = page.locator('input[name="unitIds"]').first();
	await first.uncheck();
	await scriptsCome();
	expect(await page.getByLabel('Omgångens år').inputValue()).toBe('2031');
	expect(await page.getByLabel('Sista svarsdag').inputValue()).toBe('2031-03-01');
	expect(await first.isChecked()).toBe(false);
});

test('a text that is begun before the scripts have come stays begun', async () => {
	const round = await roundAddress(page, 2026);
	const scriptsCome = await openSlowly(round);
	const answer = page.locator('textarea').first();
	await answer.fill('Det här hann jag skriva.');
	await scriptsCome();
	expect(await answer.inputValue()).toBe('Det här hann jag skriva.');
});

test('what is opened before the scripts have come stays open', async () => {
	const round = await roundAddress(page, 2026);
	const scriptsCome = await openSlowly(round);
	await page.locator('summary', { hasText: 'Stäng omgången' }).click();
	await scriptsCome();
	expect(await page.getByRole('button', { name: 'Ja, stäng omgången' }).isVisible()).toBe(true);
});
