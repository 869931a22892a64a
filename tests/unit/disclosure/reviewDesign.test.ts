import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import { plannedSplits } from '#lib/disclosure/design/plannedSplits.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import { redesigned } from '#lib/disclosure/design/redesign.ts';
import type { DesignReview } from '#lib/disclosure/design/designReview.ts';
import { reviewDesign } from '#lib/disclosure/design/reviewDesign.ts';
import { crossTable, table } from '../../support/tableSets.ts';

vi.setConfig({ testTimeout: 120_000 });

const areaNames = ['Norr', 'Mitt', 'Söder'];

/** Counts by age (rows) and area (columns), with sums, in one table. */
function planned(counts: readonly (readonly number[])[], ages: readonly string[]): IndicatorTableSet {
	const { cells, relations } = crossTable(counts);
	const areas = [...(counts[0] ?? []).keys()].map((place) => `c${place}`);
	const rows = [...ages.keys()].map((place) => `r${place}`);
	const base = table('T', []);
	return {
		cells,
		relations,
		tables: [
			{
				...base,
				columns: [...areas, 'T'].map((id, place) => ({
					id,
					title: areaNames[place] ?? 'Hela',
					kind: 'number'
				})),
				rows: [...rows, 'T'].map((id, place) => ({
					id,
					title: ages[place] ?? 'Alla',
					cells: [...areas, 'T'].map((area) => ({ kind: 'count', key: `${id}|${area}` }))
				}))
			}
		]
	};
}

const ages = ['Under 18 år', '18–24 år', '25–39 år', '40 år eller äldre'];
const sparse = planned(
	[
		[1, 2, 9],
		[2, 3, 12],
		[14, 20, 18],
		[11, 16, 21]
	],
	ages
);
const input = (set: IndicatorTableSet) => ({ set, policy: defaultPolicy, ledger: new Map<string, null>() });

describe('a planned table is judged', () => {
	it('by how many of its numbers are small, and how many persons are behind each', async () => {
		const { tables } = await reviewDesign(input(sparse));
		// 12 numbers, 3 + 4 sums and 1: each person is counted in four of the twenty.
		expect(tables).toEqual([{ id: 'T', title: 'T', numbers: 20, small: 4, meanSize: (4 * 129) / 20 }]);
	});
});

describe('what would save numbers is proposed', () => {
	it('with what is shown before and after, the least information lost first', async () => {
		const { proposals } = await reviewDesign(input(sparse));
		const before = { shown: 13, hidden: 7 };
		expect(proposals.map((one) => [one.words, one.before, one.after])).toEqual([
			['Slå ihop ”Under 18 år” och ”18–24 år”', before, { shown: 12, hidden: 4 }],
			['Slå ihop ”Norr” och ”Mitt”', before, { shown: 11, hidden: 4 }],
			['Slå ihop ”Norr” och ”Söder”', before, { shown: 11, hidden: 4 }],
			['Visa inte uppdelningen Norr, Mitt, Söder', before, { shown: 5, hidden: 0 }],
			[`Visa inte uppdelningen ${ages.join(', ')}`, before, { shown: 4, hidden: 0 }]
		]);
		const lost = proposals.map((one) => one.lost);
		expect(lost).toEqual(lost.toSorted((a, b) => a - b));
	});

	it('as the release then is', async () => {
		const { proposals } = await reviewDesign(input(sparse));
		for (const { change, after } of proposals) {
			const outcome = await protect(input(redesigned(sparse, change)));
			expect(outcome.ok && outcome.value.hidden.size).toBe(after.hidden);
		}
	});

	it('and before it has been tried, it is told as not tried, each with its tables', async () => {
		const standing: DesignReview[] = [];
		const soFar = (review: DesignReview) => {
			standing.push(review);
		};
		const { proposals, untried } = await reviewDesign(input(sparse), { soFar });
		expect(untried).toEqual([]);
		const conceivable = standing[0]?.untried ?? [];
		expect(standing.map((review) => review.untried)).toEqual(
			[...conceivable.keys(), conceivable.length].map((tried) => conceivable.slice(tried))
		);
		expect(conceivable[0]).toEqual({ words: 'Slå ihop ”Under 18 år” och ”18–24 år”', tables: ['T'] });
		expect(standing.at(-1)?.proposals).toEqual(proposals);
	});

	it('not of splits that may not be changed', async () => {
		const mayChange = (_: IndicatorTableSet, split: string) => split.includes('år');
		const { proposals } = await reviewDesign(input(sparse), { mayChange });
		expect(proposals.map(({ words }) => words)).toEqual([
			'Slå ihop ”Under 18 år” och ”18–24 år”',
			`Visa inte uppdelningen ${ages.join(', ')}`
		]);
	});

	it('not where nothing is small', async () => {
		const { proposals } = await reviewDesign(
			input(
				planned(
					[
						[10, 20],
						[30, 40]
					],
					['Kvinnor', 'Män']
				)
			)
		);
		expect(proposals).toEqual([]);
	});
});

describe('a redesigned set', () => {
	it('shows two rows as their sum, and nothing where there is none', () => {
		const [first, ...others] = sparse.tables;
		if (!first) throw new Error('No table');
		const share = (key: string) => ({ kind: 'share', part: key, base: 'T|T' }) as const;
		const wider = {
			...first,
			columns: [
				...first.columns,
				...['andel', 'not'].map((id) => ({ id, title: id, kind: 'number' as const }))
			],
			rows: first.rows.map((row) => ({
				...row,
				cells: [...row.cells, share(`${row.id}|T`), { kind: 'text' as const, text: row.title }]
			}))
		};
		const change = {
			kind: 'merge',
			split: ages.join(' / '),
			categories: [ages[0] ?? '', ages[1] ?? '']
		} as const;
		const [after] = redesigned({ ...sparse, tables: [wider, ...others] }, change).tables;
		expect(after?.rows.map(({ id, title }) => [id, title])).toEqual([
			['r0+r1', 'Under 18 år + 18–24 år'],
			['r2', '25–39 år'],
			['r3', '40 år eller äldre'],
			['T', 'Alla']
		]);
		expect(after?.rows[0]?.cells).toEqual([
			{ kind: 'count', key: 'r0|c0 + r1|c0' },
			{ kind: 'count', key: 'r0|c1 + r1|c1' },
			{ kind: 'count', key: 'r0|c2 + r1|c2' },
			{ kind: 'count', key: 'r0|T + r1|T' },
			share('r0|T + r1|T'),
			{ kind: 'empty' }
		]);
	});

	it('merges contributions, and waivers of those who waived all of theirs', () => {
		const cells = sparse.cells.map((cell) => {
			if (cell.key === 'r0|c0')
				return { ...cell, contributions: [{ holder: 'a', value: 1 }], waivedBy: ['a'] };
			const contributions = [
				{ holder: 'a', value: 1 },
				{ holder: 'b', value: 1 }
			];
			return cell.key === 'r1|c0' ? { ...cell, contributions, waivedBy: ['b'] } : cell;
		});
		const change = {
			kind: 'merge',
			split: ages.join(' / '),
			categories: [ages[0] ?? '', ages[1] ?? '']
		} as const;
		const merged = redesigned({ ...sparse, cells }, change).cells.find(({ key }) => key === 'r0|c0 + r1|c0');
		expect(merged).toMatchObject({
			contributions: [
				{ holder: 'a', value: 2 },
				{ holder: 'b', value: 1 }
			],
			waivedBy: ['b']
		});
	});

	it('is consistent, and shows sums of what was planned and nothing else', () => {
		const count = fc.integer({ min: 0, max: 20 });
		const counts = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(counts, fc.nat(), fc.nat(), (numbers, chosen, other) => {
				const set = planned(numbers, ages);
				const splits = plannedSplits(set);
				const split = splits[chosen % splits.length];
				if (!split) throw new Error('No split');
				const { categories, id } = split;
				const one = other % (categories.length - 1);
				const pair = [categories[one] ?? '', categories[one + 1] ?? ''] as const;
				for (const change of [
					{ kind: 'drop', split: id } as const,
					{ kind: 'merge', split: id, categories: pair } as const
				]) {
					const after = redesigned(set, change);
					const { cells } = jointSystem(after);
					const values = new Map(cells.map(({ key, value }) => [key, value]));
					const printed = after.tables.flatMap(({ rows }) =>
						rows.flatMap((row) => row.cells.flatMap(keysInPlan))
					);
					const whole = new Set(printed.filter((key) => key === 'T|T'));
					expect(whole.size).toBe(1);
					for (const key of printed) {
						const before = key
							.split(' + ')
							.map((part) => set.cells.find((cell) => cell.key === part)?.value ?? NaN);
						expect(values.get(key)).toBe(before.reduce((a, b) => a + b, 0));
					}
					const lines = id === ages.join(' / ') ? [4, 3] : [3, 4];
					const removed = (change.kind === 'drop' ? (lines[0] ?? 0) : 1) * ((lines[1] ?? 0) + 1);
					expect(new Set(printed).size).toBe(20 - removed);
				}
			})
		);
	});
});
