import { describe, expect, it } from 'vitest';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { sectors } from '#lib/organisations/sector.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';
import { elementNamed, elementsOf } from '../../support/surveyElements.ts';

const compose = (sector: Sector) => composeQuestionnaire(sector, questionnaireParameters());

const core = ['KÄRNA'];
const person = ['PERS'];
const personCore = ['PERS', 'KÄRNA'];
const opinion = ['ÅSIKT'];
const opinionCore = ['ÅSIKT', 'KÄRNA'];
const freeText = ['FRI'];

type Flags = readonly (readonly [code: string, flags: readonly string[]])[];

// Written by hand from the default instruments' document, § 2.4–2.9, not from the questionnaires.
const partA: Flags = [
	['A1', core],
	['A2', core],
	['A3', []],
	['A4', []],
	['A5', []],
	['A6', []],
	['A7', core],
	['A8', core],
	['A9', core]
];

const partZ: Flags = [
	['Z1', core],
	['Z2', core],
	['Z3', core],
	['Z4', core],
	['Z5', core],
	['Z6', opinionCore],
	['Z7', freeText],
	['Z8', core],
	['Z9', core],
	['Z10', freeText]
];

const ownItems: Readonly<Record<Sector, Flags>> = {
	polis: [
		['P1', core],
		['P2', core],
		['P3', personCore],
		['P4', person],
		['P5', []],
		['P6', []],
		['P7', personCore],
		['P8', person],
		['P9', core],
		['P10', []],
		['P11', personCore],
		['P12', core],
		['P13', core],
		['P14', core],
		['P15', []],
		['P16', []],
		['P17', []],
		['P18', []],
		['P19', core],
		['P20', core],
		['P21', core],
		['P22', []]
	],
	socialtjanst: [
		['S1', personCore],
		['S2', person],
		['S3', core],
		['S4', []],
		['S5', person],
		['S6', personCore],
		['S7', personCore],
		['S8', personCore],
		['S9', personCore],
		['S10', person],
		['S11', core],
		['S12', []],
		['S13', core],
		['S14', person],
		['S15', core],
		['S16', []],
		['S17', core],
		['S18', core],
		['S19', core],
		['S20', core],
		['S21', core],
		['S22', []],
		['S23', personCore],
		['S24', core],
		['S25', core],
		['S26', core]
	],
	skola: [
		['K1', core],
		['K2', personCore],
		['K3', person],
		['K4', []],
		['K5', core],
		['K6', core],
		['K7', []],
		['K8', core],
		['K9', core],
		['K10', []],
		['K11', core],
		['K12', core],
		['K13', []],
		['K14', core],
		['K15', core],
		['K16', []],
		['K17', core],
		['K18', []],
		['K19', core],
		['K20', core],
		['K21', []],
		['K22', core]
	],
	civilsamhalle: [
		['C1', personCore],
		['C2', person],
		['C3', []],
		['C4', personCore],
		['C5', []],
		['C6', []],
		['C7', core],
		['C8', []],
		['C9', core],
		['C10', core],
		['C11', core],
		['C12', []],
		['C13', core],
		['C14', personCore],
		['C15', core],
		['C16', person],
		['C17', opinionCore],
		['C18', core],
		['C19', core],
		['C20', core],
		['C21', opinion],
		['C22', freeText],
		['C23', opinionCore],
		['C24', core]
	]
};

/** K15 asks of the school what Z3 asks of the others. */
function itemsOf(sector: Sector): Flags {
	return [...partA, ...ownItems[sector], ...partZ.filter(([code]) => sector !== 'skola' || code !== 'Z3')];
}

describe.each(sectors)('the items of the questionnaire for %s', (sector) => {
	const survey = compose(sector);

	it('are those of the document, no more and no fewer', () => {
		const codes = new Set(elementsOf(survey).flatMap(({ itemCode }) => itemCode ?? []));
		expect([...codes].sort()).toEqual(
			itemsOf(sector)
				.map(([code]) => code)
				.sort()
		);
	});

	it('carry the flags of the document', () => {
		const flags = itemsOf(sector).map(([code]) => [code, elementNamed(survey, code).flags ?? []]);
		expect(flags).toEqual(itemsOf(sector));
	});

	it('are in their first version', () => {
		const items = elementsOf(survey).filter(({ type }) => type !== 'html');
		expect(items.filter(({ itemVersion }) => itemVersion !== 1)).toEqual([]);
	});

	it('have texts of their own, so that none shows its code to the respondent', () => {
		const items = elementsOf(survey).filter(({ type }) => type !== 'html');
		expect(items.filter(({ title }) => !title).map(({ name }) => name)).toEqual([]);
	});
});

describe('the parts of an item with several parts', () => {
	const partsOf = (sector: Sector, code: string) =>
		elementsOf(compose(sector)).flatMap(({ name, itemCode, type, flags }) =>
			itemCode === code && name !== code ? [{ name, type, flags: flags ?? [] }] : []
		);

	it('keep free text apart from what is counted', () => {
		expect([...partsOf('polis', 'A9'), ...partsOf('polis', 'P21')]).toEqual([
			{ name: 'A9_beskriv', type: 'comment', flags: freeText },
			{ name: 'P21_motivera', type: 'comment', flags: freeText }
		]);
	});

	it('mark every part of an opinion as an opinion', () => {
		expect(partsOf('civilsamhalle', 'C21')).toEqual([
			{ name: 'C21_hinder', type: 'checkbox', flags: opinion }
		]);
	});

	it.each([
		['polis', 'P19', ['totalt', 'barn', 'natet', 'manniskohandel']],
		['socialtjanst', 'S26', ['vuxna', 'barn', 'natet', 'manniskohandel', 'kopare']],
		['civilsamhalle', 'C24', ['vuxna', 'barn', 'natet', 'manniskohandel']]
	] as const)('ask in %s for the reason of each change in %s', (sector, code, rows) => {
		expect(partsOf(sector, code)).toEqual(
			rows.map((row) => ({ name: `${code}_orsak_${row}`, type: 'checkbox', flags: core }))
		);
		expect(elementNamed(compose(sector), code).rows?.map(({ value }) => value)).toEqual(rows);
		expect(elementNamed(compose(sector), `${code}_orsak_barn`).visibleIf).toBe(
			`{${code}.barn} anyof ['tydlig_okning', 'viss_okning', 'viss_minskning', 'tydlig_minskning']`
		);
	});
});
