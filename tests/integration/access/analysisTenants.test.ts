import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { explainCorrection } from '#lib/server/lagesbild/explainCorrection.ts';
import { addFinding, changeFinding, removeFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import { readTextHistory } from '#lib/server/lagesbild/readTextHistory.ts';
import { readDecisions, registerDecision } from '#lib/server/lagesbild/registerDecision.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { refused } from '#lib/shared/result.ts';
import { findingContent } from '../../support/findingBuilder.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
/** A draft of another municipality, and a finding of it. */
let lagesbildId = '';
let findingId = '';

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	own = await insertSmallMunicipality(application, '9997');
	const { municipality, round } = await openRoundOfPolice(application);
	const { samordnare } = municipality.actors;
	await closeRound(application, samordnare, round.roundId);
	const compiled = await compileLagesbild(application, samordnare, round.roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	({ lagesbildId } = compiled.value);
	const added = await addFinding(application, samordnare, { lagesbildId, content: findingContent() });
	if (!added.ok) throw new Error(added.refusal);
	({ findingId } = added.value);
});
afterAll(() => database.close());

it('a samordnare writes no finding and reads no text of another municipality', async () => {
	const { application } = database;
	const { samordnare } = own.actors;
	const content = findingContent();
	const place = { lagesbildId, findingId, revision: 1 };
	expect([
		await addFinding(application, samordnare, { lagesbildId, content }),
		await changeFinding(application, samordnare, { ...place, content }),
		await removeFinding(application, samordnare, place)
	]).toEqual(Array.from({ length: 3 }, () => refused('unknown-lagesbild')));
	expect([
		await previewTexts(application, samordnare, { lagesbildId, fields: {} }),
		await readTextHistory(application, samordnare, { lagesbildId, revision: null })
	]).toEqual([refused('unknown-lagesbild'), refused('unknown-lagesbild')]);
	const [row] = await database.owner.sql<{ revision: number }[]>`select revision from lagesbild_finding`;
	expect(row?.revision).toBe(1);
});

it('a samordnare neither explains a correction of another municipality nor sees or notes what was decided', async () => {
	const { application } = database;
	const { samordnare } = own.actors;
	const decision = {
		body: 'Kommunfullmäktige',
		decidedOn: calendarDate('2026-01-16'),
		paragraph: '§ 1',
		diarienummer: null,
		outcome: 'att lägga lägesbilden till handlingarna'
	};
	expect([
		await explainCorrection(application, samordnare, { lagesbildId, reason: 'Ingen' }),
		await registerDecision(application, samordnare, { lagesbildId, decision })
	]).toEqual([refused('unknown-lagesbild'), refused('unknown-lagesbild')]);
	expect(await readDecisions(application, samordnare, lagesbildId)).toEqual([]);
});
