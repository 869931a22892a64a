import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { addDays, calendarDate, dayInSweden } from '#lib/shared/calendarDate.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { signInPage } from '../../support/browser/staffPage.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	testPassword,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';

// What a unit is shown of the time before, and asked about before it sends: docs/decisions/0070 and 0071. Without a script.

const unit = 'Lokalpolisområde Prov';

let browser: Browser;
let program: ProgramWithDatabase;
let municipality: SmallMunicipality;
let roundId = '';
let page: Page;
let home = '';

beforeAll(async () => {
	browser = await openBrowser();
	program = await startProgramWithDatabase();
	const { application } = program;
	municipality = await insertSmallMunicipality(application, '9992');
	const today = dayInSweden(application.clock.now());
	const roundOf = (year: number) => {
		const asked = (day: string) => calendarDate(`${String(year - 1)}-${day}`);
		const period = { periodFrom: asked('01-01'), periodTo: asked('12-31') };
		const days = { opensOn: addDays(today, -1), closesOn: addDays(today, 30) };
		return openedRoundIn(application, municipality, planOf(municipality, { year, ...period, ...days }));
	};
	// Of years after the change of the law in July 2025, which breaks the series.
	const before = await roundOf(2027);
	const earlier = before.tokens.get(unit) ?? '';
	await saveDraft(application, earlier, { answers: policeAnswers(), page: 7 });
	const sent = await submitAnswers(application, { token: earlier, asksAboutTexts: false });
	expect(sent.ok).toBe(true);
	expect((await closeRound(application, municipality.actors.samordnare, before.roundId)).ok).toBe(true);
	const now = await roundOf(2028);
	({ roundId } = now);
	const token = now.tokens.get(unit) ?? '';
	const changed = { P3_antal: 40, P21_motivera: 'Ring handläggaren på 070-123 45 67 om ärendet.' };
	await saveDraft(application, token, { answers: policeAnswers(changed), page: 7 });
	const context = await browser.newContext({ baseURL: program.server.origin, javaScriptEnabled: false });
	page = await context.newPage();
	await page.goto(`/svara/${token}`);
	home = new URL(page.url()).pathname;
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

const marks = () => page.locator('main mark').allInnerTexts();
const main = () => page.locator('main').innerText();

test('at a count stands what the unit answered the time before', async () => {
	await page.goto(`${home}/granska`);
	await page.locator('a[href$="#P3_antal"]').first().click();
	expect(await page.locator('[name="P3_antal"]').inputValue()).toBe('40');
	expect(await main()).toContain('Förra omgången svarade ni 14');
});

test('a figure that departs strongly, and what looks like personal data, are shown in place', async () => {
	await page.goto(`${home}/granska`);
	await page.getByRole('heading', { name: 'Stämmer siffrorna?' }).waitFor();
	expect(await main()).toMatch(/Nu 40, förra gången 14/);
	await page.getByRole('heading', { name: 'Kan texten peka ut någon?' }).waitFor();
	expect(await marks()).toEqual([expect.stringContaining('070-123 45 67')]);
});

test('nothing is sent before the respondent has been asked about the text once; the respondent decides', async () => {
	await page.getByLabel('Vad beror skillnaden på? (frivilligt)').fill('Fler utryckningar under sommaren.');
	await page.getByRole('button', { name: 'Skicka in', exact: true }).click();
	await page.getByText('Inte skickat än').waitFor();
	expect(await marks()).toEqual([expect.stringContaining('070-123 45 67')]);
	await page.getByRole('button', { name: 'Skicka in ändå' }).click();
	await page.getByRole('heading', { name: 'Tack, svaret är inskickat' }).waitFor();
	expect(await main()).toMatch(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/);
});

test('a finding that the respondent has not decided about comes to the samordnare, who reads it when the round is closed', async () => {
	const { samordnare } = municipality.actors;
	expect((await closeRound(program.application, samordnare, roundId)).ok).toBe(true);
	const entry = { email: samordnare.email, password: testPassword };
	const staff = await signInPage(browser, entry, { baseURL: program.server.origin });
	await staff.goto(`/omgangar/${roundId}/fritext`);
	await staff.getByRole('link', { name: /Motivera gärna svaret/ }).click();
	await staff.getByRole('heading', { level: 1, name: /Motivera gärna svaret/ }).waitFor();
	const text = staff.getByRole('article', { name: 'Text 1' });
	expect(await text.locator('mark').allInnerTexts()).toEqual([expect.stringContaining('070-123 45 67')]);
	expect(await text.innerText()).toContain('Ingen har tagit ställning till markeringen.');
	expect(await staff.locator('main').innerText()).not.toContain(unit);
});
