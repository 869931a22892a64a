import { afterAll, beforeAll, expect, it } from 'vitest';
import { followUpSchema, measureSchema, planDecisionSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { beginPlan } from '#lib/server/lagesbild/atgardsplan/beginPlan.ts';
import { decidePlan } from '#lib/server/lagesbild/atgardsplan/decidePlan.ts';
import { followUpMeasure } from '#lib/server/lagesbild/atgardsplan/followUpMeasure.ts';
import { readPlan, readPlanOfRound, readPlans } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { removeMeasure, saveMeasure } from '#lib/server/lagesbild/atgardsplan/saveMeasure.ts';
import { addFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { findingContent } from '../../support/findingBuilder.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;
/** The other municipality's round, its plan and the plan's only measure. */
const theirs = { roundId: '', planId: '', measureId: '' };

const measureFor = (findingId: string) =>
	measureSchema.parse({
		text: 'En åtgärd',
		kind: 'stod',
		findingIds: findingId,
		board: 'Socialnämnden',
		responsible: 'Verksamhetschef',
		from: '2026-01-01',
		to: '2026-12-31',
		specific: 'Något'
	});

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	own = await insertSmallMunicipality(application, '9997');
	const opened = await openRoundOfPolice(application);
	other = opened.municipality;
	const { samordnare } = other.actors;
	const { roundId } = opened.round;
	await closeRound(application, samordnare, roundId);
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const { lagesbildId } = compiled.value;
	const found = await addFinding(application, samordnare, { lagesbildId, content: findingContent() });
	const begun = await beginPlan(application, samordnare, roundId);
	if (!found.ok || !begun.ok) throw new Error('The other municipality has no plan');
	const form = measureFor(found.value.findingId);
	const place = { planId: begun.value, measureId: null };
	const saved = await saveMeasure(application, samordnare, { ...place, form });
	if (!saved.ok) throw new Error(saved.refusal);
	Object.assign(theirs, { roundId, planId: begun.value, measureId: saved.value });
});
afterAll(() => database.close());

it('a samordnare neither sees nor changes a plan of another municipality, with its ids in hand', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const { roundId, planId, measureId } = theirs;
	const before = await readPlans(application, other.actors.samordnare);
	const form = measureFor('00000000-0000-4000-8000-000000000000');
	const decision = planDecisionSchema.parse({ body: 'X', on: '2026-01-16', reference: '§ 1' });
	const note = followUpSchema.parse({ on: '2026-01-16', status: 'klar', text: 'X' });
	const outcomes = [
		await readPlan(application, actor, planId),
		await saveMeasure(application, actor, { planId, measureId, form }),
		await removeMeasure(application, actor, { planId, measureId }),
		await followUpMeasure(application, actor, { planId, measureId, form: note }),
		await decidePlan(application, actor, { planId, form: decision })
	];
	expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'unknown-plan' })));
	expect(await beginPlan(application, actor, roundId)).toEqual({ ok: false, refusal: 'unknown-round' });
	expect((await readPlans(application, actor)).plans).toEqual([]);
	expect(await readPlanOfRound(application, actor, roundId)).toBe(null);
	expect(await readPlanOfRound(application, other.actors.samordnare, roundId)).toEqual({
		planId,
		measures: 1,
		isDecided: false
	});
	expect(await readPlans(application, other.actors.samordnare)).toEqual(before);
});
