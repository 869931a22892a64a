import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clauseSchema, decisionSchema, newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { decideMotion } from '#lib/server/lagesbild/uppdrag/decideMotion.ts';
import { printMotionAnswer, printUnfinishedMotions } from '#lib/server/lagesbild/uppdrag/printMotions.ts';
import { readMotion, readMotions } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { removeClause, saveClause } from '#lib/server/lagesbild/uppdrag/saveClause.ts';
import { addMotion, saveMotion } from '#lib/server/lagesbild/uppdrag/saveMotion.ts';
import { saveMotionTexts } from '#lib/server/lagesbild/uppdrag/saveMotionTexts.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { wordParagraphs } from '../../support/documentText.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let roundId = '';

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	const created = await createRound(database.application, own.actors.samordnare, planOf(own));
	if (!created.ok) throw new Error(created.refusal);
	({ roundId } = created.value);
});
afterAll(() => database.close());

const newMotion = (title: string) =>
	newMotionSchema.parse({
		title,
		receivedOn: '2025-02-24',
		movers: 'Astrid Holm (SL)\nViggo Lind (BV)',
		diarienummer: 'SON 2025-1\nKS 2025-2',
		clauses: 'att ett görs\natt två görs\natt tre görs'
	});

async function registered(title: string): Promise<string> {
	const added = await addMotion(database.application, own.actors.samordnare, newMotion(title));
	if (!added.ok) throw new Error(added.refusal);
	return added.value;
}

async function motionNow(motionId: string) {
	const read = await readMotion(database.application, own.actors.lasare, motionId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

async function clauseIdsOf(motionId: string): Promise<string[]> {
	const { motion } = await motionNow(motionId);
	return motion.clauses.map(({ clauseId }) => clauseId);
}

describe('a motion', () => {
	it('is registered by the samordnare and read by all of the staff, with its year', async () => {
		const { application } = database;
		expect(await addMotion(application, own.actors.granskare, newMotion('Nekad'))).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		const { motion, clock } = await motionNow(await registered('Läst'));
		expect({
			title: motion.title,
			movers: motion.movers,
			diarienummer: motion.diarienummer,
			clauses: motion.clauses.map(({ place, wording }) => `${String(place)} ${wording}`),
			clock
		}).toEqual({
			title: 'Läst',
			movers: [
				{ name: 'Astrid Holm', party: 'SL' },
				{ name: 'Viggo Lind', party: 'BV' }
			],
			diarienummer: ['SON 2025-1', 'KS 2025-2'],
			clauses: ['1 att ett görs', '2 att två görs', '3 att tre görs'],
			clock: { deadline: '2026-02-24', daysLeft: 39, state: 'soon' }
		});
	});

	it('has att-satser that are answered, linked to rounds and law, and taken out while it is undecided', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const motionId = await registered('Besvarad');
		const [first = '', second = '', third = ''] = await clauseIdsOf(motionId);
		const form = clauseSchema.parse({
			wording: 'att ett görs',
			proposedAnswer: 'besvarad',
			reason: 'kartläggningen',
			legalBasis: '4 § lagen (2023:196)',
			roundIds: roundId,
			watchOn: '2027-01-01',
			watchFor: 'Utvärderingen'
		});
		expect(await saveClause(application, samordnare, { motionId, clauseId: first, form })).toEqual({
			ok: true,
			value: first
		});
		expect((await removeClause(application, samordnare, { motionId, clauseId: second })).ok).toBe(true);
		const { motion } = await motionNow(motionId);
		expect(motion.clauses).toEqual([
			{
				clauseId: first,
				place: 1,
				wording: 'att ett görs',
				proposedAnswer: 'besvarad',
				reason: 'kartläggningen',
				legalBasis: '4 § lagen (2023:196)',
				rounds: [{ roundId, year: 2026, part: null }],
				findings: [],
				measures: [],
				watch: { on: '2027-01-01', for: 'Utvärderingen' },
				outcome: null
			},
			expect.objectContaining({ clauseId: third, place: 2, wording: 'att tre görs' })
		]);
		const unknownRound = { ...form, roundIds: ['00000000-0000-4000-8000-000000000000'] };
		expect(
			await saveClause(application, samordnare, { motionId, clauseId: first, form: unknownRound })
		).toEqual({ ok: false, refusal: 'unknown-link' });
	});

	it('is decided once every att-sats has an outcome, and then leaves the list of the unfinished', async () => {
		const { application } = database;
		const { samordnare, lasare } = own.actors;
		const motionId = await registered('Beslutad');
		const clauseIds = await clauseIdsOf(motionId);
		const outcomesOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'besvarad']));
		const form = (decidedOn: string, ids: readonly string[]) =>
			decisionSchema.parse({ decidedOn, reference: '§ 84', outcomes: outcomesOf(ids) });
		const outcome = async (decidedOn: string, ids = clauseIds) => {
			const decided = await decideMotion(application, samordnare, { motionId, form: form(decidedOn, ids) });
			return decided.ok ? 'decided' : decided.refusal;
		};
		expect(await outcome('2025-02-23')).toBe('before-received');
		expect(await outcome('2026-01-17')).toBe('in-the-future');
		expect(await outcome('2025-12-15', clauseIds.slice(1))).toBe('outcome-missing');
		const before = await readMotions(application, lasare);
		expect(before.unfinished.map(({ motion }) => motion.title)).toContain('Beslutad');
		expect(await outcome('2025-12-15')).toBe('decided');
		const after = await readMotions(application, lasare);
		expect(after.unfinished.map(({ motion }) => motion.title)).not.toContain('Beslutad');
		const { motion } = await motionNow(motionId);
		expect(motion.decision).toEqual({ on: '2025-12-15', reference: '§ 84' });
		expect(motion.clauses.map(({ outcome: decided }) => decided)).toEqual(clauseIds.map(() => 'besvarad'));
		const removal = { motionId, clauseId: clauseIds[0] ?? '' };
		expect(await removeClause(application, samordnare, removal)).toEqual({
			ok: false,
			refusal: 'already-decided'
		});
		expect(
			await saveMotion(application, samordnare, {
				motionId,
				form: { ...newMotion('Beslutad'), receivedOn: calendarDate('2026-01-01') }
			})
		).toEqual({ ok: false, refusal: 'decided-before-received' });
	});

	it('has an answer that two writers do not overwrite for each other, and that is taken out as Word', async () => {
		const { application } = database;
		const { samordnare, lasare } = own.actors;
		const motionId = await registered('Svaret');
		const { motion } = await motionNow(motionId);
		const edit = {
			motionId,
			revision: motion.revision,
			texts: { ...motion.texts, matter: 'Så här är det.' }
		};
		expect((await saveMotionTexts(application, samordnare, edit)).ok).toBe(true);
		expect(await saveMotionTexts(application, samordnare, edit)).toEqual({
			ok: false,
			refusal: 'changed-meanwhile'
		});
		const file = await printMotionAnswer(application, lasare, motionId);
		if (!file.ok) throw new Error(file.refusal);
		expect(file.value.name).toBe('svar-pa-motion-2026-01-16.docx');
		expect(wordParagraphs(file.value.bytes).map(({ text }) => text)).toContain('Så här är det.');
	});
});

describe('the list of motions that are not fully prepared', () => {
	it('is taken out as CSV and Word with the same rows', async () => {
		const { application } = database;
		const { lasare } = own.actors;
		await registered('På listan');
		const csv = await printUnfinishedMotions(application, lasare, 'csv');
		const text = new TextDecoder().decode(csv.bytes);
		expect(text).toContain('Motion;Motionärer;Diarienummer;Väckt;Ett år;Tid kvar;Beredning');
		expect(text).toContain(
			'På listan;"Astrid Holm (SL), Viggo Lind (BV)";"SON 2025-1, KS 2025-2";2025-02-24;2026-02-24;'
		);
		const word = await printUnfinishedMotions(application, lasare, 'docx');
		const paragraphs = wordParagraphs(word.bytes).map(({ text: words }) => words);
		expect(paragraphs).toEqual(expect.arrayContaining(['Motioner som inte är färdigberedda', 'På listan']));
	});
});
