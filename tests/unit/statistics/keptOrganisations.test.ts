import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import {
	defaultPolicy,
	policyForPersons,
	type DisclosurePolicy,
	type PublicationLedger
} from '#lib/disclosure/protection.ts';
import { defaultContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import { primaryReason } from '#lib/disclosure/rules/primaryRules.ts';
import type { IndicatorCell, IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { attackOnContributors } from '#lib/disclosure/verify/attackOnContributors.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { protectionInput } from '#lib/server/lagesbild/reportMaterial.ts';
import type { HolderWaiver } from '#lib/statistics/waivers.ts';
import { breakdownCells, personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { round } from '../../support/roundBuilder.ts';
import { roundByColumn, tablesOfRows } from '../../support/unitRows.ts';

const policy: DisclosurePolicy = { ...defaultPolicy, level: 'threshold', insiders: 'single' };

/** Stor 40, mellan 20 and liten 3: of the rest beside the two largest p % of the largest is 4, and there are 3. */
const unequal = { 'stor/a': { S1: 40 }, 'mellan/b': { S1: 20 }, 'liten/c': { S1: 3 } };

function tables(
	waivers: readonly HolderWaiver[],
	units: Parameters<typeof sectorAnswers>[2]['units'] = unequal
): IndicatorTableSet {
	return tablesOfRows({
		year: 2026,
		sectors: [sectorAnswers('socialtjanst', [personCount('S1')], { units })],
		waivers,
		fewestOrganisations: 3
	});
}

function cell(set: IndicatorTableSet, name: string) {
	const found = set.cells.find(({ key }) => key === `2026/S1/socialtjanst/${name}`);
	if (!found) throw new Error(`No number ${name}`);
	return found;
}

function without(one: IndicatorCell, field: 'contributions' | 'waivedBy'): IndicatorCell {
	return Object.fromEntries(
		Object.entries(one).filter(([name]) => name !== field)
	) as unknown as IndicatorCell;
}

const all = (holder: string): HolderWaiver => ({
	holder,
	item: null,
	details: ['sum', 'largest', 'breakdown']
});

describe('a number that tells of an organisation', () => {
	it.each([
		['nobody has agreed', [], true],
		['the one that is nearly all of it has agreed', ['stor'], false],
		['another has agreed', ['mellan'], true],
		['everybody has agreed', ['stor', 'mellan', 'liten'], false]
	])('when %s', (_, willing, isHidden) => {
		const sum = cell(tables(willing.map(all)), 'sum');
		expect(primaryReason(sum, policy)).toBe(isHidden ? 'contributors' : undefined);
		expect(attackOnContributors(sum, policy).succeeds).toBe(isHidden);
	});

	it('is opened in what was agreed to, and in nothing else', () => {
		const ofSum = tables([{ holder: 'stor', item: 'S1', details: ['sum'] }]);
		expect(['sum', 'max', 'sum-utan-max'].map((name) => cell(ofSum, name).waivedBy)).toEqual([
			['stor'],
			undefined,
			undefined
		]);
		const ofAnother = tables([{ holder: 'stor', item: 'S2', details: ['sum'] }]);
		expect(cell(ofAnother, 'sum').waivedBy).toBeUndefined();
		const ofBoth = tables([
			{ holder: 'stor', item: null, details: ['sum'] },
			{ holder: 'stor', item: 'S1', details: ['largest'] }
		]);
		expect(cell(ofBoth, 'sum-utan-max').waivedBy).toEqual(['stor']);
	});

	it('by sex and age is of the question that it splits', () => {
		const split = breakdownCells('S2', {
			partOf: 'S1',
			rows: ['kvinna', 'man'],
			columns: ['18_25', '26_40']
		});
		const answers = {
			S1: 20,
			'S2.kvinna.18_25': 9,
			'S2.kvinna.26_40': 5,
			'S2.man.18_25': 6,
			'S2.man.26_40': 0
		};
		const given = (waivers: readonly HolderWaiver[]) =>
			tablesOfRows({
				year: 2026,
				sectors: [
					sectorAnswers('polis', [personCount('S1'), ...split], { units: { 'polisen/lpo': answers } })
				],
				waivers
			}).cells.flatMap(({ key, waivedBy }) => (waivedBy ? [key] : []));
		expect(given([{ holder: 'polisen', item: 'S1', details: ['breakdown'] }])).toEqual(
			[
				'rad-kvinna',
				'rad-man',
				'kolumn-18_25',
				'kolumn-26_40',
				'kvinna.18_25',
				'kvinna.26_40',
				'man.18_25',
				'man.26_40'
			]
				.toSorted((one, other) => Number(one.includes('-')) - Number(other.includes('-')))
				.map((name) => `2026/S2/polis/${name}`)
		);
		expect(given([{ holder: 'polisen', item: 'S2', details: ['breakdown'] }])).toEqual([]);
	});
});

describe('the verifier', () => {
	it('counts medgivanden for itself: what nobody has agreed to may not be printed', async () => {
		const set = tables([all('stor'), all('mellan'), all('liten')], { 'stor/a': { S1: 40 } });
		const only = { ...set, cells: set.cells.map((one) => without(one, 'waivedBy')) };
		const open = await protect({ set, policy, ledger: new Map() });
		if (!open.ok) throw new Error(JSON.stringify(open.unprotected));
		const { tables: released, certificates } = open.value;
		const proof = { policy, ledger: new Map(), tables: released, certificates };
		expect(verifyCertificates({ ...proof, set })).toEqual([]);
		expect(verifyCertificates({ ...proof, set: only })).toContain(
			'2026/S1/socialtjanst/sum is printed against the rules'
		);
	});
});

describe('a comparison with the year before', () => {
	const year = (year: number, units: Parameters<typeof sectorAnswers>[2]['units']) => ({
		year,
		sectors: [sectorAnswers('civilsamhalle', [personCount('C1')], { units })]
	});
	const both = { 'a/1': { C1: 30 }, 'b/1': { C1: 31 }, 'c/1': { C1: 32 } };
	const compared = (waivers: readonly HolderWaiver[]) => {
		const set = tablesOfRows({
			...year(2026, { ...both, 'd/1': { C1: 33 } }),
			previous: year(2025, both),
			fewestOrganisations: 3,
			waivers
		});
		const table = set.tables.find(({ id }) => id === 'C1-civilsamhalle');
		const cells = table?.rows[0]?.cells ?? [];
		return ['panel-fore', 'panel'].map(
			(column) => cells[table?.columns.findIndex(({ id }) => id === column) ?? -1]?.kind
		);
	};

	it('is not told where those outside it are of few organisations, unless they have agreed', () => {
		expect(compared([])).toEqual(['withheld', 'withheld']);
		expect(compared([all('d')])).toEqual(['count', 'count']);
	});
});

describe('the demonstration’s municipality', () => {
	type Rounds = Parameters<typeof tablesOfRows>[0];
	const ofPersons = { ...policyForPersons, level: 'threshold', opinionCoalition: 1 } as const;
	const ofOrganisations = { contributors: defaultContributorRules, insiders: 'single' } as const;

	/** Each year compiled against those before it; from a year on organisations are kept. */
	async function hiddenByYear(from: number) {
		let ledger: PublicationLedger = new Map();
		let previous: Rounds['previous'];
		const hidden: number[] = [];
		for (const year of [2024, 2025, 2026]) {
			const answers = {
				...demonstrationRound('sjovalla', year),
				...(year < from ? { withoutContributions: true } : {})
			};
			const set = tablesOfRows({
				...answers,
				...(previous ? { previous } : {}),
				isPublished: (key) => typeof ledger.get(key) === 'number',
				...(year < from ? {} : { fewestOrganisations: 3 })
			});
			const policyOfYear = year < from ? ofPersons : { ...ofPersons, ...ofOrganisations };
			const outcome = await protect({ set, policy: policyOfYear, ledger });
			if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
			hidden.push(outcome.value.hidden.size);
			ledger = new Map([...ledger, ...outcome.value.shown]);
			previous = { ...answers, ...(previous ? { previous } : {}) };
		}
		return hidden;
	}

	it.each([
		['from its first year', 2024],
		['from a year on, after years that are published without', 2025]
	])(
		'can keep organisations %s, every year against those before it',
		{ timeout: 60_000 },
		async (_, from) => {
			const [first = 0, second = 0, third = 0] = await hiddenByYear(from);
			const without = await hiddenByYear(2027);
			expect(first - (without[0] ?? 0)).toBe(from === 2024 ? 21 : 0);
			expect([second > (without[1] ?? 0), third > (without[2] ?? 0)]).toEqual([true, true]);
		}
	);
});

describe('a round that does not keep organisations', () => {
	it('is compiled as if there were neither organisations nor medgivanden', () => {
		const answers = {
			...roundByColumn(demonstrationRound('sjovalla', 2024)),
			waivers: [all('Polismyndigheten')]
		};
		const material = {
			answers,
			previous: null,
			ledger: new Map(),
			ledgerLines: 0,
			wishes: [],
			waivers: [],
			design: []
		};
		const { set, policy: rules } = protectionInput({ ...material, round: round() });
		expect(rules).toEqual({
			threshold: 5,
			minimumAnswers: 5,
			minimumOrganisations: 3,
			zeros: 'open',
			minimumShareBase: 10,
			level: 'threshold',
			opinionCoalition: 1
		});
		expect(set.cells.filter((one) => 'contributions' in one || 'waivedBy' in one)).toEqual([]);
		const kept = protectionInput({ ...material, round: round({ keepsOrganisations: true }) });
		expect(kept.policy).toEqual({
			...rules,
			contributors: { minimumOrganisations: 3, pPercent: 10 },
			insiders: 'single'
		});
		const bare = kept.set.cells.map((one) => without(without(one, 'contributions'), 'waivedBy'));
		expect({ ...kept.set, cells: bare }).toEqual(set);
	});
});
