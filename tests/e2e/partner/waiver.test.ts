import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { openRoundNow } from '../../support/askedRound.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { confirm, signInPage } from '../../support/browser/staffPage.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { insertSmallMunicipality, testPassword } from '../../support/smallMunicipality.ts';

// The police are the only ones of their sector. Each test goes on where the one before it ended.

let program: ProgramWithDatabase;
let browser: Browser;
let page: Page;
let granskare: Page;
let roundAddress: string;
const today = dayInSweden(new Date());

beforeAll(async () => {
	program = await startProgramWithDatabase();
	const { application } = program;
	const municipality = await insertSmallMunicipality(application, '9992');
	const { roundId, tokens } = await openRoundNow(application, municipality);
	const token = tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers: policeAnswers(), page: 7 });
	await submitAnswers(application, { token, asksAboutTexts: false });
	await closeRound(application, municipality.actors.samordnare, roundId);
	roundAddress = `/omgangar/${roundId}`;
	browser = await openBrowser();
	const as = (role: string, javaScriptEnabled = true) =>
		signInPage(
			browser,
			{ email: `${role}@9992.example`, password: testPassword },
			{ baseURL: program.server.origin, bypassCSP: true, javaScriptEnabled }
		);
	page = await as('samordnare');
	granskare = await as('granskare', false);
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

async function compile(): Promise<void> {
	await page.goto(roundAddress);
	const again = page.locator('summary', { hasText: 'Räkna om' });
	if (await again.isVisible()) await again.click();
	await page.getByRole('button', { name: /^Sammanställ (?:lägesbilden|en ny version)/ }).click();
	await page.waitForURL('**/lagesbilder/*', { timeout: 90_000 });
}

/** The row of adults in the police's table, as the draft shows it with the reasons. */
async function adults(): Promise<string> {
	await page.goto(`${new URL(page.url()).pathname}/rojandekontroll/polis?alla`);
	return await page.locator('#tabell-P7-polis tbody tr', { hasText: 'Vuxna' }).first().innerText();
}

test('the samordnare chooses that organisations’ own numbers are kept', async () => {
	await page.goto(roundAddress);
	await page.getByRole('link', { name: 'Ändra vad som skyddas' }).click();
	await page.getByText('Skyddas inte för sig.').waitFor();
	expect(await findFaultsInWindows(page)).toEqual([]);
	await confirm(page, 'Skydda även organisationernas egna tal', 'Ja, skydda dem');
	await page.getByText('Skyddas också: ett antal personer visas när').waitFor();
	expect(await page.getByRole('table').innerText()).toContain('Organisationernas egna tal skyddas också');
	expect(await findFaultsInWindows(page)).toEqual([]);
	await compile();
	expect(await adults()).toContain('få organisationer');
});

test('a medgivande is registered on the organisation’s page', async () => {
	await page.goto('/partner');
	await page.getByRole('link', { name: 'Organisation för Lokalpolisområde Prov' }).first().click();
	await page.getByText('Inget medgivande är antecknat.').waitFor();
	await page.getByRole('link', { name: 'Lägg till medgivande' }).click();
	await page.getByRole('heading', { name: 'Lägg till medgivande' }).waitFor();
	await page.getByRole('button', { name: 'Spara' }).click();
	const errors = await page.locator('.error-summary').innerText();
	expect(errors).toContain('Välj vem som har undertecknat');
	expect(errors).toContain('Skriv den undertecknandes roll');
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByLabel('Fråga').selectOption('P7');
	await page.getByLabel('Undertecknat av').selectOption({ label: 'Kontakt Lokalpolisområde Prov' });
	await page.getByLabel('Den undertecknandes roll').fill('Lokalpolisområdeschef');
	await page.getByLabel('Gäller till och med').fill(addDays(today, 200));
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Välj vilka tal medgivandet gäller').first().waitFor();
	expect(await page.getByLabel('Fråga').inputValue()).toBe('P7');
	await page.getByLabel('Summan i sektorn').check();
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByRole('heading', { name: 'Fråga P7, alla omgångar' }).waitFor();
	expect(await page.locator('main').innerText()).toContain(
		'av Kontakt Lokalpolisområde Prov, Lokalpolisområdeschef'
	);
	expect(await findFaultsInWindows(page)).toEqual([]);
});

test('it opens the number, and stands on the page of disclosure control', async () => {
	await compile();
	expect(await adults()).not.toContain('få organisationer');
	await page.goto(new URL(page.url()).pathname.replace(/\/polis$/, ''));
	const main = page.locator('main');
	expect(await main.innerText()).toContain('Gällde när lägesbilden sammanställdes');
	expect(await main.innerText()).toContain('Organisation för Lokalpolisområde Prov: fråga P7');
	expect(await findFaultsInWindows(page)).toEqual([]);
	const protocol = page.url();
	await page.getByRole('link', { name: 'Organisation för Lokalpolisområde Prov' }).click();
	await confirm(page, 'Anteckna att medgivandet är återkallat', 'Ja, det är återkallat');
	await page.getByText(/återkallat \d/).waitFor();
	await page.goto(protocol);
	expect(await main.innerText()).toContain('men gäller inte längre. Sammanställ på nytt');
});

test('the choice is given up by two, also without script', async () => {
	await page.goto(`${roundAddress}/grans`);
	await page.getByRole('button', { name: 'Föreslå att skyddet tas bort' }).click();
	expect(await page.locator('.error-summary').innerText()).toContain('Skriv varför skyddet behöver tas bort');
	await page
		.getByLabel('Skäl till att skyddet tas bort')
		.fill('Polisen och socialtjänsten står för sina tal.');
	await page.getByRole('button', { name: 'Föreslå att skyddet tas bort' }).click();
	await page.getByText('Granskaren avgör förslaget.').waitFor();
	await granskare.goto(roundAddress);
	await granskare.getByRole('link', { name: 'Läs förslaget' }).click();
	expect(await granskare.locator('main').innerText()).toContain('Sluta skydda organisationernas egna tal');
	await confirm(granskare, 'Godkänn att skyddet tas bort', 'Ja, sluta skydda dem');
	await granskare.getByText('Organisationernas egna tal skyddas inte längre').waitFor();
	await page.goto(`${roundAddress}/grans`);
	await page.getByText('Skyddas inte för sig.').waitFor();
});
