import { afterAll, beforeAll, expect, it } from 'vitest';
import { clauseSchema, decisionSchema, newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { decideMotion } from '#lib/server/lagesbild/uppdrag/decideMotion.ts';
import { printMotionAnswer, printUnfinishedMotions } from '#lib/server/lagesbild/uppdrag/printMotions.ts';
import { readMotion, readMotions } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { removeClause, saveClause } from '#lib/server/lagesbild/uppdrag/saveClause.ts';
import { addMotion, saveMotion } from '#lib/server/lagesbild/uppdrag/saveMotion.ts';
import { saveMotionTexts } from '#lib/server/lagesbild/uppdrag/saveMotionTexts.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { emptyMotionTexts } from '../../support/motionBuilder.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
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

const facts = newMotionSchema.parse({
	title: 'De andras motion',
	receivedOn: '2025-02-24',
	movers: 'Astrid Holm (SL)',
	diarienummer: 'KS 2025-2',
	clauses: 'att ett görs'
});

it('a samordnare neither sees nor changes a motion of another municipality, with its ids in hand', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const added = await addMotion(application, other.actors.samordnare, facts);
	const motionId = added.ok ? added.value : '';
	const before = await readMotions(application, other.actors.samordnare);
	const clauseId = before.motions[0]?.clauses[0]?.clauseId ?? '';
	const clause = clauseSchema.parse({ wording: 'att annat görs' });
	const decision = decisionSchema.parse({
		decidedOn: '2026-01-10',
		reference: '§ 1',
		outcomes: { [clauseId]: 'avslag' }
	});
	const outcomes = [
		await readMotion(application, actor, motionId),
		await saveMotion(application, actor, { motionId, form: facts }),
		await saveClause(application, actor, { motionId, clauseId, form: clause }),
		await saveClause(application, actor, { motionId, clauseId: null, form: clause }),
		await removeClause(application, actor, { motionId, clauseId }),
		await decideMotion(application, actor, { motionId, form: decision }),
		await saveMotionTexts(application, actor, { motionId, revision: 1, texts: emptyMotionTexts() }),
		await printMotionAnswer(application, actor, motionId)
	];
	expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'unknown-motion' })));
	expect((await readMotions(application, actor)).motions).toEqual([]);
	const list = await printUnfinishedMotions(application, actor, 'csv');
	expect(new TextDecoder().decode(list.bytes)).not.toContain('De andras motion');
	expect(await readMotions(application, other.actors.samordnare)).toEqual(before);
});

it('an att-sats is linked to no round of another municipality', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const round = await createRound(application, other.actors.samordnare, planOf(other));
	const roundId = round.ok ? round.value.roundId : '';
	const added = await addMotion(application, actor, facts);
	const motionId = added.ok ? added.value : '';
	const form = clauseSchema.parse({ wording: 'att något görs', roundIds: roundId });
	expect(await saveClause(application, actor, { motionId, clauseId: null, form })).toEqual({
		ok: false,
		refusal: 'unknown-link'
	});
});
