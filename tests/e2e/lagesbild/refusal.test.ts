import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '#lib/instruments/instrument.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { signInPage } from '../../support/browser/staffPage.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { adultsInSmallCells, oneAdult } from '../../support/smallPolice.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	testPassword
} from '../../support/smallMunicipality.ts';

// Reports that cannot be protected: the demonstration has none, so a server of its own, on a database with two. Each
// trial of a change takes seconds, and a compilation up to a minute more.

let program: ProgramWithDatabase;
let browser: Browser;

/** A closed round that the police alone have answered, on the page of its samordnare. */
async function closedRound(municipalityId: string, answers: Answers): Promise<Page> {
	const { application } = program;
	const municipality = await insertSmallMunicipality(application, municipalityId);
	const { samordnare } = municipality.actors;
	const today = dayInSweden(new Date());
	const plan = planOf(municipality, { opensOn: today, closesOn: addDays(today, 42) });
	const { roundId, tokens } = await openedRoundIn(application, municipality, plan);
	const token = tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers, page: 7 });
	await submitAnswers(application, { token, asksAboutTexts: false });
	await closeRound(application, samordnare, roundId);
	const account = { email: samordnare.email, password: testPassword };
	const page = await signInPage(browser, account, { baseURL: program.server.origin, bypassCSP: true });
	await page.goto(`/omgangar/${roundId}`);
	return page;
}

async function compile(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Sammanställ lägesbilden' }).click({ noWaitAfter: true });
}

beforeAll(async () => {
	program = await startProgramWithDatabase();
	browser = await openBrowser();
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

test(
	'one adult and no child are let out as they are, and the plan has nothing to propose',
	{ timeout: 400_000 },
	async () => {
		const page = await closedRound('9994', oneAdult());
		const round = page.url();
		await page.goto(`${round}/tabellplan`);
		await page.getByRole('button', { name: 'Pröva tabellplanen' }).click({ noWaitAfter: true });
		await page.getByText('Ingen sammanslagning hjälper').waitFor({ timeout: 120_000 });
		expect(await findFaultsInWindows(page)).toEqual([]);
		await page.goto(round);
		await compile(page);
		await page.waitForURL('**/lagesbilder/**', { timeout: 180_000 });
		await page.context().close();
	}
);

test('a count of which nothing can be told is left out by a button', { timeout: 400_000 }, async () => {
	const page = await closedRound('9995', adultsInSmallCells());
	const words =
		'Visa inget om ”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Provby 9995?”, Vuxna (Polisen)';
	await compile(page);
	await page.getByRole('heading', { name: words }).waitFor({ timeout: 180_000 });
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByRole('button', { name: words }).click();
	await page.waitForURL('**/tabellplan');
	expect(await page.locator('.changes > li > span').allInnerTexts()).toEqual([words]);
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByRole('link', { name: 'Till omgången, för att sammanställa' }).click();
	await compile(page);
	await page.waitForURL('**/lagesbilder/**', { timeout: 180_000 });
	await page.context().close();
});
