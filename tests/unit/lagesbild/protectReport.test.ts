import { describe, expect, it, test, vi } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { foundInWords } from '#lib/server/lagesbild/foundInWords.ts';
import { protectReport } from '#lib/server/lagesbild/protectReport.ts';
import { protectionInput, type ReportMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { attackRounds } from '../../support/attackRounds.ts';
import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import type { PlanChange } from '#lib/statistics/planChange.ts';
import { plannedSplits } from '#lib/disclosure/design/plannedSplits.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { borderMaterial, letOut, noReports, refusalOf, unwatched } from '../../support/reportMaterials.ts';
import { roundByColumn, type RoundRows } from '../../support/unitRows.ts';

// Disclosure control and attacks on whole reports, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

/** All units but the first of each sector are others than the year before. */
function withNewUnits(answered: RoundRows): RoundAnswers {
	const sectors = answered.sectors.map((sector) => ({
		...sector,
		units: sector.units.map((unit, place) => (place === 0 ? unit : { ...unit, unit: `${unit.unit} (ny)` }))
	}));
	return roundByColumn({ ...answered, sectors });
}

async function protectedOnly(given: ReportMaterial): Promise<readonly ReleasedTable[]> {
	const outcome = await protect(protectionInput(given));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value.tables;
}

function cells(tables: readonly ReleasedTable[], id: string, row: string): unknown {
	return tables.find((table) => table.id === id)?.rows.find((one) => one.id === row)?.cells;
}

const hidden = { kind: 'hidden' };

const adultsOfPolice =
	'”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Sjövalla kommun?”, Vuxna';

const nothingOfAdults: PlanChange = {
	kind: 'withhold',
	sector: 'polis',
	code: 'P7.vuxna',
	question: adultsOfPolice
};

describe('a report that is let out', () => {
	it('leaves out the largest unit where it would tell of another, and nothing more', async () => {
		const given = borderMaterial('b10', 15);
		const before = await protectedOnly(given);
		expect((await attackRounds([{ answers: given.answers, tables: before }])).found).toEqual([
			'skola 2025 K3, enheten under gränsen: 3'
		]);
		expect(cells(before, 'K2-skola', 'K2')).toEqual([
			{ kind: 'number', value: 21 },
			{ kind: 'number', value: 13 },
			{ kind: 'interval', low: 13, high: 21 }
		]);
		const { tables, protocol } = await letOut(given);
		expect(cells(tables, 'K2-skola', 'K2')).toEqual([{ kind: 'number', value: 21 }, hidden, hidden]);
		expect(cells(tables, 'K3-skola', 'okant')).toEqual(cells(before, 'K3-skola', 'okant'));
		expect(protocol.attack?.numbers).toBeGreaterThan(100);
	});

	it('is not held back for what the public can find out already', async () => {
		const given = borderMaterial('b10', 15);
		const own = await protectedOnly(given);
		const { tables } = await letOut({
			...given,
			published: { previous: null, own: { tables: own, zeros: 'open' } }
		});
		expect(cells(tables, 'K2-skola', 'K2')).toEqual(cells(own, 'K2-skola', 'K2'));
	});

	it('leaves out a comparison that would tell of few beside what is published', async () => {
		const first = { ...noReports, answers: roundByColumn(demonstrationRound('sjovalla', 2024)) };
		const before = await letOut(first);
		const given: ReportMaterial = {
			...noReports,
			answers: withNewUnits(demonstrationRound('sjovalla', 2025)),
			previous: first.answers,
			published: { previous: { tables: before.tables, zeros: 'open' }, own: null },
			ledger: before.shown
		};
		const alone = await protect(protectionInput(given));
		expect(alone.ok ? [] : alone.unprotected.map(({ key }) => key)).toEqual(['2024/S9/socialtjanst/del-sum']);
		const { tables, protocol } = await letOut(given);
		expect(cells(tables, 'S9-socialtjanst', 'S9')).toEqual([
			{ kind: 'number', value: 20 },
			hidden,
			hidden,
			{ kind: 'number', value: 10 },
			{ kind: 'number', value: 1 },
			hidden,
			hidden,
			{ kind: 'text', text: 'Samma enheter båda gångerna' }
		]);
		expect(protocol.attack?.numbers).toBeGreaterThan(300);
	});

	it('says nothing of how a count came about when nothing is told of the count', () => {
		const given = { ...noReports, answers: roundByColumn(demonstrationRound('sjovalla', 2025)) };
		const restraints = new Map([['civilsamhalle/C1.medfoljande', 'all'] as const]);
		const rulesOf = (set: IndicatorTableSet) => {
			const rules = new Map(set.cells.map(({ key, rule }) => [key, rule]));
			const row = set.tables
				.find(({ id }) => id === 'C1_underlag-civilsamhalle')
				?.rows.find(({ id }) => id === 'medfoljande');
			return new Set(row?.cells.map((cell) => cell.kind === 'count' && rules.get(cell.key)));
		};
		expect(rulesOf(protectionInput(given).set)).toEqual(new Set(['open']));
		expect(rulesOf(protectionInput(given, restraints).set)).toEqual(new Set(['withheld']));
	});

	it('is protected where zeros may be hidden, and nothing else would do', async () => {
		const given = borderMaterial('b37', 15);
		const refused = await refusalOf(given, 0);
		expect(refused.unprotected.flatMap(({ remedies }) => remedies.map(({ words }) => words))).toEqual([
			hideZerosWords
		]);
		const { tables, protocol } = await letOut({ ...given, design: [{ kind: 'hide-zeros' }] });
		expect(protocol.policy.zeros).toBe('hidden');
		expect(protocol.attack?.numbers).toBeGreaterThan(100);
		expect(cells(tables, 'P8-polis', 'summa')).toContainEqual(hidden);
	});

	it('is protected where nothing is told of the count that cannot be: no number, no breakdown, no basis', async () => {
		const { tables } = await letOut({ ...borderMaterial('b37', 15), design: [nothingOfAdults] });
		expect(cells(tables, 'P7-polis', 'P7.vuxna')).toEqual([hidden, hidden, hidden]);
		expect(tables.find(({ id }) => id === 'P8-polis')).toBeUndefined();
		const bases = cells(tables, 'P7_underlag-polis', 'vuxna') as unknown[];
		expect(bases).toEqual(bases.map(() => hidden));
		// That the only unit stated a number is no secret: where zeros are shown, a hidden sum is none.
		expect(cells(tables, 'P7-polis-svar', 'P7.vuxna')).toEqual(
			[1, 0, 0, 0, 0, 0, 0].map((value) => ({ kind: 'number', value }))
		);
		expect(cells(tables, 'S1-socialtjanst', 'S1')).toContainEqual({ kind: 'number', value: 40 });
	});

	it('still shows what was published before nothing was to be told of it', async () => {
		const withheld: PlanChange = { kind: 'withhold', sector: 'socialtjanst', code: 'S1', question: '' };
		const given = {
			...noReports,
			answers: roundByColumn(demonstrationRound('sjovalla', 2025)),
			design: [withheld]
		};
		const row = async (ledger: ReportMaterial['ledger']) =>
			cells(await protectedOnly({ ...given, ledger }), 'S1-socialtjanst', 'S1');
		const { value } = protectionInput(given).set.cells.find(({ key }) => key === '2025/S1/socialtjanst/sum')!;
		expect(await row(new Map())).toEqual([hidden, hidden, hidden]);
		expect(await row(new Map([['2025/S1/socialtjanst/sum', value]]))).toEqual([
			{ kind: 'number', value },
			hidden,
			hidden
		]);
	});

	it.each([
		['drop', ['summa']],
		['merge', ['under_15+15_17', '18_25', '26_39', '40_eller_aldre', 'okand', 'summa']]
	] as const)('is attacked where its ages are changed: %s', async (kind, columns) => {
		const given = { ...noReports, answers: roundByColumn(demonstrationRound('sjovalla', 2025)) };
		const split = plannedSplits(protectionInput(given).set).find(({ categories }) =>
			categories.includes('15–17 år')
		)!;
		const [one = '', other = ''] = split.categories;
		const change: DesignChange =
			kind === 'drop' ? { kind, split: split.id } : { kind, split: split.id, categories: [one, other] };
		const { tables, protocol } = await letOut({ ...given, design: [change] });
		expect(tables.find(({ id }) => id === 'P8-polis')?.columns.map(({ id }) => id)).toEqual(columns);
		expect(protocol.attack?.numbers).toBeGreaterThan(100);
	});

	it('is cancelled when nobody waits for it any more', async () => {
		const signal = AbortSignal.abort();
		expect(await protectReport(borderMaterial('b10', 15), { ...unwatched, signal })).toBe('cancelled');
	});
});

test('what was found out is told by the questions’ own words, each once', () => {
	const answers = roundByColumn(demonstrationRound('sjovalla', 2025));
	const found = ['sjovalla 2025 C1.medfoljande, summa', 'sjovalla 2025 C1.medfoljande, störst'].map(
		(name) => ({
			name,
			truth: 3,
			sector: 'civilsamhalle' as const,
			counts: ['C1.medfoljande']
		})
	);
	expect(foundInWords(found, answers).map(({ label, equations }) => [label, ...equations])).toEqual([
		[
			'Civilsamhället: ”Hur många personer med erfarenhet av sex mot ersättning mötte ni i Sjövalla kommun?”, Medföljande barn, syskon eller partner',
			'Den som lägger ihop tabellerna kan räkna fram vad enskilda enheter har svarat här, eller att det är få personer. Prövningen har redan gjorts med allt om frågan utelämnat. Det räckte inte.'
		]
	]);
});

test('a municipality whose police know of one adult and no child is let out, and the zero is shown', async () => {
	const { shown } = await letOut(borderMaterial('b4', 8, 2024));
	expect([shown.get('2024/P7.vuxna/polis/sum'), shown.get('2024/P7.barn/polis/sum')]).toEqual([null, 0]);
});
