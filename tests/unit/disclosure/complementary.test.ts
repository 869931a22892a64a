import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type Certificate, type Protection } from '#lib/disclosure/protection.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { feasibleIntervals } from '../../support/feasibleIntervals.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { crossTable } from '../../support/tableSets.ts';

// Searches and audits on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

const policy = { ...defaultPolicy, complementary: 'above' } as const;
const ledger = new Map<string, number | null>();

async function protectedBy(set: IndicatorTableSet, threshold = 5): Promise<Protection> {
	const outcome = await protect({ set, policy: { ...policy, threshold }, ledger });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

const keysOf = ({ hidden }: Protection, isSmall: boolean) =>
	[...hidden].flatMap(([key, reason]) => ((reason !== 'complementary') === isSmall ? [key] : []));

describe('numbers hidden for others’ sake can be more, and less where what is shown leaves room', () => {
	it('so seven suffice in a table of 147 cells, and an audit agrees with every proof', async () => {
		const set = referenceTable('T1_two400');
		const values = new Map(set.cells.map(({ key, value }) => [key, value]));
		const protection = await protectedBy(set);
		const hidden = new Set(protection.hidden.keys());
		const { intervals } = await auditPattern({ values, hidden, relations: set.relations, lower: 1 });
		const audited = intervals.map(({ key, low, high }) => {
			const value = values.get(key) ?? 0;
			return { key, isMore: high > value, isLess: low < value };
		});
		const proven = protection.certificates.map(({ key, up, down }) => ({
			key,
			isMore: up !== undefined,
			isLess: down !== undefined
		}));
		expect(keysOf(protection, false)).toHaveLength(7);
		expect(proven.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(audited);
		expect(audited.filter(({ isMore }) => !isMore)).toEqual([]);
		// A small number is kept from both sides, unless it is 1, or a total of nothing but ones.
		const small = new Set(keysOf(protection, true));
		const oneSided = audited.filter(({ key, isLess }) => small.has(key) && !isLess);
		expect(oneSided.filter(({ key }) => (values.get(key) ?? 0) > 1 && !isOfOnes(set, key))).toEqual([]);
	});

	it('for any small table, when every world is tried', async () => {
		const counts = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }), {
			minLength: 2,
			maxLength: 2
		});
		await fc.assert(
			fc.asyncProperty(counts, async (numbers) => {
				const set = crossTable(numbers);
				const outcome = await protect({ set, policy: { ...policy, threshold: 3 }, ledger });
				if (!outcome.ok) return;
				const { hidden, certificates } = outcome.value;
				const tried = feasibleIntervals(set, new Set(hidden.keys()), { lower: 1, span: 2 });
				const ways = new Map(certificates.map((each) => [each.key, each]));
				for (const { key, value, low, high, floor } of tried) {
					const { up, down } = ways.get(key) ?? {};
					expect([key, high > value, low < value]).toEqual([key, up !== undefined, down !== undefined]);
					expect(high).toBeGreaterThan(value);
					if (hidden.get(key) !== 'complementary' && value > floor) expect(low).toBeLessThan(value);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

function isOfOnes(set: IndicatorTableSet, total: string): boolean {
	const values = new Map(set.cells.map(({ key, value }) => [key, value]));
	return set.relations.some(
		(relation) => relation.total === total && relation.parts.every((part) => (values.get(part) ?? 0) <= 1)
	);
}

describe('the verifier asks for', () => {
	const set = crossTable([
		[3, 12, 9],
		[8, 7, 10],
		[6, 11, 13]
	]);
	const faults = async (
		isSmall: boolean,
		change: (certificate: Certificate) => Certificate,
		complementary: 'above' | 'both' = 'above'
	) => {
		const protection = await protectedBy(set);
		const { tables, certificates } = protection;
		const [changed = ''] = keysOf(protection, isSmall);
		const judged = certificates.map((each) => (each.key === changed ? change(each) : each));
		const proof = { set, ledger, tables, certificates: judged };
		const found = verifyCertificates({ ...proof, policy: { ...policy, complementary } });
		return found.map((fault) => fault.replace(changed, 'it'));
	};
	const withoutUp = ({ key, down }: Certificate): Certificate => ({ key, ...(down ? { down } : {}) });
	const withoutDown = ({ key, up }: Certificate): Certificate => ({ key, ...(up ? { up } : {}) });

	it.each([
		['a small number that can be more', [true, withoutUp], ['it is not proven upwards']],
		['a small number that can be less', [true, withoutDown], ['it is not proven downwards']],
		['another number that can be more', [false, withoutUp], ['it is not proven upwards']],
		['no proof that the other number can be less', [false, withoutDown], []]
	] as const)('%s', async (_, broken, expected) => {
		const [isSmall, change] = broken;
		expect(await faults(isSmall, change)).toEqual(expected);
	});

	it('it all the same where every hidden number must be able to be less', async () => {
		expect(await faults(false, withoutDown, 'both')).toEqual(['it is not proven downwards']);
	});
});
