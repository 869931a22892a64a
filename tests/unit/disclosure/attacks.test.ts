import { describe, expect, it } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type Protection, type PublicationLedger } from '#lib/disclosure/protection.ts';
import { cell, crossTable, sum, table, tableSet } from '../../support/tableSets.ts';

async function release(set: IndicatorTableSet, ledger: PublicationLedger = new Map()): Promise<Protection> {
	const outcome = await protect({ set, policy: defaultPolicy, ledger });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

/** What the attacker computes of the cells that he cannot read. */
async function computed(set: IndicatorTableSet, hidden: Iterable<string>): Promise<readonly string[]> {
	const unread = set.cells.filter((c) => c.isVirtual).map((c) => c.key);
	const audit = await auditPattern({
		values: new Map(set.cells.map((c) => [c.key, c.value])),
		hidden: new Set([...hidden, ...unread]),
		relations: set.relations,
		lower: 0
	});
	return audit.exact;
}

describe('subtraction', () => {
	it('between all sectors and three of them', async () => {
		const set = tableSet(
			[cell('alla', 60), cell('polis', 4), cell('soc', 20), cell('skola', 15), cell('civil', 21)],
			[sum('alla', 'polis', 'soc', 'skola', 'civil')]
		);
		const { hidden } = await release(set);
		expect(await computed(set, ['polis'])).toEqual(['polis']);
		expect(await computed(set, hidden.keys())).toEqual([]);
	});

	it('between two rounds, when a sum since the start is shown', async () => {
		const years = [cell('2025', 12), cell('2026', 3), cell('sedan starten', 15)];
		const set = tableSet(years, [sum('sedan starten', '2025', '2026')]);
		const { hidden } = await release(set, new Map([['2025', 12]]));
		expect([...hidden]).toEqual([
			['2026', 'threshold'],
			['sedan starten', 'complementary']
		]);
	});

	it('between two filter views of the same records', async () => {
		// Adults and children in one view, two areas in the other; the two views share the total.
		const set = tableSet(
			[cell('alla', 40), cell('vuxna', 37), cell('barn', 3), cell('norr', 38), cell('söder', 2)],
			[sum('alla', 'vuxna', 'barn'), sum('alla', 'norr', 'söder')]
		);
		const { hidden } = await release(set);
		expect(await computed(set, ['barn', 'söder'])).toEqual(['barn', 'söder']);
		expect(await computed(set, hidden.keys())).toEqual([]);
	});

	it('of the largest unit from the sum, which leaves the other units', async () => {
		const set = tableSet(
			[cell('summa', 13), cell('störst', 11), cell('övriga', 2, { isVirtual: true })],
			[sum('summa', 'störst', 'övriga')]
		);
		const { hidden } = await release(set);
		expect(await computed(set, [])).toEqual(['övriga']);
		expect(await computed(set, hidden.keys())).toEqual([]);
	});

	it('of the single police answer from the totals by area and by sector', async () => {
		const set = crossTable([
			[12, 3, 7],
			[22, 14, 9],
			[5, 6, 8],
			[4, 9, 11]
		]);
		const police = ['r0|c0', 'r0|c1', 'r0|c2'];
		expect(await computed(set, police)).toEqual(police);
		const { hidden } = await release(set);
		expect(await computed(set, hidden.keys())).toEqual([]);
	});
});

describe('shares', () => {
	it('of a base tell the part within a person or two, so they are hidden with the part', async () => {
		const set = tableSet(
			[cell('placerade', 3), cell('alla barn', 60, { rule: 'open' })],
			[],
			[
				table('T', [
					{ kind: 'count', key: 'alla barn' },
					{ kind: 'share', part: 'placerade', base: 'alla barn' }
				])
			]
		);
		const { tables } = await release(set);
		expect(tables[0]?.rows.map((row) => row.cells[0])).toEqual([
			{ kind: 'number', value: 60 },
			{ kind: 'hidden' }
		]);
	});

	it('of a complement tell the part as well: a hidden part hides the share of the rest', async () => {
		const set = tableSet(
			[cell('alla', 60), cell('ja', 57), cell('nej', 3)],
			[sum('alla', 'ja', 'nej')],
			[
				table('T', [
					{ kind: 'count', key: 'alla' },
					{ kind: 'share', part: 'ja', base: 'alla' },
					{ kind: 'share', part: 'nej', base: 'alla' }
				])
			]
		);
		const { tables } = await release(set);
		expect(tables[0]?.rows.slice(1).map((row) => row.cells[0]?.kind)).toEqual(['hidden', 'hidden']);
	});
});

describe('response figures', () => {
	it('give away how many refused an opinion when the answers and the distribution are shown', async () => {
		const base = { answers: 6, organisations: 2 };
		const set = tableSet(
			[
				cell('svarat', 6, { rule: 'open' }),
				cell('bra', 4, { rule: 'opinions', base, group: 'C17' }),
				cell('dåligt', 2, { rule: 'opinions', base, group: 'C17' })
			],
			[sum('svarat', 'bra', 'dåligt')]
		);
		const { hidden } = await release(set);
		expect([...hidden.keys()]).toEqual(['bra', 'dåligt']);
		expect(await computed(set, hidden.keys())).toEqual([]);
	});
});

describe('a corrected version beside the withdrawn one', () => {
	it('hides the new number when the difference is a few persons', async () => {
		const set = tableSet(
			[
				cell('skola', 20),
				cell('skola, rättad', 22),
				cell('rättelse', 2, { isVirtual: true, label: 'Skolan: rättelsens storlek' })
			],
			[sum('skola, rättad', 'skola', 'rättelse')]
		);
		const { hidden } = await release(set, new Map([['skola', 20]]));
		expect([...hidden]).toEqual([['skola, rättad', 'complementary']]);
	});

	it('under the old name is a fault of the maker of the tables', async () => {
		const set = tableSet([cell('skola', 22)], []);
		await expect(release(set, new Map([['skola', 20]]))).rejects.toThrow('a correction needs its own key');
	});
});
