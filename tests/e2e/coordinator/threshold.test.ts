import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { confirm, openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

let browser: Browser;
let samordnare: Page;
let round = '';

beforeAll(async () => {
	browser = await openBrowser();
	samordnare = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	round = await roundAddress(samordnare, 2026);
});

afterAll(() => browser.close());

test('the samordnare raises the threshold at once', async () => {
	await samordnare.goto(`${round}/grans`);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Ny gräns').fill('6');
	await samordnare.getByRole('button', { name: 'Spara gränsen' }).click();
	await samordnare.getByText('färre än 6 personer').waitFor();
	await samordnare.goto(round);
	expect(await samordnare.locator('.description-list').first().innerText()).toContain('6 personer');
});

test('a lower one takes a reason', async () => {
	await samordnare.goto(`${round}/grans`);
	await samordnare.getByLabel('Ny gräns').fill('5');
	await samordnare.getByRole('button', { name: 'Spara gränsen' }).click();
	await samordnare.locator('.error-summary').waitFor();
	expect(await samordnare.locator('.error-summary').innerText()).toContain(
		'Skriv varför gränsen behöver sänkas'
	);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Skäl').fill('Gränsen höjdes av misstag.');
	await samordnare.getByRole('button', { name: 'Spara gränsen' }).click();
	await samordnare.getByText('Förslag som väntar').waitFor();
	expect(await samordnare.getByText('färre än 6 personer').isVisible()).toBe(true);
	expect(await samordnare.getByText('Godkänn den lägre gränsen').count()).toBe(0);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('and a second person, who finds the proposal on the round’s page', async () => {
	const granskare = await openStaffPage(browser, 'granskare', { bypassCSP: true });
	await granskare.goto(round);
	await granskare.getByRole('link', { name: 'Läs förslaget' }).click();
	await granskare.getByText('Gränsen höjdes av misstag.').waitFor();
	expect(await findFaultsInWindows(granskare)).toEqual([]);
	await confirm(granskare, 'Godkänn den lägre gränsen', 'Ja, sänk gränsen till 5');
	await granskare.getByText('färre än 5 personer').waitFor();
	expect(await granskare.locator('tbody tr').count()).toBe(2);
	expect(await findFaultsInWindows(granskare)).toEqual([]);
	await granskare.context().close();
});

test('a reader of the report has no such page', async () => {
	const lasare = await openStaffPage(browser, 'lasare');
	const refused = await lasare.goto(`${round}/grans`);
	expect(refused?.status()).toBe(403);
	await lasare.context().close();
});
