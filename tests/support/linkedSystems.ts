import fc from 'fast-check';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { cell, sum, tableSet } from './tableSets.ts';

/**
 * A few leaves, a total, and two ways to group the leaves that do not nest: county and size of municipality, say.
 * One of the ways may be missing.
 */
export const linkedSystem: fc.Arbitrary<{ first: IndicatorTableSet; both: IndicatorTableSet }> = fc
	.array(
		fc.record({
			value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 12 })),
			first: fc.integer({ min: 0, max: 1 }),
			second: fc.integer({ min: 0, max: 1 })
		}),
		{ minLength: 3, maxLength: 6 }
	)
	.map((leaves) => {
		const inner = leaves.map(({ value }, i) => cell(`leaf${i}`, value));
		const total = leaves.reduce((all, { value }) => all + value, 0);
		const view = (name: 'first' | 'second') => {
			const groups = [0, 1].map((group) => leaves.flatMap((leaf, i) => (leaf[name] === group ? [i] : [])));
			const used = groups.flatMap((members, g) =>
				members.length > 0 ? [{ key: `${name}${g}`, members }] : []
			);
			return {
				cells: used.map(({ key, members }) =>
					cell(
						key,
						members.reduce((all, i) => all + (leaves[i]?.value ?? 0), 0)
					)
				),
				relations: [
					...used.map(({ key, members }) => sum(key, ...members.map((i) => `leaf${i}`))),
					sum('total', ...used.map(({ key }) => key))
				]
			};
		};
		const [one, two] = [view('first'), view('second')];
		const common = [...inner, cell('total', total)];
		return {
			first: tableSet([...common, ...one.cells], one.relations),
			both: tableSet([...common, ...one.cells, ...two.cells], [...one.relations, ...two.relations])
		};
	});
