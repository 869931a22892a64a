import { describe, expect, it } from 'vitest';
import {
	isTellingOfContributors,
	protectionMargin,
	type ContributorRules
} from '#lib/disclosure/rules/contributorRules.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import { referenceRows } from '../../support/referenceTables.ts';
import { cell, sum, tableSet } from '../../support/tableSets.ts';

/** A number that organisations a, b, c … make up, with those who have waived. */
function made(values: readonly number[], waivedBy: readonly string[] = []) {
	const contributions = values.map((value, i) => ({ holder: String.fromCodePoint(97 + i), value }));
	return cell(
		'x',
		values.reduce((all, value) => all + value, 0),
		{ contributions, waivedBy }
	);
}

describe('a number tells of its contributors', () => {
	it.each<[string, readonly number[], ContributorRules, boolean]>([
		['two organisations where three are asked for', [20, 20], { minimumOrganisations: 3 }, true],
		['three organisations where three are asked for', [20, 20, 1], { minimumOrganisations: 3 }, false],
		['organisations that reported none do not count', [20, 20, 0], { minimumOrganisations: 3 }, true],
		['p %: the rest is under p % of the largest', [80, 10, 7], { pPercent: 10 }, true],
		['p %: the rest is p % of the largest', [80, 10, 8], { pPercent: 10 }, false],
		['(n, k): two have more than k %', [80, 10, 9], { dominance: { n: 2, k: 90 } }, true],
		['(n, k): two have k %', [80, 10, 10], { dominance: { n: 2, k: 90 } }, false],
		['(p, q): as p % of 100 · p / q', [80, 20, 15], { priorPosterior: { p: 10, q: 50 } }, true],
		['(p, q): as much as asked for', [80, 20, 16], { priorPosterior: { p: 10, q: 50 } }, false]
	])('%s', (_, ...[values, rules, expected]) => {
		expect(isTellingOfContributors(made(values), rules)).toBe(expected);
	});

	it('by organisation: two units of one are one contributor', () => {
		const contributions = [
			{ holder: 'a', value: 10 },
			{ holder: 'a', value: 10 },
			{ holder: 'b', value: 20 }
		];
		expect(isTellingOfContributors(cell('x', 40, { contributions }), { minimumOrganisations: 3 })).toBe(true);
	});

	it('never by (1, k) alone, which is not safe', () => {
		expect(() => isTellingOfContributors(made([9, 1]), { dominance: { n: 1, k: 80 } })).toThrow(RangeError);
	});
});

describe('a waiver', () => {
	it('by all contributors lets the number be shown', () => {
		expect(isTellingOfContributors(made([80, 10], ['a', 'b']), { minimumOrganisations: 3 })).toBe(false);
	});

	it('by the largest moves the protection to the largest of the others', () => {
		// 97 − 10 − 80 = 7 against 10 % of 10.
		expect(isTellingOfContributors(made([80, 10, 7], ['a']), { pPercent: 10 })).toBe(false);
		expect(isTellingOfContributors(made([80, 10, 0.5], ['a']), { pPercent: 10 })).toBe(true);
	});

	it('by a small one does not help the largest', () => {
		expect(isTellingOfContributors(made([80, 10, 7], ['c']), { pPercent: 10 })).toBe(true);
	});
});

describe('a hidden number must be able to lie', () => {
	it('as far above as the rule falls short, and one below', () => {
		expect(protectionMargin(made([80, 10, 2]), { pPercent: 10 })).toEqual({ above: 6, below: 1 });
		expect(protectionMargin(made([80, 10, 20]), { pPercent: 10 })).toEqual({ above: 1, below: 1 });
	});

	it('a margin above and below when one is set, instead of what the rule asks for', () => {
		const rules = { pPercent: 10, marginPercent: 5 };
		expect(protectionMargin(made([80, 10, 2]), rules)).toEqual({ above: 5, below: 5 });
		expect(protectionMargin(made([80, 10, 20]), rules)).toEqual({ above: 1, below: 1 });
	});
});

it('an amount of 0 tells of those behind it, a count of no persons of nobody', () => {
	const nothing = made([0, 0]);
	expect(isTellingOfContributors(nothing, { minimumOrganisations: 3 })).toBe(false);
	expect(isTellingOfContributors({ ...nothing, rule: 'amounts' }, { minimumOrganisations: 3 })).toBe(true);
	const three = { ...made([0, 9, 9]), rule: 'amounts' as const };
	expect(isTellingOfContributors(three, { minimumOrganisations: 3 })).toBe(false);
});

it('hides a dominated number, and others for it, so that it can lie that far away', async () => {
	const contributions = [
		{ holder: 'a', value: 80 },
		{ holder: 'b', value: 10 }
	];
	const set = tableSet(
		[cell('T', 143), cell('x', 90, { contributions }), cell('y', 50), cell('z', 3, { rule: 'open' })],
		[sum('T', 'x', 'y', 'z')]
	);
	const policy = { ...defaultPolicy, contributors: { pPercent: 10 } };
	const outcome = await protect({ set, policy, ledger: new Map() });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	expect([...outcome.value.hidden]).toEqual([
		['x', 'contributors'],
		['y', 'complementary']
	]);
	expect(outcome.value.protocol.hiddenByReason.contributors).toBe(1);
	expect(outcome.value.certificates.find(({ key }) => key === 'x')).toEqual({
		key: 'x',
		up: [
			['x', 8],
			['y', -8]
		],
		down: [
			['x', -8],
			['y', 8]
		]
	});
});

describe('the companies of Statistics Norway, cell for cell as GaussSuppression judges them', () => {
	const records = referenceRows('ssb/data_magnitude1.csv');
	const sectors = ['sector4', 'sector2'];
	const places = ['geo', 'eu'];
	const isIn = (record: Record<string, string>, columns: readonly string[], code: string) =>
		code === 'Total' || columns.some((name) => record[name] === code);

	it.each<[string, string, ContributorRules]>([
		['p % = 10', 'ssb/out_mag1_p10.csv', { pPercent: 10 }],
		['more than three contributors', 'ssb/out_mag1_few3.csv', { minimumOrganisations: 4 }],
		[
			'(1, 80) together with (2, 99)',
			'ssb/out_mag1_k80_99.csv',
			{
				dominance: [
					{ n: 1, k: 80 },
					{ n: 2, k: 99 }
				]
			}
		]
	])('%s', (_, file, rules) => {
		const judged = referenceRows(file).map((row) => {
			const own = records.filter(
				(record) => isIn(record, sectors, row['sector4'] ?? '') && isIn(record, places, row['geo'] ?? '')
			);
			const contributions = own.map((record) => ({
				holder: record['company'] ?? '',
				value: Number(record['value'])
			}));
			const total = contributions.reduce((all, { value }) => all + value, 0);
			const name = `${row['sector4'] ?? ''}, ${row['geo'] ?? ''}`;
			return [name, isTellingOfContributors(cell(name, total, { contributions }), rules)];
		});
		const expected = referenceRows(file).map((row) => [
			`${row['sector4'] ?? ''}, ${row['geo'] ?? ''}`,
			row['primary'] === 'TRUE'
		]);
		expect(judged).toEqual(expected);
	});
});
