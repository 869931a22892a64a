import { describe, expect, it, vi } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { knownInstances, referencePattern, referenceTable } from '../../support/referenceTables.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

describe('intervals that a reader can conclude', () => {
	const cases = knownInstances().flatMap((instance) =>
		Object.entries(instance.intervals).map(([bound, expected]) => ({ instance, bound, expected }))
	);
	it.each(cases)(
		'agree with the reference for $instance.name, $bound',
		async ({ instance, bound, expected }) => {
			const { intervals } = await auditPattern({
				values: new Map(Object.entries(instance.cells)),
				hidden: new Set(instance.suppressed),
				relations: instance.relations.map(([total, parts]) => ({ total, parts })),
				lower: bound === 'lb1' ? 1 : 0
			});
			const whole = Object.entries(expected).map(([key, { intMin, intMax }]) => ({
				key,
				low: intMin,
				high: intMax
			}));
			expect(intervals).toEqual(whole.sort((a, b) => (a.key < b.key ? -1 : 1)));
		}
	);

	it('are unbounded above where nothing shown holds them back', async () => {
		const { intervals } = await auditPattern({
			values: new Map(),
			hidden: new Set(['T', 'a']),
			relations: [{ total: 'T', parts: ['a', 'b'] }],
			lower: 0
		});
		expect(intervals).toEqual([
			{ key: 'T', low: 0, high: Infinity },
			{ key: 'a', low: 0, high: Infinity }
		]);
	});

	it('are refused when the shown numbers contradict each other', async () => {
		const pattern = {
			values: new Map([
				['T', 3],
				['b', 4]
			]),
			hidden: new Set(['a']),
			relations: [{ total: 'T', parts: ['a', 'b'] }],
			lower: 0
		} as const;
		await expect(auditPattern(pattern)).rejects.toThrow(
			new RangeError('inga tal stämmer med det som visas kring a, när dolda tal är minst 0')
		);
	});
});

describe('patterns of other programs on table T1, judged as in reference_runs.csv', () => {
	const { cells, relations } = referenceTable('T1_two400');
	const values = new Map(cells.map((cell) => [cell.key, cell.value]));

	it.each([
		['GaussSuppression_pz_false', 0, 0, 0],
		['GaussSuppression_pz_false', 1, 0, 3],
		['GaussSuppression_pz_false_none', 1, 5, 8],
		['sdcTable_SIMPLEHEURISTIC', 1, 5, 8],
		['sdcTable_HITAS', 1, 5, 8],
		['sdcTable_HYPERCUBE', 1, 0, 0],
		['sdcTable_GAUSS', 1, 0, 3],
		['sdcTable_OPT', 1, 5, 8],
		['sdcTable_SIMPLEHEURISTIC_s', 1, 5, 8],
		['sdcTable_SIMPLEHEURISTIC_OLD', 1, 5, 8]
	] as const)('%s with lower bound %i: %i exact, %i too narrow', async (file, lower, ...judgement) => {
		const hidden = referencePattern(`T1_two400_${file}`);
		const audit = await auditPattern({ values, hidden, relations, lower });
		// The reference judges the small cells only, not those hidden for their sake.
		const narrow = audit.tooNarrow.filter((key) => (values.get(key) ?? 0) < 5);
		expect([audit.exact.length, narrow.length]).toEqual(judgement);
	});
});

describe('patterns of other programs on table T2b, judged as in reference_runs.csv', () => {
	const { cells, relations } = referenceTable('T2b_three20000');
	const values = new Map(cells.map((cell) => [cell.key, cell.value]));

	it.each([
		['GaussSuppression_pz_false', 28, 0],
		['sdcTable_SIMPLEHEURISTIC', 41, 0],
		['sdcTable_SIMPLEHEURISTIC_OLD', 61, 0],
		['sdcTable_GAUSS', 24, 0],
		['sdcTable_HYPERCUBE', 26, 0],
		// Three that it hides for others' sake can be computed. The reference judges the small ones only.
		['sdcTable_HITAS', 27, 3]
	])('%s hides %i cells besides the 14 small ones; %i of them can be computed', async (file, ...expected) => {
		const hidden = referencePattern(`T2b_three20000_${file}`);
		const audit = await auditPattern({ values, hidden, relations, lower: 0 });
		const narrow = audit.tooNarrow.filter((key) => (values.get(key) ?? 0) < 5);
		expect([[hidden.size - 14, audit.exact.length], narrow]).toEqual([expected, []]);
	});
});

describe('the pattern of GaussSuppression on table T3, judged as in reference_runs.csv', () => {
	const { cells, relations } = referenceTable('T3_flat20000');
	const values = new Map(cells.map((cell) => [cell.key, cell.value]));
	const hidden = referencePattern('T3_flat20000_GaussSuppression_pz_false');

	it.each([
		[0, 0, 0],
		[1, 0, 229]
	] as const)(
		'with lower bound %i: %i exact, %i too narrow of the small ones',
		async (lower, ...judgement) => {
			const audit = await auditPattern({ values, hidden, relations, lower });
			const narrow = audit.tooNarrow.filter((key) => (values.get(key) ?? 0) < 5);
			expect([audit.exact.length, narrow.length]).toEqual(judgement);
		}
	);
});
