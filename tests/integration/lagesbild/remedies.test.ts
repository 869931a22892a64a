import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { answerByLink } from '#lib/server/demonstration/answerRound.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import {
	changePlan,
	planChangeSchema,
	readPlan,
	withdrawPlanChange
} from '#lib/server/lagesbild/changePlan.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { planChangeWords } from '#lib/statistics/planChange.ts';
import { movingClock } from '../../support/movingClock.ts';
import { adultsInSmallCells } from '../../support/smallPolice.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// Reports are compiled anew with one change after another.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
});
afterAll(() => database.close());

/** A round that the police have answered so that it cannot be protected, and two units of the social services. */
async function closedRound(municipality: SmallMunicipality): Promise<string> {
	const { application } = database;
	const round = await openedRoundIn(application, municipality);
	for (const [name, token] of round.tokens) {
		if (name !== police) await answerByLink(application, token, 2025);
		else {
			await saveDraft(application, token, { answers: adultsInSmallCells(), page: 7 });
			await submitAnswers(application, { token, asksAboutTexts: false });
		}
	}
	await closeRound(application, municipality.actors.samordnare, round.roundId);
	return round.roundId;
}

const police = 'Lokalpolisområde Prov';

async function municipalityOf(municipalityId: string): Promise<SmallMunicipality> {
	return await insertSmallMunicipality(database.application, municipalityId, [
		['polis', police],
		['socialtjanst', 'Vuxenenheten'],
		['socialtjanst', 'Relationsvåldsteamet']
	]);
}

const adults =
	'”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Provby 9998?”, Vuxna';
const title = 'Kännedom om vuxna som fått ersättning för sex eller utnyttjats';

describe('a refused report', () => {
	let samordnare: Actor;
	let roundId: string;

	beforeAll(async () => {
		const municipality = await municipalityOf('9998');
		({ samordnare } = municipality.actors);
		roundId = await closedRound(municipality);
	});

	/** Takes a change up as the form sends it, and compiles. @returns the change as the version keeps it, and its tables */
	async function compiledWith(sent: Readonly<Record<string, string>>) {
		const { application } = database;
		const change = planChangeSchema.parse(sent);
		expect(await changePlan(application, samordnare, { roundId, change })).toEqual({ ok: true, value: null });
		const compiled = await compileLagesbild(application, samordnare, roundId);
		if (!compiled.ok) throw new Error(JSON.stringify(compiled));
		const read = await readLagesbild(application, samordnare, compiled.value.lagesbildId);
		if (!read.ok) throw new Error(read.refusal);
		const { design, released } = read.value.stored;
		const rows = (id: string) =>
			released.tables.find((table) => table.id === id)?.rows.map((row) => [row.id, ...row.cells]);
		return { design, rows };
	}

	it('is told what lets it out: nothing told of a count, or two sectors shown as one', async () => {
		const refused = await compileLagesbild(database.application, samordnare, roundId);
		if (refused.ok || refused.refusal !== 'unprotected-cells') throw new Error(JSON.stringify(refused));
		const { helpful, planned } = refused.remedies;
		expect(planned).toBe(2226);
		// Breakdowns are tried after these, as far as there is time.
		const first = helpful.filter(({ change }) => !['merge', 'drop', 'raise-threshold'].includes(change.kind));
		expect(first.map(({ words, shown }) => [words, shown])).toEqual([
			['Låt även nollor döljas', 2111],
			[`Visa inget om ${adults} (Polisen)`, 2082],
			[`Visa polisen och socialtjänsten som en sektor i ”${title}”`, 1998]
		]);
	});

	it('is let out when nothing is told of the count that cannot be protected', async () => {
		const sent = { kind: 'withhold', sector: 'polis', code: 'P7.vuxna' };
		const { design, rows } = await compiledWith(sent);
		expect(design).toEqual([{ ...sent, question: adults }]);
		expect(rows('P7-polis')).toEqual([
			['P7.vuxna', hidden, hidden, hidden],
			['P7.barn', { kind: 'text', text: 'Ingen enhet angav antal' }, { kind: 'empty' }, { kind: 'empty' }]
		]);
		expect(rows('P8-polis')).toBeUndefined();
		const taken = await withdrawPlanChange(database.application, samordnare, { roundId, place: 1 });
		expect(taken.ok).toBe(true);
	});

	it('is let out when the two sectors are shown as one, with the sum of both', async () => {
		const sent = { kind: 'merge-sectors', group: 'vuxna' };
		const { design, rows } = await compiledWith({ ...sent, one: 'polis', other: 'socialtjanst' });
		expect(design).toEqual([{ ...sent, sectors: ['polis', 'socialtjanst'] }]);
		expect(rows('kannedom-vuxna')).toEqual([
			['polis', number(1), number(1), hidden, hidden],
			['socialtjanst', number(2), number(2), hidden, hidden],
			['polis+socialtjanst', number(3), number(3), number(14 + 18), hidden],
			['alla', { kind: 'empty' }, { kind: 'empty' }, { kind: 'empty' }, hidden]
		]);
		const plan = await readPlan(database.application, samordnare, roundId);
		expect(plan.ok && plan.value.changes.map(({ change }) => planChangeWords(change))).toEqual([
			`Visa polisen och socialtjänsten som en sektor i ”${title}”`
		]);
	});
});

const hidden = { kind: 'hidden' };
const number = (value: number) => ({ kind: 'number', value });

it('the plan is changed in no other questions than those of the round, and of counts of persons only', async () => {
	const { application } = database;
	const municipality = await municipalityOf('9997');
	const { samordnare } = municipality.actors;
	const roundId = await closedRound(municipality);
	for (const code of ['P99', 'P1.grooming', 'P8.man.18_25', 'A6']) {
		const change = { kind: 'withhold', sector: 'polis', code } as const;
		expect([code, await changePlan(application, samordnare, { roundId, change })]).toEqual([
			code,
			{ ok: false, refusal: 'unknown-question' }
		]);
	}
	const merge = { kind: 'merge-sectors', group: 'vuxna', sectors: ['polis', 'skola'] } as const;
	expect(await changePlan(application, samordnare, { roundId, change: merge })).toEqual({
		ok: false,
		refusal: 'unknown-question'
	});
	expect(planChangeSchema.safeParse({ ...merge, one: 'skola', other: 'polis' }).success).toBe(false);
	const plan = await readPlan(application, samordnare, roundId);
	expect(plan.ok && plan.value.changes).toEqual([]);
});
