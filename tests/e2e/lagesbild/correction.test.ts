import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { confirm, openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

const address = `${inject('serverAddress')}/lagesbild/sjovalla/2025`;
const reason = 'Ett kapitel hade fått fel rubrik. Inga tal har ändrats.';

let browser: Browser;
let samordnare: Page;
let draft = '';

beforeAll(async () => {
	browser = await openBrowser();
	samordnare = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
});

afterAll(() => browser.close());

test('a new version of what is published says what it corrects, before it goes to review', async () => {
	await samordnare.goto(await roundAddress(samordnare, 2025));
	await samordnare.locator('summary', { hasText: 'Behöver något rättas?' }).click();
	// It takes seconds, more than a click waits for by itself.
	await samordnare.getByRole('button', { name: 'Sammanställ en ny version' }).click({ noWaitAfter: true });
	await samordnare.waitForURL(/\/lagesbilder\/[0-9a-f-]{36}$/, { timeout: 90_000 });
	draft = new URL(samordnare.url()).pathname;
	expect(await samordnare.getByText('Skicka till granskning').count()).toBe(0);
	await samordnare.getByRole('link', { name: /^Det är inte sagt vad som rättas/ }).click();
	await samordnare.waitForURL('**/rattelse#skal');
	await samordnare.getByRole('button', { name: 'Spara' }).click();
	await samordnare.locator('.error-summary').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Vad rättas, och varför?').fill(reason);
	await samordnare.getByRole('button', { name: 'Spara' }).click();
	await samordnare.waitForURL(({ pathname }) => pathname === draft);
	expect(await samordnare.getByText(reason).first().isVisible()).toBe(true);
	await confirm(samordnare, 'Skicka till granskning', 'Ja, skicka till granskning');
	await samordnare.getByText('Granskaren läser lägesbilden').waitFor();
});

test('a second person publishes it, and both versions say which one holds', async () => {
	const granskare = await openStaffPage(browser, 'granskare');
	await granskare.goto(`${draft}/rojandekontroll`);
	await confirm(granskare, 'Godkänn och publicera', 'Ja, godkänn och publicera');
	await granskare.waitForURL('**/lagesbild/sjovalla/2025', { timeout: 60_000 });
	await granskare.context().close();

	const context = await browser.newContext({ bypassCSP: true });
	const reader = await context.newPage();
	await reader.goto(address);
	expect(await reader.locator('.notice', { hasText: 'Rättad version' }).innerText()).toContain(reason);
	await reader.getByRole('link', { name: 'version 1', exact: true }).click();
	await reader.waitForURL('**/2025?version=1');
	const replaced = reader.locator('.notice', { hasText: 'Den här versionen gäller inte längre' });
	expect(await replaced.innerText()).toContain(reason);
	expect(await findFaultsInWindows(reader)).toEqual([]);
	await reader.getByRole('link', { name: 'Lägesbilden (PDF' }).waitFor();
	expect((await reader.request.get(`${address}/lagesbild.pdf?version=1`)).status()).toBe(200);
	expect((await reader.request.get(`${address}/lagesbild.pdf?version=9`)).status()).toBe(404);
	await replaced.getByRole('link', { name: 'version 2' }).click();
	await reader.waitForURL('**/2025');
	await context.close();
});

test('what the council decided is written in once and shown to everybody', async () => {
	await samordnare.goto(draft);
	await samordnare.getByRole('link', { name: 'Beslut om lägesbilden' }).click();
	await samordnare.waitForURL('**/beslut');
	await samordnare.getByRole('button', { name: 'Skriv in beslutet' }).click();
	await samordnare.locator('.error-summary').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Organ').fill('Kommunfullmäktige');
	const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
	await samordnare.getByLabel('Dag').fill(today);
	await samordnare.getByLabel('Paragraf').fill('§ 12');
	await samordnare.getByRole('textbox', { name: 'Beslut' }).fill('att lägga lägesbilden till handlingarna');
	await samordnare.getByRole('button', { name: 'Skriv in beslutet' }).click();
	await samordnare.locator('tbody tr', { hasText: '§ 12' }).waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	const published = await (await fetch(address)).text();
	expect(published).toContain('att lägga lägesbilden till handlingarna, §\u00a012');
});
