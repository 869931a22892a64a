import { randomUUID } from 'node:crypto';
import { addDays, calendarDate, dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { namedRhythms } from '#lib/rounds/recurrence.ts';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import type { RoundPlan } from '#lib/rounds/roundPlan.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import { insertAccount } from '../access/accountStore.ts';
import type { Actor, Role } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { hasMunicipality, insertArea, insertMunicipality } from '../organisations/municipalityStore.ts';
import { addMainContact } from '../organisations/register/addMainContact.ts';
import { insertOrganisation, insertUnit } from '../organisations/partnerStore.ts';
import { commentOnRound } from '../rounds/commentOnRound.ts';
import { insertSeries } from '../rounds/seriesStore.ts';
import { answerRound, beginRound } from './answerRound.ts';
import type { Staff } from './demonstrationSteps.ts';
import { decideAndFollowUp } from './fillPlans.ts';
import { fillMotions } from './fillMotions.ts';
import { beginReference, writeStatistics } from './fillReference.ts';
import { fillRegister } from './fillRegister.ts';
import { finishRound, startRound } from './runRound.ts';
import { seededRandom } from './seededRandom.ts';
import {
	demonstrationPassword,
	lastDemonstrationYear,
	sjovalla,
	sjovallaAreas,
	sjovallaOrganisations,
	sjovallaStaff
} from './sjovalla.ts';
import { publishedOn } from './sjovallaReference.ts';

const firstDay = calendarDate('2023-07-01');

/** The day that the network was put in the register. */
const registerDay = calendarDate('2023-09-01');

/** The same application at another moment, so that rounds of past years get the times they would have had. */
export function applicationAt(application: Application, day: CalendarDate): Application {
	return { ...application, clock: { now: () => new Date(`${day}T09:00:00Z`) } };
}

async function insertStaff(sql: Sql, now: Date): Promise<Record<Role, Actor>> {
	const actors: Partial<Record<Role, Actor>> = {};
	for (const person of sjovallaStaff) {
		const accountId = randomUUID();
		await insertAccount(sql, { ...person, accountId, password: demonstrationPassword }, now);
		actors[person.role] = { ...person, accountId, municipalityId: sjovalla.municipalityId };
	}
	return actors as Record<Role, Actor>;
}

async function insertPartners(sql: Sql): Promise<string[]> {
	const unitIds: string[] = [];
	for (const organisation of sjovallaOrganisations) {
		const organisationId = randomUUID();
		await insertOrganisation(sql, { organisationId, name: organisation.name, kind: organisation.kind });
		for (const unit of organisation.units) {
			const unitId = randomUUID();
			unitIds.push(unitId);
			await insertUnit(sql, {
				unitId,
				organisationId,
				name: unit.name,
				sector: organisation.sector,
				areaId: unit.areaId ?? null,
				activeFrom: firstDay,
				activeTo: null
			});
			await addMainContact(sql, {
				organisationId,
				unitId,
				name: unit.contactName,
				language: 'sv',
				email: `enhet${String(unitIds.length)}@partner.example`,
				from: firstDay
			});
		}
	}
	return unitIds;
}

interface Ground {
	readonly staff: Staff;
	readonly seriesId: string;
	readonly unitIds: readonly string[];
}

async function insertGround(application: Application): Promise<Ground> {
	const { database, clock } = application;
	return await withMunicipality(database, sjovalla.municipalityId, async (sql) => {
		await insertMunicipality(sql, sjovalla);
		for (const area of sjovallaAreas) await insertArea(sql, area);
		const staff = await insertStaff(sql, clock.now());
		const seriesId = randomUUID();
		await insertSeries(sql, {
			seriesId,
			slug: 'sex-mot-ersattning',
			title: 'Sex mot ersättning och människohandel',
			theme: 'Prostitution, sex mot ersättning och människohandel',
			isMain: true,
			rhythm: namedRhythms.yearly,
			answeringDays: 42,
			reminders: usualReminders,
			board: null,
			information: '',
			retention: null,
			legalBasis:
				'Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete, 4–6 §§, och kommunfullmäktiges uppdrag om en återkommande kartläggning.'
		});
		return { staff, seriesId, unitIds: await insertPartners(sql) };
	});
}

function planFor(ground: Ground, year: number, opensOn: CalendarDate): RoundPlan {
	return {
		seriesId: ground.seriesId,
		year,
		part: null,
		periodFrom: calendarDate(`${String(year - 1)}-01-01`),
		periodTo: calendarDate(`${String(year - 1)}-12-31`),
		opensOn,
		closesOn: addDays(opensOn, 42),
		threshold: defaultThreshold,
		unitIds: [...ground.unitIds]
	};
}

/** A round of a past year, from opening to publication. Some units never answer. */
async function playPastRound(application: Application, ground: Ground, year: number): Promise<void> {
	const opensOn = calendarDate(`${String(year)}-01-15`);
	const roundId = await startRound(
		applicationAt(application, opensOn),
		ground.staff,
		planFor(ground, year, opensOn)
	);
	const random = seededRandom(`answering/${String(year)}`);
	await answerRound(applicationAt(application, addDays(opensOn, 20)), ground.staff.samordnare, {
		roundId,
		year,
		answers: (unitName) => unitName.startsWith('Lokalpolisområde') || random.chance(0.88)
	});
	await finishRound(applicationAt(application, addDays(opensOn, 90)), ground.staff, { roundId, year });
	await decideAndFollowUp(application, ground.staff.samordnare, { roundId, year });
}

/** The round that is open now: half of the units have answered, in each sector somebody has not, and one has begun. */
async function playOpenRound(application: Application, ground: Ground, year: number): Promise<void> {
	const opensOn = addDays(dayInSweden(application.clock.now()), -14);
	const roundId = await startRound(
		applicationAt(application, opensOn),
		ground.staff,
		planFor(ground, year, opensOn)
	);
	await commentOnRound(applicationAt(application, addDays(opensOn, 7)), ground.staff.samordnare, {
		roundId,
		text: 'Lokalpolisområdet har bytt kontaktperson och svarar i slutet av svarstiden.'
	});
	const random = seededRandom(`answering/${String(year)}`);
	const waiting = new Set([
		'Lokalpolisområde Sjövalla',
		'Socialjouren',
		'Sjögymnasiet',
		'Stödföreningen Nattlampan'
	]);
	await answerRound(applicationAt(application, addDays(opensOn, 9)), ground.staff.samordnare, {
		roundId,
		year,
		answers: (unitName) => !waiting.has(unitName) && random.chance(0.55)
	});
	await beginRound(applicationAt(application, addDays(opensOn, 11)), ground.staff.samordnare, {
		roundId,
		year,
		open: ['Lokalpolisområde Sjövalla', 'Sjögymnasiet', 'Stödföreningen Nattlampan'],
		begin: ['Sjögymnasiet']
	});
	await application.marks.flush();
}

/**
 * Fills an empty database with Sjövalla kommun: partners, two published rounds and one that is open. Everything goes
 * through the program's own use cases. @returns false, and writes nothing, when the database is in use.
 */
export async function loadDemonstration(application: Application): Promise<boolean> {
	if (await hasMunicipality(application.database.sql)) return false;
	const ground = await insertGround(application);
	await fillRegister(applicationAt(application, registerDay), ground.staff.samordnare);
	const { samordnare } = ground.staff;
	await beginReference(applicationAt(application, registerDay), samordnare);
	await writeStatistics(applicationAt(application, publishedOn(2023)), samordnare, { from: 2020, to: 2023 });
	await playPastRound(application, ground, 2024);
	await writeStatistics(applicationAt(application, publishedOn(2024)), samordnare, { from: 2024, to: 2024 });
	await playPastRound(application, ground, 2025);
	await writeStatistics(applicationAt(application, publishedOn(2025)), samordnare, { from: 2025, to: 2025 });
	await fillMotions(application, ground.staff.samordnare);
	await playOpenRound(application, ground, lastDemonstrationYear);
	return true;
}
