import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { openRoundNow } from '../../support/askedRound.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { readLetters } from '../../support/browser/letters.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { insertPublication } from '../../support/publishedRound.ts';
import { returnedMail } from '../../support/returnedMail.ts';
import { confirm, signInPage } from '../../support/browser/staffPage.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import {
	insertSmallMunicipality,
	testPassword,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';

// What goes wrong with the post of a round, on a server and a database of its own.

let program: ProgramWithDatabase;
let browser: Browser;
let samordnare: Page;
let municipality: SmallMunicipality;
let round: OpenedRound;
let address = '';

beforeAll(async () => {
	program = await startProgramWithDatabase();
	browser = await openBrowser();
	municipality = await insertSmallMunicipality(program.application, '9994');
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

test('returned mail is uploaded, and the address is shown to be of no use', async () => {
	const [message] = await program.owner.sql<{ id: string }[]>`
		select internet_id as id from outbox_message where recipient = 'kontakt2@partner.example' limit 1`;
	await samordnare.goto('/meddelanden');
	await samordnare.getByRole('link', { name: /^Returer/ }).click();
	await samordnare.getByRole('heading', { name: 'Returer', exact: true }).waitFor();
	expect(await samordnare.getByText('Inga adresser är markerade.').isVisible()).toBe(true);
	const mimeType = 'message/rfc822';
	const report = returnedMail({ internetId: message?.id ?? '', recipient: 'kontakt2@partner.example' });
	await samordnare.getByLabel('Filer').setInputFiles([
		{ name: 'retur.eml', mimeType, buffer: Buffer.from(report) },
		{ name: 'bild.eml', mimeType, buffer: Buffer.from('inget meddelande') }
	]);
	await samordnare.getByLabel('Eller klistra in').fill('Subject: Frånvarande\n\nTillbaka i maj.');
	await samordnare.getByRole('button', { name: 'Läs in' }).click();
	await samordnare.getByRole('heading', { name: 'Det du läste in' }).waitFor();
	const rows = await samordnare.locator('table').first().locator('tbody tr').allInnerTexts();
	expect(rows).toHaveLength(3);
	expect(rows[0]).toContain('Adressen finns inte (5.1.1)');
	expect(rows[0]).toContain('Kom inte fram');
	expect(rows[0]).toContain('markerad nu');
	expect(rows[1]).toContain('ingen rapport');
	expect(rows[2]).toContain('Inklistrad text');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.goto('/oversikt');
	await samordnare.getByText('1 e-postadress nådde inte fram').waitFor();
	await samordnare.getByRole('link', { name: 'Se vilka, och varför' }).click();
	await samordnare.getByRole('link', { name: 'Kontakt Mottagningen' }).first().waitFor();
	await samordnare.goto(`${address}/utskick`);
	await samordnare.getByText('1 meddelande kom inte fram').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('a round is erased by two, and its page says so', async () => {
	const { application, owner } = program;
	const { roundId } = round;
	await closeRound(application, municipality.actors.samordnare, roundId);
	await insertPublication(owner, municipality, { roundId, at: new Date(Date.now()) });
	await samordnare.goto(address);
	await samordnare.getByRole('link', { name: 'Gallring', exact: true }).click();
	await samordnare.getByText('Omgången har ingen gallringsregel.').waitFor();
	await samordnare.getByLabel('Antal månader som svaren sparas').fill('0');
	await samordnare.getByRole('button', { name: 'Spara regeln' }).click();
	await samordnare.locator('.error-summary').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Beslut som regeln följer av').fill('Dokumenthanteringsplan, KS 2026:12');
	await samordnare.getByRole('button', { name: 'Spara regeln' }).click();
	await samordnare.locator('summary', { hasText: 'Föreslå gallring' }).waitFor();
	await confirm(samordnare, 'Föreslå gallring', 'Ja, föreslå gallringen');
	await samordnare.getByText('Gallringen väntar på att bekräftas').waitFor();
	expect(await samordnare.getByText('Bekräfta gallringen').count()).toBe(0);

	const person = { email: 'granskare@9994.example', password: testPassword };
	const granskare = await signInPage(browser, person, { baseURL: program.server.origin, bypassCSP: true });
	await granskare.goto(address);
	await granskare.getByRole('link', { name: 'Till gallringen' }).click();
	await granskare.getByText('Gallringen väntar på att bekräftas').waitFor();
	expect(await findFaultsInWindows(granskare)).toEqual([]);
	await confirm(granskare, 'Bekräfta gallringen', 'Ja, radera för gott');
	await granskare.getByRole('heading', { name: 'Gallringsprotokoll' }).waitFor();
	expect(await granskare.locator('main').innerText()).toContain('Dokumenthanteringsplan, KS 2026:12');
	expect(await findFaultsInWindows(granskare)).toEqual([]);
	await granskare.goto(address);
	await granskare.getByText('Gallrad', { exact: true }).waitFor();
	const units = (await granskare.locator('tbody').allInnerTexts()).join('\n');
	expect([units.includes('Gallrat'), units.includes('esvarad')]).toEqual([true, false]);
	await granskare.context().close();
});
