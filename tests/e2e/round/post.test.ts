import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { openRoundNow } from '../../support/askedRound.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { readLetters } from '../../support/browser/letters.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { signInPage } from '../../support/browser/staffPage.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { insertSmallMunicipality, testPassword, type OpenedRound } from '../../support/smallMunicipality.ts';

// What goes wrong with the post of a round, on a server and a database of its own.

let program: ProgramWithDatabase;
let browser: Browser;
let samordnare: Page;
let round: OpenedRound;
let address = '';

beforeAll(async () => {
	program = await startProgramWithDatabase();
	browser = await openBrowser();
	const municipality = await insertSmallMunicipality(program.application, '9994');
	round = await openRoundNow(program.application, municipality);
	address = `/omgangar/${round.roundId}`;
	const person = { email: 'samordnare@9994.example', password: testPassword };
	samordnare = await signInPage(browser, person, { baseURL: program.server.origin, bypassCSP: true });
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

const newPage = async (options = {}) =>
	await (await browser.newContext({ baseURL: program.server.origin, ...options })).newPage();

test('a link that is withdrawn stops at once, and its draft follows to the new one', async () => {
	const old = round.tokens.get('Vuxenenheten') ?? '';
	await saveDraft(program.application, old, { answers: {}, page: 1 });
	await samordnare.goto(address);
	await samordnare.getByRole('link', { name: 'Byt länk för Vuxenenheten' }).click();
	await samordnare.getByRole('heading', { name: 'Länken för Vuxenenheten' }).waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Gör ett brev med en ny länk').check();
	await samordnare.getByRole('button', { name: 'Dra tillbaka länkarna nu' }).click();
	await samordnare.getByText('De tidigare länkarna gäller inte längre').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	const file = await samordnare
		.getByRole('link', { name: 'Skriv ut brevet (PDF)' })
		.evaluate((link) => (link as HTMLAnchorElement).href);
	const printed = await samordnare.request.get(file);
	expect([printed.status(), printed.headers()['cache-control']]).toEqual([200, 'no-store']);
	const letters = await readLetters(samordnare, address);
	const renewed = letters.find(({ unitName }) => unitName === 'Vuxenenheten')?.token ?? '';

	const page = await newPage({ bypassCSP: true });
	await page.goto(`/svara/${old}`);
	expect(await page.locator('h1').innerText()).toBe('Länken gäller inte längre');
	expect(await page.locator('main').innerText()).toContain('Prov Provsson, samordnare@9994.example, 0999-1');
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByLabel('Den nya länken').fill('något annat');
	await page.getByRole('button', { name: 'Flytta och fortsätt' }).click();
	await page.locator('.error-summary').waitFor();
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByLabel('Den nya länken').fill(`${program.server.origin}/svara/${renewed}`);
	await page.getByRole('button', { name: 'Flytta och fortsätt' }).click();
	await page.getByRole('link', { name: 'Fortsätt på sidan 2' }).first().waitFor();
	expect(page.url()).not.toContain(renewed);
	await page.context().close();
});

test('a withdrawn link says the same without script, and in English', async () => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(`/svara/${round.tokens.get('Vuxenenheten') ?? ''}`);
	expect(await page.locator('h1').innerText()).toBe('Länken gäller inte längre');
	expect(await page.getByLabel('Den nya länken').count()).toBe(0);
	await page.goto(`${new URL(page.url()).pathname}?sprak=en`);
	expect(await page.locator('h1').innerText()).toBe('The link no longer works');
	await page.context().close();
});
