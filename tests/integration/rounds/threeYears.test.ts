import { afterAll, beforeAll, expect, it } from 'vitest';
import { contactSchema } from '#lib/organisations/registerForms.ts';
import type { Application } from '#lib/server/application.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { uploadReports } from '#lib/server/mail/bounces/uploadReports.ts';
import { openMailer, type Mailer } from '#lib/server/mail/mailer.ts';
import { sendDueMessages } from '#lib/server/mail/sendDueMessages.ts';
import { handOverContact } from '#lib/server/organisations/register/handOver.ts';
import { readContact } from '#lib/server/organisations/register/readContact.ts';
import { addContact } from '#lib/server/organisations/register/saveContact.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { moveRound, planRound } from '#lib/server/rounds/changeTimetable.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readTimetable } from '#lib/server/rounds/readTimetable.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { returnedMail } from '../../support/returnedMail.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-02-20T08:00:00Z');
let server: MailServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let mailer: Mailer;
/** What has come into the box, with the moment that it came. */
const box: { at: string; to: string; subject: string }[] = [];

beforeAll(async () => {
	server = await openMailServer();
	database = await openTestDatabase({ clock });
	application = {
		...database.application,
		config: { ...database.application.config, smtpUrl: server.smtpUrl }
	};
	mailer = openMailer({ smtpUrl: server.smtpUrl, mailsPerSecond: 1000 });
	municipality = await insertSmallMunicipality(application, '9998', [
		['polis', 'Ett'],
		['polis', 'Två'],
		['polis', 'Tre'],
		['polis', 'Fyra']
	]);
});
afterAll(async () => {
	mailer.close();
	await database.close();
	await server.close();
});

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const { signal } = new AbortController();

/** What a running program does at a moment. */
async function wakeAt(at: string): Promise<void> {
	clock.set(at);
	await sweep(application);
	const before = server.received.length;
	await sendDueMessages(application, mailer, { municipalityId: '9998', signal });
	const came = server.received.slice(before).map(({ to, subject }) => ({ at, to, subject }));
	box.push(...came.toSorted((a, b) => a.to.localeCompare(b.to)));
}

// The hours, in UTC, at which something happens in Swedish winter or summer time, and one when nothing does.
const hours = ['06', '07', '08', '12', '22', '23'];

/** The program runs from the first day to the last, both included. */
async function run(from: string, to: string): Promise<void> {
	for (let day = new Date(from); day <= new Date(to); day = new Date(day.getTime() + 86_400_000)) {
		for (const hour of hours) await wakeAt(`${day.toISOString().slice(0, 10)}T${hour}:00:00Z`);
	}
}

async function planYear(year: number, opensOn: string, closesOn: string): Promise<string> {
	const { samordnare } = municipality.actors;
	const days = { opensOn: calendarDate(opensOn), closesOn: calendarDate(closesOn) };
	const round = done(await createRound(application, samordnare, planOf(municipality, { year, ...days })));
	done(await planRound(application, samordnare, round.roundId));
	return round.roundId;
}

/** Answers by the link in the newest mail to an address. */
async function answer(address: string): Promise<void> {
	const mail = server.received.findLast(({ to, raw }) => to === address && raw.includes('/svara/'));
	const token = /\/svara\/([\w-]{22})/.exec(mail?.raw ?? '')?.[1] ?? '';
	done(await saveDraft(application, token, { answers: policeAnswers(), page: 7 }));
	done(await submitAnswers(application, { token, asksAboutTexts: false }));
}

const contact = (place: number) => `kontakt${String(place)}@partner.example`;

/** The person who answers for "Tre" leaves after a day, and another takes over. */
async function handOver(lastDay: string, successor: string): Promise<void> {
	const { samordnare } = municipality.actors;
	const contactId = municipality.contactIds[2] ?? '';
	const leaving = done(await readContact(application, samordnare, contactId));
	const none = { phone: '', councilPosition: '', councilFrom: '', councilTo: '' };
	const form = contactSchema.parse({ ...none, name: 'Ny Person', language: 'en', email: successor });
	const { organisationId } = leaving.contact;
	const successorId = done(await addContact(application, samordnare, { organisationId, form }));
	const handing = { contactId, successorId, lastDay: calendarDate(lastDay) };
	expect(await handOverContact(application, samordnare, handing)).toEqual(
		accepted([municipality.unitIds[2]])
	);
}

/** The newest mail to an address comes back as from a server that knows nobody there. */
async function comeBack(address: string): Promise<void> {
	const mail = server.received.findLast(({ to }) => to === address);
	const source = returnedMail({ internetId: mail?.messageId.slice(1, -1) ?? '', recipient: address });
	const { samordnare } = municipality.actors;
	const files = [{ name: 'retur.eml', source }];
	expect(done(await uploadReports(application, samordnare, files))[0]?.fate).toMatchObject({
		kind: 'known',
		isMarked: true
	});
	expect(await readOverview(application, samordnare)).toMatchObject({ bouncedAddresses: 1 });
}

async function publish(roundId: string, year: number): Promise<void> {
	const { samordnare, granskare } = municipality.actors;
	done(await saveMethod(application, samordnare, { roundId, method: demonstrationMethod }));
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const { lagesbildId } = compiled.value;
	const { stored } = done(await readLagesbild(application, samordnare, lagesbildId));
	const texts = demonstrationTexts(year, stored.texts);
	done(await saveTexts(application, samordnare, { lagesbildId, revision: stored.textsRevision, texts }));
	done(await submitForReview(application, samordnare, lagesbildId));
	const { revision } = done(await readLagesbild(application, granskare, lagesbildId)).stored;
	done(await approveAndPublish(application, granskare, { lagesbildId, revision }));
}

async function closedAt(roundId: string): Promise<string | undefined> {
	const { round } = done(await readTimetable(application, municipality.actors.samordnare, roundId));
	return round.closedAt?.toISOString();
}

/** Written by hand: the moment in UTC, whom, and what. Clocks are moved on 29 March 2026, 28 March 2027 and 29 October 2028. */
const expectedMail = `
2026-03-02T07 kontakt0 Kartläggning 2026: svara för Ett senast 17 april 2026
2026-03-02T07 kontakt1 Kartläggning 2026: svara för Två senast 17 april 2026
2026-03-02T07 kontakt2 Kartläggning 2026: svara för Tre senast 17 april 2026
2026-03-02T07 kontakt3 Kartläggning 2026: svara för Fyra senast 17 april 2026
2026-03-09T08 kontakt1 Påminnelse: svara för Två senast 17 april 2026
2026-03-09T08 kontakt2 Påminnelse: svara för Tre senast 17 april 2026
2026-03-09T08 kontakt3 Påminnelse: svara för Fyra senast 17 april 2026
2026-04-03T07 kontakt2 Påminnelse: svara för Tre senast 17 april 2026
2026-04-03T07 kontakt3 Påminnelse: svara för Fyra senast 17 april 2026
2026-04-14T07 kontakt2 Påminnelse: svara för Tre senast 17 april 2026
2026-04-14T07 kontakt3 Påminnelse: svara för Fyra senast 17 april 2026
2026-04-16T07 samordnare Omgång 2026 stänger i morgon: 2 av 4 har svarat
2026-04-18T07 kontakt0 Tack för svaret i kartläggningen 2026
2026-04-18T07 kontakt1 Tack för svaret i kartläggningen 2026
2027-03-01T07 kontakt0 Kartläggning 2027: svara för Ett senast 31 mars 2027
2027-03-01T07 kontakt1 Kartläggning 2027: svara för Två senast 31 mars 2027
2027-03-01T07 kontakt2 Kartläggning 2027: svara för Tre senast 31 mars 2027
2027-03-01T07 kontakt3 Kartläggning 2027: svara för Fyra senast 31 mars 2027
2027-03-08T08 kontakt0 Påminnelse: svara för Ett senast 31 mars 2027
2027-03-08T08 kontakt1 Påminnelse: svara för Två senast 31 mars 2027
2027-03-08T08 kontakt2 Påminnelse: svara för Tre senast 31 mars 2027
2027-03-08T08 kontakt3 Påminnelse: svara för Fyra senast 31 mars 2027
2027-03-17T08 efter Reminder: answer for Tre by 31 March 2027
2027-03-17T08 kontakt0 Påminnelse: svara för Ett senast 31 mars 2027
2027-03-17T08 kontakt1 Påminnelse: svara för Två senast 31 mars 2027
2027-03-17T08 kontakt3 Påminnelse: svara för Fyra senast 31 mars 2027
2027-03-31T07 efter Reminder: answer for Tre by 14 April 2027
2027-03-31T07 kontakt0 Påminnelse: svara för Ett senast 14 april 2027
2027-03-31T07 kontakt1 Påminnelse: svara för Två senast 14 april 2027
2027-03-31T07 kontakt3 Påminnelse: svara för Fyra senast 14 april 2027
2027-04-11T07 kontakt1 Påminnelse: svara för Två senast 14 april 2027
2027-04-11T07 kontakt3 Påminnelse: svara för Fyra senast 14 april 2027
2027-04-13T07 samordnare Omgång 2027 stänger i morgon: 2 av 4 har svarat
2027-04-15T07 efter Thank you for answering the survey of 2027
2027-04-15T07 kontakt0 Tack för svaret i kartläggningen 2027
2027-11-20T08 samordnare Lägesbilden ska vara uppdaterad senast 20 maj 2028
2028-10-04T06 efter Survey 2028: answer for Tre by 13 November 2028
2028-10-04T06 kontakt0 Kartläggning 2028: svara för Ett senast 13 november 2028
2028-10-04T06 kontakt1 Kartläggning 2028: svara för Två senast 13 november 2028
2028-10-04T06 kontakt3 Kartläggning 2028: svara för Fyra senast 13 november 2028
2028-10-09T07 efter Reminder: answer for Tre by 13 November 2028
2028-10-09T07 kontakt0 Påminnelse: svara för Ett senast 13 november 2028
2028-10-09T07 kontakt1 Påminnelse: svara för Två senast 13 november 2028
2028-11-12T08 samordnare Omgång 2028 stänger i morgon: 3 av 4 har svarat
2028-11-14T08 efter Thank you for answering the survey of 2028
2028-11-14T08 kontakt0 Tack för svaret i kartläggningen 2028
2028-11-14T08 kontakt1 Tack för svaret i kartläggningen 2028
`;

it('three yearly rounds send what the table says, and nothing else', { timeout: 120_000 }, async () => {
	const first = await planYear(2026, '2026-03-02', '2026-04-17');
	await run('2026-02-28', '2026-03-05');
	await answer(contact(0));
	await run('2026-03-06', '2026-03-20');
	await answer(contact(1));
	await run('2026-03-21', '2026-04-19');
	expect(await closedAt(first)).toBe('2026-04-17T22:00:00.000Z');
	clock.set('2026-05-20T10:00:00Z');
	await publish(first, 2026);

	clock.set('2027-02-20T08:00:00Z');
	const second = await planYear(2027, '2027-03-01', '2027-03-31');
	await run('2027-02-28', '2027-03-09');
	await handOver('2027-03-09', 'efter@partner.example');
	await run('2027-03-10', '2027-03-19');
	clock.set('2027-03-20T10:00:00Z');
	const days = { opensOn: calendarDate('2027-03-01'), closesOn: calendarDate('2027-04-14') };
	done(await moveRound(application, municipality.actors.samordnare, { roundId: second, days }));
	await run('2027-03-21', '2027-04-02');
	await answer(contact(0));
	await answer('efter@partner.example');
	await run('2027-04-03', '2027-04-16');
	expect(await closedAt(second)).toBe('2027-04-14T22:00:00.000Z');
	await run('2027-11-19', '2027-11-21');

	clock.set('2028-09-20T08:00:00Z');
	const third = await planYear(2028, '2028-10-02', '2028-11-13');
	await run('2028-10-01', '2028-10-01');
	// Down on the 2nd and the 3rd, over the opening hour.
	await run('2028-10-04', '2028-10-05');
	await comeBack(contact(3));
	await run('2028-10-06', '2028-10-20');
	for (const address of [contact(0), contact(1), 'efter@partner.example']) await answer(address);
	await run('2028-10-21', '2028-11-15');
	expect(await closedAt(third)).toBe('2028-11-13T23:00:00.000Z');

	const lines = box.map(({ at, to, subject }) => `${at.slice(0, 13)} ${to.split('@')[0] ?? ''} ${subject}`);
	expect(lines.join('\n')).toBe(expectedMail.trim());
	expect(box.filter(({ to }) => to.startsWith('samordnare')).map(({ to }) => to)).toEqual(
		Array(4).fill('samordnare@9998.example')
	);
});
