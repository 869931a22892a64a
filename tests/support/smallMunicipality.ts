import { randomUUID } from 'node:crypto';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import type { RoundPlan } from '#lib/rounds/roundPlan.ts';
import { insertAccount } from '#lib/server/access/accountStore.ts';
import { roles, type Actor, type Role } from '#lib/server/access/actor.ts';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { tokenInLetter } from '#lib/server/demonstration/tokenInLetter.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { addMainContact } from '#lib/server/organisations/register/addMainContact.ts';
import { insertArea, insertMunicipality } from '#lib/server/organisations/municipalityStore.ts';
import { insertOrganisation, insertUnit } from '#lib/server/organisations/partnerStore.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { namedRhythms } from '#lib/rounds/recurrence.ts';
import { insertSeries } from '#lib/server/rounds/seriesStore.ts';

export interface SmallMunicipality {
	readonly municipalityId: string;
	readonly actors: Readonly<Record<Role, Actor>>;
	readonly seriesId: string;
	readonly unitIds: readonly string[];
	/** The contact of each unit, in the same order. */
	readonly contactIds: readonly string[];
}

/** One organisation with one unit for each name; the first part of the name is the sector. */
const defaultUnits: readonly (readonly [Sector, string])[] = [
	['polis', 'Lokalpolisområde Prov'],
	['socialtjanst', 'Vuxenenheten'],
	['socialtjanst', 'Mottagningen'],
	['civilsamhalle', 'Föreningen Lyktan']
];

export const testPassword = 'korrekt-hast-batteri';

/** An invented municipality with three members of staff, partners and a series. */
export async function insertSmallMunicipality(
	application: Application,
	municipalityId: string,
	units = defaultUnits
): Promise<SmallMunicipality> {
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		await insertMunicipality(sql, {
			municipalityId,
			name: `Provby ${municipalityId}`,
			slug: `provby-${municipalityId}`,
			population: 20_000,
			administration: 'Kommunkontoret',
			responsibleBoard: 'Kommunstyrelsen',
			coordinatorName: 'Prov Provsson',
			coordinatorEmail: `samordnare@${municipalityId}.example`,
			coordinatorPhone: '0999-1',
			isDemonstration: false
		});
		await insertArea(sql, { areaId: 'tatorten', name: 'Tätorten', population: 9000 });
		const actors: Partial<Record<Role, Actor>> = {};
		for (const role of roles) {
			const person = { name: `Namn ${role}`, email: `${role}@${municipalityId}.example`, role };
			const accountId = randomUUID();
			await insertAccount(sql, { ...person, accountId, password: testPassword }, application.clock.now());
			actors[role] = { ...person, accountId, municipalityId };
		}
		const unitIds: string[] = [];
		const contactIds: string[] = [];
		for (const [sector, name] of units) {
			const organisationId = randomUUID();
			const unitId = randomUUID();
			await insertOrganisation(sql, {
				organisationId,
				name: `Organisation för ${name}`,
				kind: 'other_authority'
			});
			await insertUnit(sql, {
				unitId,
				organisationId,
				name,
				sector,
				areaId: null,
				activeFrom: calendarDate('2020-01-01'),
				activeTo: null
			});
			const contactId = await addMainContact(sql, {
				organisationId,
				unitId,
				name: `Kontakt ${name}`,
				language: 'sv',
				email: `kontakt${String(unitIds.length)}@partner.example`,
				from: calendarDate('2020-01-01')
			});
			unitIds.push(unitId);
			contactIds.push(contactId);
		}
		const seriesId = randomUUID();
		await insertSeries(sql, {
			seriesId,
			slug: 'serie',
			title: 'Sex mot ersättning',
			theme: 'Prostitution och människohandel',
			isMain: true,
			rhythm: namedRhythms.yearly,
			answeringDays: 42,
			reminders: usualReminders,
			board: null,
			information: '',
			retention: null,
			legalBasis: 'Lag (2023:196)'
		});
		return { municipalityId, actors: actors as Record<Role, Actor>, seriesId, unitIds, contactIds };
	});
}

export function planOf(municipality: SmallMunicipality, changes: Partial<RoundPlan> = {}): RoundPlan {
	return {
		seriesId: municipality.seriesId,
		year: 2026,
		part: null,
		periodFrom: calendarDate('2025-01-01'),
		periodTo: calendarDate('2025-12-31'),
		opensOn: calendarDate('2026-01-15'),
		closesOn: calendarDate('2026-02-28'),
		threshold: 5,
		unitIds: [...municipality.unitIds],
		...changes
	};
}

export interface OpenedRound {
	readonly roundId: string;
	/** Name of the unit → token of its link. */
	readonly tokens: ReadonlyMap<string, string>;
}

/** Creates and opens a round, and reads the links out of the letters. */
export async function openedRoundIn(
	application: Application,
	municipality: SmallMunicipality,
	plan: RoundPlan = planOf(municipality)
): Promise<OpenedRound> {
	const { samordnare } = municipality.actors;
	const created = await createRound(application, samordnare, plan);
	if (!created.ok) throw new Error(created.refusal);
	const { roundId } = created.value;
	const opened = await openRound(application, samordnare, roundId);
	if (!opened.ok) throw new Error(opened.refusal);
	const letters = await listLetters(application, samordnare, roundId);
	if (!letters.ok) throw new Error(letters.refusal);
	const tokens = letters.value.letters.map((letter) => {
		const token = tokenInLetter(letter.body);
		if (!token) throw new Error('A letter without a link');
		return [letter.recipientName.split(', ')[0] ?? '', token] as const;
	});
	return { roundId, tokens: new Map(tokens) };
}
