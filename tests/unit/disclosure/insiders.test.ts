import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import type { IndicatorCell, IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import {
	policyForPersons,
	type DisclosurePolicy,
	type ProtectionOutcome
} from '#lib/disclosure/protection.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { cell, crossTable, sum, tableSet } from '../../support/tableSets.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

/** A number that the organisations put in together. */
function from(key: string, shares: Readonly<Record<string, number>>): IndicatorCell {
	const contributions = Object.entries(shares).map(([holder, value]) => ({ holder, value }));
	return cell(
		key,
		contributions.reduce((all, { value }) => all + value, 0),
		{ contributions }
	);
}

async function outcomeOf(
	set: IndicatorTableSet,
	policy: Partial<DisclosurePolicy>
): Promise<ProtectionOutcome> {
	return await protect({ set, policy: { ...policyForPersons, ...policy }, ledger: new Map() });
}

async function hiddenIn(set: IndicatorTableSet, policy: Partial<DisclosurePolicy>): Promise<string[]> {
	const outcome = await outcomeOf(set, policy);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return [...outcome.value.hidden.keys()];
}

/** The hidden numbers that those can compute who know what is all theirs. */
async function computedBy(
	holders: readonly string[],
	set: IndicatorTableSet,
	hidden: readonly string[]
): Promise<readonly string[]> {
	const isTheirs = ({ contributions = [] }: IndicatorCell) =>
		contributions.length > 0 &&
		contributions.every(({ holder, value }) => value === 0 || holders.includes(holder));
	const known = new Set(set.cells.filter(isTheirs).map(({ key }) => key));
	const audit = await auditPattern({
		values: new Map(set.cells.map(({ key, value }) => [key, value])),
		hidden: new Set(hidden.filter((key) => !known.has(key))),
		relations: set.relations,
		lower: 0
	});
	return audit.exact;
}

describe('an organisation with its own figure in hand', () => {
	// The police is one organisation. Its number and the school's are both hidden, and the total is shown.
	const set = tableSet(
		[
			from('alla', { polis: 4, skola1: 2, skola2: 1, soc1: 20, soc2: 11, soc3: 9 }),
			from('polis', { polis: 4 }),
			from('skola', { skola1: 2, skola2: 1 }),
			from('soc', { soc1: 20, soc2: 11, soc3: 9 })
		],
		[sum('alla', 'polis', 'skola', 'soc')]
	);

	it('subtracts it from what is shown, unless more is hidden for its sake', async () => {
		const open = await hiddenIn(set, {});
		expect(open).toEqual(['polis', 'skola']);
		expect(await computedBy([], set, open)).toEqual([]);
		expect(await computedBy(['polis'], set, open)).toEqual(['skola']);
		const closed = await hiddenIn(set, { insiders: 'single' });
		expect(closed).toEqual(['polis', 'skola', 'soc']);
		expect(await computedBy(['polis'], set, closed)).toEqual([]);
	});

	it('has a proof of its own where the public’s would move its figure', async () => {
		const outcome = await outcomeOf(set, { insiders: 'single' });
		if (!outcome.ok) throw new Error('refused');
		const { certificates, tables } = outcome.value;
		const policy = { ...policyForPersons, insiders: 'single' } as const;
		const proof = { set, policy, ledger: new Map(), tables };
		expect(verifyCertificates({ ...proof, certificates })).toEqual([]);
		const publicOnly = certificates.filter(({ against }) => !against);
		expect(publicOnly.length).toBeLessThan(certificates.length);
		expect(verifyCertificates({ ...proof, certificates: publicOnly })).toContainEqual(
			expect.stringMatching(/^\w+ is not proven (?:up|down)wards against polis$/)
		);
	});

	it('is told no less than the public of what it only took part in: at least its own share', async () => {
		const shared = tableSet(
			[cell('alla', 30), from('a', { x: 3, y: 1 }), from('b', { y: 6 }), cell('c', 20)],
			[sum('alla', 'a', 'b', 'c')]
		);
		const outcome = await outcomeOf(shared, { insiders: 'single' });
		if (!outcome.ok) throw new Error('refused');
		for (const { against, down } of outcome.value.certificates)
			if (against?.join() === 'x') expect(down).not.toContainEqual(['a', -2]);
		expect([...outcome.value.hidden.keys()]).toEqual(['a', 'c']);
	});
});

describe('two organisations together', () => {
	const set = crossTableOf([
		[{ polis: 3 }, { polis: 40 }, { polis: 30 }],
		[{ skola: 4 }, { skola: 22 }, { skola: 35 }],
		[{ soc: 30 }, { soc: 50 }, { soc: 60 }],
		[{ civil: 20 }, { civil: 25 }, { civil: 45 }]
	]);

	it('compute nothing of a third when the policy is to keep it from pairs', async () => {
		const pairs = await hiddenIn(set, { insiders: 'pairs' });
		for (const pair of [
			['polis', 'skola'],
			['polis', 'soc'],
			['skola', 'civil']
		])
			expect(await computedBy(pair, set, pairs)).toEqual([]);
		const single = await hiddenIn(set, { insiders: 'single' });
		expect(single.length).toBeLessThan(pairs.length);
	});

	it('that are merged are one insider, and one contributor', async () => {
		const merged = { mergedHolders: [['polis', 'soc']] };
		const hidden = await hiddenIn(set, { insiders: 'single', ...merged });
		expect(await computedBy(['polis', 'soc'], set, hidden)).toEqual([]);
		const two = tableSet([from('T', { a: 20, b: 15, c: 9 })], []);
		const contributors = { minimumOrganisations: 3 };
		expect(await hiddenIn(two, { contributors })).toEqual([]);
		expect(await hiddenIn(two, { contributors, mergedHolders: [['a', 'c']] })).toEqual(['T']);
	});
});

/** Rows, columns and totals, each with what every organisation put in. */
function crossTableOf(shares: readonly (readonly Readonly<Record<string, number>>[])[]): IndicatorTableSet {
	const valueOf = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((a, b) => a + b, 0);
	const plain = crossTable(shares.map((row) => row.map(valueOf)));
	const parts = (key: string) => {
		const [row = '', column = ''] = key.split('|');
		return shares.flatMap((list, r) =>
			list.filter((_, c) => ['T', `r${r}`].includes(row) && ['T', `c${c}`].includes(column))
		);
	};
	return {
		...plain,
		cells: plain.cells.map((one) => ({
			...one,
			contributions: parts(one.key).flatMap((part) =>
				Object.entries(part).map(([holder, value]) => ({ holder, value }))
			)
		}))
	};
}

it('no organisation alone can compute a hidden number, in any small table', async () => {
	const share = fc.record({ a: fc.nat(4), b: fc.nat(6), c: fc.nat(9) });
	const tables = fc.array(fc.array(share, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 });
	let released = 0;
	await fc.assert(
		fc.asyncProperty(tables, async (shares) => {
			const set = crossTableOf(shares);
			const outcome = await outcomeOf(set, { insiders: 'single', zeros: 'hidden' });
			if (!outcome.ok) return;
			released++;
			for (const holder of ['a', 'b', 'c'])
				expect(await computedBy([holder], set, [...outcome.value.hidden.keys()])).toEqual([]);
		}),
		{ numRuns: 60 }
	);
	expect(released).toBeGreaterThan(30);
});

describe('opinions', () => {
	const opinions = (values: readonly number[]) => {
		const answers = values.reduce((a, b) => a + b, 0);
		const base = { answers, organisations: 4 };
		return tableSet(
			values.map((value, i) => cell(`svar ${i}`, value, { rule: 'opinions', base, group: 'fråga' })),
			[]
		);
	};

	it.each([
		[[6, 0], 0, true],
		[[6, 1], 0, false],
		// The one who answered otherwise knows what the other six think.
		[[6, 1], 1, true],
		[[6, 2], 1, false],
		[[6, 2], 2, true]
	])('%j against a coalition of %i: hidden %s', async (values, opinionCoalition, isHidden) => {
		const hidden = await hiddenIn(opinions(values), { opinionCoalition });
		expect(hidden.length > 0).toBe(isHidden);
	});
});
