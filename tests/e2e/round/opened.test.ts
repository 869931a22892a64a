import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor } from '#lib/server/demonstration/visitor.ts';
import { listMarkedUnits } from '#lib/server/rounds/listMarkedUnits.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import { openRoundNow } from '../../support/askedRound.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { pressOnPage } from '../../support/browser/answerInBrowser.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { shownStates, signInPage } from '../../support/browser/staffPage.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import {
	insertSmallMunicipality,
	testPassword,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { until } from '../../support/until.ts';

// How far units have come before they answer: what a browser and a mail system leave behind, and what the staff see of it.

const today = dayInSweden(new Date());
const yesterday = addDays(today, -1);

let mail: MailServer;
let program: ProgramWithDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;
let browser: Browser;

beforeAll(async () => {
	mail = await openMailServer();
	program = await startProgramWithDatabase({ SMTP_URL: mail.smtpUrl, MAIL_FROM: 'lagesbild@prov.example' });
	municipality = await insertSmallMunicipality(program.application, '9989');
	// Of the day that a round opens on nothing is told.
	const clock = { now: () => new Date(`${yesterday}T09:00:00Z`) };
	round = await openRoundNow({ ...program.application, clock }, municipality);
	browser = await openBrowser();
});

afterAll(async () => {
	await browser.close();
	await program.stop();
	await mail.close();
});

const linkOf = (unit: string) => `/svara/${round.tokens.get(unit) ?? ''}`;

function note(unit: string, what: 'opened' | 'begun'): void {
	const place = ['Lokalpolisområde Prov', 'Vuxenenheten', 'Mottagningen', 'Föreningen Lyktan'].indexOf(unit);
	const unitId = municipality.unitIds[place] ?? '';
	program.application.marks.note({ municipalityId: '9989', roundId: round.roundId, unitId }, what, yesterday);
}

function signIn(role: 'samordnare' | 'granskare'): Promise<Page> {
	const person = { email: `${role}@9989.example`, password: testPassword };
	return signInPage(browser, person, { baseURL: program.server.origin, bypassCSP: true });
}

test('the first page tells the unit what the samordnare sees, in both languages', async () => {
	const page = await (await browser.newContext({ baseURL: program.server.origin })).newPage();
	await page.goto(linkOf('Vuxenenheten'));
	const words = await page.locator('main').innerText();
	expect(words).toContain(
		'ser från och med dagen efter vilken dag ni öppnade frågorna, började svara och svarade, aldrig klockslag och aldrig vad ni har svarat. Det ni skriver syns inte för någon utan länken förrän ni skickar in.'
	);
	await page.getByRole('link', { name: 'In English' }).click();
	expect(await page.locator('main').innerText()).toContain(
		'What you write is seen by nobody without the link until you send it.'
	);
	await page.context().close();
});

test('the round says of each unit how far it had come yesterday, to the samordnare alone', async () => {
	note('Vuxenenheten', 'opened');
	note('Mottagningen', 'opened');
	note('Mottagningen', 'begun');
	await program.application.marks.flush();
	const page = await signIn('samordnare');
	await page.goto(`/omgangar/${round.roundId}`);
	expect(Object.fromEntries(await shownStates(page))).toEqual({
		'Lokalpolisområde Prov': 'Inte öppnat',
		Vuxenenheten: `Öppnat ${writtenDay(yesterday)}`,
		Mottagningen: `Påbörjat ${writtenDay(yesterday)}`,
		'Föreningen Lyktan': 'Inte öppnat'
	});
	expect(await findFaultsInWindows(page)).toEqual([]);
	const reader = await signIn('granskare');
	await reader.goto(`/omgangar/${round.roundId}`);
	expect(new Set((await shownStates(reader)).values())).toEqual(new Set(['Inte besvarad']));
	await reader.context().close();
	await page.context().close();
});

test('those who have not opened are called, or reminded with one click', async () => {
	const page = await signIn('samordnare');
	await page.goto(`/omgangar/${round.roundId}`);
	await page.getByRole('link', { name: 'Har inte öppnat (2)' }).click();
	await page.getByText('Har inte öppnat, till och med i går (2, 2 valda)').waitFor();
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByRole('button', { name: 'Påminn de valda' }).click();
	await page.getByText('2 påminnelser är på väg').waitFor();
	await until(() => mail.received.length === 2);
	const reminded = mail.received.map(({ to }) => to);
	expect(reminded.toSorted()).toEqual(['kontakt0@partner.example', 'kontakt3@partner.example']);
	await page.context().close();
});

test('the next round is planned from the overview with one click, and stands in the year’s calendar', async () => {
	const next = `omgång ${String(Number(today.slice(0, 4)) + 1)}`;
	const page = await signIn('samordnare');
	await page.goto('/oversikt');
	await page.getByText('4 enheter tillfrågas, samma som förra omgången.').waitFor();
	await page.getByRole('button', { name: `Planera ${next}` }).click();
	await page.getByText('Omgången är planerad och öppnar av sig själv').waitFor();
	await page.goto('/oversikt');
	expect(await page.getByRole('button', { name: /^Planera omgång/ }).count()).toBe(0);
	await page.goto('/arshjul');
	expect(await page.locator('main').innerText()).toContain(`O${next.slice(1)}: öppnar`);
	await page.context().close();
});

test('a browser that goes to the questions is noted, and what fetches the link and all it leads to is not', async () => {
	const fetching = openVisitor(program.server.origin);
	const start = (await fetching.get(linkOf('Föreningen Lyktan'))).headers.get('location') ?? '';
	for (const address of [start, `${start}/sida/1`]) {
		const response = await fetching.get(address);
		expect([address, response.status]).toEqual([address, 200]);
		await response.body?.cancel();
	}
	const page = await (await browser.newContext({ baseURL: program.server.origin })).newPage();
	await page.goto(linkOf('Lokalpolisområde Prov'));
	await page.getByRole('link', { name: 'Börja svara' }).first().click();
	await page.waitForURL('**/sida/1');
	await pressOnPage(page, 'nasta');
	await page.waitForURL('**/sida/2');
	await page.context().close();
	// A program that is stopped in order writes what it has noted.
	process.kill(program.server.processId, 'SIGTERM');
	const { application } = program;
	const marked = () =>
		withMunicipality(application.database, '9989', (sql) =>
			listMarkedUnits(application, sql, { roundId: round.roundId, unitIds: municipality.unitIds })
		);
	await until(async () => (await marked()).size === 3);
	expect([...(await marked()).values()]).toEqual([
		{ openedOn: today, begunOn: null },
		{ openedOn: yesterday, begunOn: null },
		{ openedOn: yesterday, begunOn: yesterday }
	]);
});
