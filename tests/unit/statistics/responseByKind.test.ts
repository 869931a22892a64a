import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import { organisationKinds } from '#lib/organisations/organisationKind.ts';
import { kindGroups } from '#lib/statistics/responseByKind.ts';
import type { KindResponse } from '#lib/statistics/unitResponse.ts';
import { personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { comparedFigures } from '../../support/comparedFigures.ts';
import { IndependentFigures } from '../../support/independentFigures.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const limits = { minimumAnswers: 5, minimumOrganisations: 3 };

function kind(name: KindResponse['kind'], asked: number, more: Partial<KindResponse> = {}): KindResponse {
	return { kind: name, asked, answered: asked, organisations: asked, ...more };
}

const namesOf = (kinds: readonly KindResponse[]) =>
	kindGroups(kinds, limits).map((group) => group.map((one) => one.kind));

describe('the kinds of organisations that response is told by', () => {
	it('stand alone with five units of three organisations; smaller ones stand together', () => {
		expect(
			namesOf([
				kind('other_authority', 1),
				kind('civil_society', 11),
				kind('housing_or_hospitality', 5),
				kind('health_care', 4)
			])
		).toEqual([['civil_society'], ['housing_or_hospitality'], ['health_care', 'other_authority']]);
	});

	it('are joined by the smallest of the others, where what is left would point out two units by subtraction', () => {
		expect(
			namesOf([kind('civil_society', 11), kind('housing_or_hospitality', 5), kind('health_care', 2)])
		).toEqual([['civil_society'], ['health_care', 'housing_or_hospitality']]);
	});

	it('are not told apart where only one group is large, nor where five units are of two organisations', () => {
		expect(namesOf([kind('civil_society', 11), kind('health_care', 2)])).toEqual([]);
		expect(namesOf([kind('social_services', 9), kind('health_care', 5, { organisations: 2 })])).toEqual([]);
		expect(namesOf([kind('police', 1)])).toEqual([]);
	});

	const kindOfRandom = fc
		.record({ asked: fc.integer({ min: 1, max: 20 }), organisations: fc.integer({ min: 1, max: 20 }) })
		.map(({ asked, organisations }) => ({ asked, organisations: Math.min(asked, organisations) }));
	const anyKinds = fc
		.tuple(fc.subarray([...organisationKinds]), fc.array(kindOfRandom, { minLength: 8, maxLength: 8 }))
		.map(([names, numbers]) =>
			names.map((name, place) => kind(name, 0, { ...numbers[place], answered: place }))
		);

	it('always leave two large groups or none, with every kind in one, whoever has answered', () => {
		fc.assert(
			fc.property(anyKinds, (kinds) => {
				const groups = kindGroups(kinds, limits);
				expect(groups).not.toHaveLength(1);
				for (const group of groups) {
					expect(group.reduce((sum, one) => sum + one.asked, 0)).toBeGreaterThanOrEqual(5);
					expect(group.reduce((sum, one) => sum + one.organisations, 0)).toBeGreaterThanOrEqual(3);
				}
				if (groups.length > 0) expect(new Set(groups.flat())).toEqual(new Set(kinds));
				const nobody = kinds.map((one) => ({ ...one, answered: 0 }));
				expect(namesOf(nobody)).toEqual(namesOf(kinds));
			})
		);
	});
});

describe('the table of response by kind', () => {
	const units = Object.fromEntries(
		Array.from({ length: 12 }, (_, place) => [`o${String(place)}/enhet`, { C1: 'noll' }] as const)
	);
	const answers = sectorAnswers('civilsamhalle', [personCount('C1')], { asked: 19, units });
	const byKind = [
		kind('civil_society', 11, { answered: 9 }),
		kind('housing_or_hospitality', 6, { answered: 2 }),
		kind('health_care', 2, { answered: 1 })
	];
	const round = { year: 2026, sectors: [{ ...answers, response: { ...answers.response, byKind } }] };

	it('is released with a row for each group, and each number is the one that a second computation gives', async () => {
		const outcome = await protect({
			set: tablesOfRows(round),
			policy: { ...policyForPersons, level: 'threshold' },
			ledger: new Map()
		});
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		const table = outcome.value.tables.find(({ id }) => id === 'svarande-typ');
		if (!table) throw new Error('No table');
		const printed = table.rows.map(({ title, cells }) => [
			title,
			...cells.map((cell) => (cell.kind === 'number' ? cell.value : cell.kind))
		]);
		expect(printed).toEqual([
			['Civilsamhället: civilsamhälle', 11, 9, 2],
			['Civilsamhället: övriga (region eller vård; bostadsbolag, hotell eller besöksnäring)', 8, 3, 5]
		]);
		expect(comparedFigures([table], new IndependentFigures(round))).toEqual({ compared: 6, differing: [] });
	});

	it.each([0, 6])(
		'tells it where %i of a kind of six have answered: none and all are not hidden',
		async (hotels) => {
			const kinds = [
				kind('civil_society', 12, { answered: 12 - hotels }),
				kind('housing_or_hospitality', 6, { answered: hotels })
			];
			const answered = sectorAnswers('civilsamhalle', [personCount('C1')], { asked: 18, units });
			const outcome = await protect({
				set: tablesOfRows({
					year: 2026,
					sectors: [{ ...answered, response: { ...answered.response, byKind: kinds } }]
				}),
				policy: { ...policyForPersons, level: 'threshold' },
				ledger: new Map()
			});
			if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
			const table = outcome.value.tables.find(({ id }) => id === 'svarande-typ');
			expect(table?.rows.map(({ title, cells }) => [title, ...cells])).toEqual([
				[
					'Civilsamhället: civilsamhälle',
					...[12, 12 - hotels, hotels].map((value) => ({ kind: 'number', value }))
				],
				[
					'Civilsamhället: bostadsbolag, hotell eller besöksnäring',
					...[6, hotels, 6 - hotels].map((value) => ({ kind: 'number', value }))
				]
			]);
		}
	);

	it('adds up to the numbers of the sector, which disclosure control knows', () => {
		const { relations } = tablesOfRows(round);
		const ofKinds = relations.filter(({ parts }) => parts.every((part) => part.includes('/typ/')));
		expect(ofKinds.map(({ total }) => total).filter((total) => !total.includes('/typ/'))).toEqual([
			'2026/svar/civilsamhalle/tillfragade',
			'2026/svar/civilsamhalle/svarade',
			'2026/svar/civilsamhalle/bortfall'
		]);
	});
});
