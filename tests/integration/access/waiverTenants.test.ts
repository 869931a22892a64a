import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WaiverForm } from '#lib/organisations/registerForms.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readWaiversOf } from '#lib/server/lagesbild/readWaivers.ts';
import { readPartners } from '#lib/server/organisations/register/readPartners.ts';
import { readWaiversOfOrganisation } from '#lib/server/organisations/register/readWaivers.ts';
import { registerWaiver, withdrawWaiver } from '#lib/server/organisations/register/saveWaiver.ts';
import { readWaiverChoices } from '#lib/server/organisations/register/waiverChoices.ts';
import { changeThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

/** An organisation of a municipality and a person who signs for it. */
async function signing({ actors }: SmallMunicipality) {
	const { register } = await readPartners(database.application, actors.samordnare);
	const { organisationId = '', contactId = '' } = register.contacts[0] ?? {};
	return { organisationId, signerId: contactId };
}

function waiverOf({ seriesId }: SmallMunicipality, signerId: string): WaiverForm {
	return {
		seriesId,
		roundId: null,
		item: null,
		details: ['sum'],
		signerId,
		signerRole: 'Chef',
		signedOn: calendarDate('2026-01-10'),
		validUntil: calendarDate('2027-01-10')
	};
}

it('a samordnare neither sees, registers nor withdraws a medgivande of another municipality', async () => {
	const { application } = database;
	const theirs = other.actors.samordnare;
	const actor = own.actors.samordnare;
	const { organisationId, signerId } = await signing(other);
	const form = waiverOf(other, signerId);
	const registered = await registerWaiver(application, theirs, { organisationId, form });
	if (!registered.ok) throw new Error(registered.refusal);
	const waiverId = registered.value;

	expect(await readWaiversOfOrganisation(application, actor, { organisationId })).toEqual([]);
	expect(await withdrawWaiver(application, actor, { organisationId, waiverId })).toEqual(
		refused('unknown-waiver')
	);
	expect(await registerWaiver(application, actor, { organisationId, form })).toEqual(
		refused('unknown-signer')
	);
	const ours = await signing(own);
	const ofTheirSeries = { organisationId: ours.organisationId, form: waiverOf(other, ours.signerId) };
	expect(await registerWaiver(application, actor, ofTheirSeries)).toEqual(refused('unknown-round'));
	const { rounds } = await readWaiverChoices(application, actor);
	expect(rounds.map(({ seriesId }) => seriesId)).toEqual([own.seriesId]);
	const still = await readWaiversOfOrganisation(application, theirs, { organisationId });
	expect(still.map((each) => [each.waiverId, each.withdrawnOn])).toEqual([[waiverId, null]]);
});

it('nor which medgivanden a version of theirs was compiled with', async () => {
	const { application } = database;
	const theirs = other.actors.samordnare;
	const { roundId } = await openedRoundIn(application, other);
	await changeThreshold(application, theirs, { roundId, keepsOrganisations: true, reason: '' });
	await closeRound(application, theirs, roundId);
	const compiled = await compileLagesbild(application, theirs, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const read = await readLagesbild(application, theirs, compiled.value.lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	const { stored } = read.value;
	expect((await readWaiversOf(application, theirs, stored))?.used).toHaveLength(1);
	expect(await readWaiversOf(application, own.actors.samordnare, stored)).toBeNull();
});
