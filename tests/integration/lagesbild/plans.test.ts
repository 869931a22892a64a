import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clauseSchema, newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { followUpSchema, measureSchema, planDecisionSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { finishRound } from '#lib/server/demonstration/runRound.ts';
import { beginPlan } from '#lib/server/lagesbild/atgardsplan/beginPlan.ts';
import { decidePlan } from '#lib/server/lagesbild/atgardsplan/decidePlan.ts';
import { followUpMeasure } from '#lib/server/lagesbild/atgardsplan/followUpMeasure.ts';
import { readPlan, readPlans } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { removeMeasure, saveMeasure } from '#lib/server/lagesbild/atgardsplan/saveMeasure.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { explainCorrection } from '#lib/server/lagesbild/explainCorrection.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { returnForChanges, submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { readMotion } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { readFeedback } from '#lib/server/lagesbild/readFeedback.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { saveClause } from '#lib/server/lagesbild/uppdrag/saveClause.ts';
import { addMotion } from '#lib/server/lagesbild/uppdrag/saveMotion.ts';
import { demonstrationMethod } from '#lib/server/demonstration/reportTexts.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let roundId = '';
let planId = '';
let findingIds: readonly string[] = [];

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	const opened = await openRoundOfPolice(application);
	own = opened.municipality;
	({ roundId } = opened.round);
	await saveMethod(application, own.actors.samordnare, { roundId, method: demonstrationMethod });
});
afterAll(() => database.close());

const measureForm = (changes: Record<string, string> = {}) =>
	measureSchema.parse({
		text: 'Utbilda dem som möter målgruppen',
		kind: 'kompetens',
		findingIds: findingIds.slice(0, 1).join(','),
		board: 'Socialnämnden',
		responsible: 'Verksamhetschef',
		from: '2026-01-01',
		to: '2026-12-31',
		specific: 'Alla har gått utbildningen',
		...changes
	});

const add = async (changes: Record<string, string> = {}) => {
	const form = measureForm(changes);
	return await saveMeasure(database.application, own.actors.samordnare, { planId, measureId: null, form });
};

const viewNow = async () => {
	const view = await readPlan(database.application, own.actors.lasare, planId);
	if (!view.ok) throw new Error(view.refusal);
	return view.value;
};

const decisionOn = (on: string) =>
	planDecisionSchema.parse({ body: 'Kommunfullmäktige', on, reference: '§ 7' });

/** The only att-sats of a new motion, once it has been linked. */
async function clauseLinkedTo(links: Record<string, string>) {
	const { application } = database;
	const { samordnare } = own.actors;
	const motion = newMotionSchema.parse({
		title: 'Utbilda',
		receivedOn: '2025-02-24',
		movers: 'Astrid Holm (SL)',
		diarienummer: 'KS 2025-2',
		clauses: 'att fler utbildas'
	});
	const added = await addMotion(application, samordnare, motion);
	const motionId = added.ok ? added.value : '';
	const clauseNow = async () => {
		const read = await readMotion(application, samordnare, motionId);
		return read.ok ? read.value.motion.clauses[0] : undefined;
	};
	const clauseId = (await clauseNow())?.clauseId ?? '';
	const form = clauseSchema.parse({ wording: 'att fler utbildas', ...links });
	expect((await saveClause(application, samordnare, { motionId, clauseId, form })).ok).toBe(true);
	return await clauseNow();
}

const feedbackOf = (year: number) => readFeedback(database.application, { slug: 'provby-9998', year });

/** What the public page tells of the plan now, and the fixed content beside it. */
async function publishedNow() {
	const read = await readPublished(database.application, { slug: 'provby-9998', year: 2026 });
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

describe('a plan', () => {
	it('has a page for those who answered from the day that they were asked, and none in other years', async () => {
		expect(await feedbackOf(2026)).toEqual({ ok: true, value: { state: 'waiting' } });
		expect(await feedbackOf(2025)).toEqual({ ok: false, refusal: 'not-published' });
	});

	it('is begun when the round has a lägesbild, once, and by the samordnare', async () => {
		const { application } = database;
		const { samordnare, granskare } = own.actors;
		expect(await beginPlan(application, samordnare, roundId)).toEqual({ ok: false, refusal: 'no-lagesbild' });
		await finishRound(application, own.actors, { roundId, year: 2030 });
		expect(await beginPlan(application, granskare, roundId)).toEqual({ ok: false, refusal: 'not-allowed' });
		const begun = await beginPlan(application, samordnare, roundId);
		expect(await beginPlan(application, samordnare, roundId)).toEqual(begun);
		planId = begun.ok ? begun.value : '';
		findingIds = (await viewNow()).findings.map(({ findingId }) => findingId);
		expect(findingIds.length).toBeGreaterThan(0);
	});

	it('takes only measures that answer a finding of its own lägesbild, and indicators that have been released', async () => {
		expect(measureSchema.safeParse({ findingIds: '' }).success).toBe(false);
		const unknown = '00000000-0000-4000-8000-000000000000';
		expect(await add({ findingIds: unknown })).toEqual({ ok: false, refusal: 'unknown-finding' });
		expect(await add({ indicator: 'S1-finns|inte' })).toEqual({ ok: false, refusal: 'unknown-indicator' });
		const { indicators } = await viewNow();
		const [first] = indicators.flatMap(({ options }) => options);
		expect((await add({ indicator: first?.place ?? '' })).ok).toBe(true);
		const { plan } = await viewNow();
		expect(plan.measures.map(({ content }) => [content.text, content.indicator?.title])).toEqual([
			['Utbilda dem som möter målgruppen', first?.title]
		]);
	});

	it('is changed and thinned out while it is a proposal', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const added = await add({ text: 'Bort igen' });
		const measureId = added.ok ? added.value : '';
		const form = measureForm({ text: 'Bort strax', cost: '10 000 kr', funding: 'Egna medel' });
		expect((await saveMeasure(application, samordnare, { planId, measureId, form })).ok).toBe(true);
		const changed = (await viewNow()).plan.measures.find((measure) => measure.measureId === measureId);
		expect([changed?.content.text, changed?.content.cost]).toEqual(['Bort strax', 10_000]);
		expect((await removeMeasure(application, samordnare, { planId, measureId })).ok).toBe(true);
		expect((await viewNow()).plan.measures).toHaveLength(1);
	});

	it('stands still while a lägesbild of the series is reviewed', async () => {
		const { application } = database;
		const { samordnare, granskare } = own.actors;
		const compiled = await compileLagesbild(application, samordnare, roundId);
		if (!compiled.ok) throw new Error(compiled.refusal);
		const { lagesbildId } = compiled.value;
		await explainCorrection(application, samordnare, { lagesbildId, reason: 'Planen är tillagd.' });
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
		expect(await add()).toEqual({ ok: false, refusal: 'under-review' });
		await returnForChanges(application, granskare, { lagesbildId, reason: 'Se över planen.' });
		const read = await readLagesbild(application, samordnare, lagesbildId);
		const chapter = read.ok && read.value.content.chapters.find(({ id }) => id === 'atgardsplan');
		expect(chapter && chapter.sections.map(({ title }) => title)).toEqual([
			'Åtgärderna i korthet',
			'Utbilda dem som möter målgruppen'
		]);
	});

	it('is decided against the published version, and its measures stand after that', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const decide = async (on: string) => {
			const decided = await decidePlan(application, samordnare, { planId, form: decisionOn(on) });
			return decided.ok ? 'decided' : decided.refusal;
		};
		expect(await decide('2026-12-31')).toBe('in-the-future');
		expect((await publishedNow()).plan).toBe(null);
		expect(await decide('2026-01-16')).toBe('decided');
		const { plan } = await viewNow();
		expect(plan.decision).toMatchObject({ body: 'Kommunfullmäktige', on: '2026-01-16', version: 1 });
		expect(await add()).toEqual({ ok: false, refusal: 'already-decided' });
		const [measure] = plan.measures;
		const update = database.owner.sql`
			update measure set place = 9 where measure_id = ${measure?.measureId ?? ''}`;
		await expect(update).rejects.toMatchObject({ constraint_name: 'measure_decided_is_fixed' });
	});

	it('is followed up with dated notes, the latest of which is the measure’s state', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const measureId = (await viewNow()).plan.measures[0]?.measureId ?? '';
		const note = async (on: string, status: string) => {
			const form = followUpSchema.parse({ on, status, text: `Läget ${on}` });
			const written = await followUpMeasure(application, samordnare, { planId, measureId, form });
			return written.ok ? 'written' : written.refusal;
		};
		expect(await note('2026-01-15', 'pagar')).toBe('before-decision');
		expect(await note('2026-12-31', 'pagar')).toBe('in-the-future');
		expect(await note('2026-01-16', 'klar')).toBe('written');
		const { plan, clock } = await viewNow();
		expect(plan.measures[0]?.followUps).toEqual([
			{ on: '2026-01-16', by: 'Namn samordnare', status: 'klar', text: 'Läget 2026-01-16' }
		]);
		expect(clock?.deadline).toBe('2028-01-16');
		const { reminders } = await readPlans(application, own.actors.lasare);
		expect(reminders).toEqual({ pledges: [], plans: [] });
	});

	it('is followed on the public page and by those who answered, apart from what was fixed', async () => {
		const { plan, lagesbild } = await publishedNow();
		expect(plan?.decision).toEqual({ body: 'Kommunfullmäktige', on: '2026-01-16', reference: '§ 7' });
		expect(plan?.measures).toEqual([
			expect.objectContaining({
				text: 'Utbilda dem som möter målgruppen',
				findingIds: findingIds.slice(0, 1),
				statusText: 'Klar',
				followedUpOn: '2026-01-16'
			})
		]);
		expect(lagesbild.chapters.some(({ id }) => id === 'atgardsplan')).toBe(false);
		expect(lagesbild.readers?.feedback.findings.map(({ findingId }) => findingId)).toContain(findingIds[0]);
		const feedback = await feedbackOf(2026);
		expect(feedback.ok && feedback.value.state === 'published' && feedback.value.published.plan).toEqual(
			plan
		);
	});

	it('has measures and findings that an att-sats of a motion is answered by', async () => {
		const { plan, findings } = await viewNow();
		const measureId = plan.measures[0]?.measureId ?? '';
		const [finding] = findings;
		const links = { measureIds: measureId, findingIds: finding?.findingId ?? '' };
		const clause = await clauseLinkedTo(links);
		expect([clause?.measures, clause?.findings]).toEqual([
			[{ measureId, text: 'Utbilda dem som möter målgruppen', planId, year: 2026, part: null }],
			[{ findingId: finding?.findingId, statement: finding?.content.statement, year: 2026, part: null }]
		]);
	});
});
