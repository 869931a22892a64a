import { describe, expect, it, test, vi } from 'vitest';
import type { ProtectionProgress } from '#lib/disclosure/protection.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { foundInWords } from '#lib/server/lagesbild/foundInWords.ts';
import { protectReport } from '#lib/server/lagesbild/protectReport.ts';
import { protectionInput, type ReportMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { reportRemedies } from '#lib/server/lagesbild/reportRemedies.ts';
import { attackRounds } from '../../support/attackRounds.ts';
import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import type { PlanChange } from '#lib/statistics/planChange.ts';
import { plannedSplits } from '#lib/disclosure/design/plannedSplits.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { borderRound } from '../../support/borderRound.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { round } from '../../support/roundBuilder.ts';
import { roundByColumn, type RoundRows } from '../../support/unitRows.ts';

// Disclosure control and attacks on whole reports, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

const unwatched = { report: () => undefined, signal: new AbortController().signal };

const noReports: Omit<ReportMaterial, 'answers'> = {
	round: round(),
	previous: null,
	published: { previous: null, own: null },
	ledger: new Map(),
	ledgerLines: 0,
	wishes: [],
	waivers: [],
	design: []
};

/** A municipality whose every number is about the threshold. */
function material(seed: string, most: number): ReportMaterial {
	return { ...noReports, answers: roundByColumn(borderRound(seed, { year: 2025, most })) };
}

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

async function letOut(given: ReportMaterial) {
	const outcome = await protectReport(given, unwatched);
	if (outcome === 'cancelled' || !outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.protection;
}

async function refusal(given: ReportMaterial, limit: number) {
	const outcome = await protectReport(given, unwatched, limit);
	if (outcome === 'cancelled' || outcome.ok) throw new Error('It was let out');
	return outcome;
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
		const given = material('b10', 15);
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
		const given = material('b10', 15);
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
		const given = material('b37', 15);
		const refused = await refusal(given, 0);
		expect(refused.unprotected.flatMap(({ remedies }) => remedies.map(({ words }) => words))).toEqual([
			hideZerosWords
		]);
		const { tables, protocol } = await letOut({ ...given, design: [{ kind: 'hide-zeros' }] });
		expect(protocol.policy.zeros).toBe('hidden');
		expect(protocol.attack?.numbers).toBeGreaterThan(100);
		expect(cells(tables, 'P8-polis', 'summa')).toContainEqual(hidden);
	});

	it('is protected where nothing is told of the count that cannot be: no number, no breakdown, no basis', async () => {
		const { tables } = await letOut({ ...material('b37', 15), design: [nothingOfAdults] });
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
		expect(await protectReport(material('b10', 15), { ...unwatched, signal })).toBe('cancelled');
	});
});

describe('a report that is refused', () => {
	// Found out by the attack, whatever of the question is left out.
	const attacked: ReportMaterial = {
		...noReports,
		answers: roundByColumn(borderRound('b4', { year: 2024, most: 8 }))
	};

	it('is told what would let it out, each change tried with the same attack', async () => {
		const { unprotected, remedies } = await refusal(attacked, 200_000);
		expect(unprotected.map(({ label }) => label)).toEqual(
			['Vuxna', 'Barn under 18 år'].map((row) => `Polisen: ${adultsOfPolice.replace('Vuxna', row)}`)
		);
		expect(remedies).toEqual({
			helpful: [{ change: { kind: 'hide-zeros' }, words: hideZerosWords, tables: [], shown: 4148 }],
			planned: 4326,
			// Not of the count itself: everything told of it was left out before the report was refused.
			unhelpful: [
				'Visa inget om ”Hur många vuxna personer har enheten haft kännedom om som under perioden fått ersättning för sex?” (Socialtjänsten)',
				'Visa inget om ”Hur många personer med erfarenhet av sex mot ersättning mötte ni i Sjövalla kommun?”, Direkt utsatta vuxna (Civilsamhället)',
				'Höj gränsen till 6 personer',
				'Höj gränsen till 7 personer'
			].map((words) => ({ words, tables: [] })),
			untried: []
		});
		const { shown } = await letOut({ ...attacked, design: [{ kind: 'hide-zeros' }] });
		expect([...shown.values()].filter((value) => value !== null).length).toBe(4148);
	});

	it('is told what there was no time to try, what helps most often first', async () => {
		const { remedies } = await refusal(material('b37', 15), 0);
		expect([remedies.helpful, remedies.unhelpful, remedies.planned]).toEqual([[], [], 4386]);
		expect(remedies.untried.map(({ words }) => words)).toEqual([
			hideZerosWords,
			`Visa inget om ${adultsOfPolice} (Polisen)`,
			'Visa inte uppdelningen Under 15 år, 15–17 år, 18–25 år, 26–39 år, 40 år eller äldre, Okänd',
			'Visa inte uppdelningen Kvinna/flicka, Man/pojke, Annan könsidentitet, Okänt/ej noterat',
			'Slå ihop ”Under 15 år” och ”15–17 år”',
			'Slå ihop ”15–17 år” och ”18–25 år”',
			'Slå ihop ”18–25 år” och ”26–39 år”',
			'Slå ihop ”26–39 år” och ”40 år eller äldre”',
			'Slå ihop ”Man/pojke” och ”Annan könsidentitet”',
			'Slå ihop ”Man/pojke” och ”Okänt/ej noterat”',
			'Slå ihop ”Kvinna/flicka” och ”Man/pojke”',
			'Slå ihop ”Annan könsidentitet” och ”Okänt/ej noterat”',
			'Slå ihop ”Kvinna/flicka” och ”Annan könsidentitet”',
			'Höj gränsen till 6 personer',
			'Höj gränsen till 7 personer'
		]);
		// Two splits may be changed in the same words: their tables tell them apart.
		expect(
			remedies.untried.find(({ words }) => words === 'Slå ihop ”Under 15 år” och ”15–17 år”')?.tables
		).toEqual([
			'Polisen: Samma personer efter kön och ålder',
			'Civilsamhället: Direkt utsatta efter kön och ålder'
		]);
	});

	it('is not tried with another table plan when it is published, and with no limit over ten', async () => {
		const published: ReportMaterial = {
			...attacked,
			round: round({ threshold: 9, keepsOrganisations: true }),
			published: { previous: null, own: { tables: [], zeros: 'open' } }
		};
		const watched = { watch: unwatched, limit: 0, attempt: () => Promise.resolve('cancelled' as const) };
		expect(
			await reportRemedies(published, { sectors: ['polis'], counts: [], beside: [] }, watched)
		).toMatchObject({
			untried: [
				{ words: 'Sänk gränsen till 5 personer' },
				{ words: 'Sluta skydda organisationernas egna tal' },
				{ words: 'Höj gränsen till 10 personer' }
			]
		});
	});

	it('is cancelled while changes are tried', async () => {
		const stopping = new AbortController();
		const report = ({ step }: ProtectionProgress) => {
			if (step === 'remedying') stopping.abort();
		};
		expect(await protectReport(attacked, { report, signal: stopping.signal })).toBe('cancelled');
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
