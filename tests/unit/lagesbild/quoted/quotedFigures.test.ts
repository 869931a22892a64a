import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import { findQuotable } from '#lib/lagesbild/quoted/findQuotable.ts';
import { quotableValues } from '#lib/lagesbild/quoted/quotableValues.ts';
import {
	quoteFaults,
	quoteFaultText,
	quotedValues,
	withQuotedValues
} from '#lib/lagesbild/quoted/quotedFigures.ts';
import { finding } from '../../../support/findingBuilder.ts';
import { emptyTexts, lagesbildInput, releasedTable } from '../../../support/lagesbildInput.ts';
import { adults, children } from '../../../support/targetGroupTables.ts';

const countColumns = [
	['summa', 'Summa'],
	['storst', 'Störst'],
	['intervall', 'Minst och högst']
] as const;
const adultsOfOneSector = releasedTable('S1-socialtjanst', {
	columns: countColumns,
	rows: [['S1', 'Personer', 33, 11, [11, 33]]]
});
const onlySum = releasedTable('S9-socialtjanst', {
	columns: countColumns,
	rows: [['S9', 'Personer', 20, '..', '..']]
});
const byPurpose = releasedTable('P11-polis', {
	columns: countColumns,
	rows: [
		['P11.sexuella.vuxna', 'Sexuella ändamål, vuxna', '..', '..', '..'],
		['P11.arbete.vuxna', 'Arbete, vuxna', 'Ingen enhet angav antal', '', '']
	]
});
const contacts = releasedTable('C3-civilsamhalle', {
	columns: countColumns,
	rows: [['C3', 'Kontakter', 1200, 700, '']],
	unit: 'kontakter'
});
const staff = (sector: string) =>
	releasedTable(`A3-${sector}`, {
		columns: countColumns,
		rows: [['A3', 'Medarbetare', 40, 12, '']],
		unit: 'medarbetare'
	});
const tables = [
	adults,
	children,
	adultsOfOneSector,
	onlySum,
	byPurpose,
	contacts,
	staff('polis'),
	staff('skola')
];
const values = quotableValues(tables);
const quotes = quotedValues(values);

describe('the values that can be quoted', () => {
	it.each([
		['S1.antal', '11–33'],
		['S1.minst', '11'],
		['S1.hogst', '33'],
		['S1.storst', '11'],
		// The lowest is hidden: what is known is said as "högst".
		['S9.antal', 'högst 20'],
		['S9.minst', null],
		['S9.hogst', '20'],
		['P11.sexuella.vuxna.antal', null],
		['C3.antal', '1\u00a0200'],
		['kannedom-vuxna.polis.antal', '9'],
		['kannedom-vuxna.socialtjanst.svarade', '6'],
		['kannedom-vuxna.alla.antal', '14–63'],
		['kannedom-barn.socialtjanst.antal', null],
		// Asked in two sectors: the table's whole name says which.
		['A3-polis.antal', '40']
	])('%s reads %j', (reference, text) => {
		expect(quotes.get(reference)).toBe(text);
	});

	it.each(['S1.summa', 'P11.arbete.vuxna.antal', 'A3.antal', 'S1', ''])('%j is none of them', (reference) => {
		expect(quotes.has(reference)).toBe(false);
	});

	it('have a name each', () => {
		expect(quotes.size).toBe(values.length);
	});

	it('are found by words of question, row and measure; without a search, those of the frame', () => {
		const referencesOf = (sought: string) => findQuotable(values, sought).shown.map((each) => each.reference);
		expect(referencesOf('civil störst')).toEqual([]);
		expect(referencesOf('C3 störst')).toEqual(['C3.storst']);
		expect(new Set(referencesOf('').map((reference) => reference.split('.')[0]))).toEqual(
			new Set(['kannedom-vuxna', 'kannedom-barn'])
		);
	});
});

describe('a text with quoted values', () => {
	it('has each in its place, and follows the table that is corrected', () => {
		const text = 'Socialtjänsten känner till {{S1.antal}} vuxna, störst {{ S1.storst }}.';
		expect(withQuotedValues(text, quotes)).toBe('Socialtjänsten känner till 11–33 vuxna, störst 11.');
		const corrected = releasedTable('S1-socialtjanst', {
			columns: countColumns,
			rows: [['S1', 'Personer', 40, 12, [12, 40]]]
		});
		expect(withQuotedValues(text, quotedValues(quotableValues([corrected])))).toBe(
			'Socialtjänsten känner till 12–40 vuxna, störst 12.'
		);
	});

	it('is refused where a value is hidden, is not there or is not written to its end', () => {
		const text = '{{S9.minst}} och {{S99.antal}} och {{S1.antal}} och {{S1.antal} och {{S9.minst}}';
		expect(quoteFaults(text, quotes).map(quoteFaultText)).toEqual([
			'{{S9.minst}} kan inte citeras: talet visas inte i lägesbilden.',
			'{{S99.antal}} finns inte bland talen i lägesbilden. Se listan Tal att citera.',
			'Ett tal är inte färdigt citerat: {{S1.antal} och Det ska stå mellan {{ och }}.'
		]);
	});

	it('without braces is never changed and never refused', () => {
		fc.assert(
			fc.property(
				fc.string().filter((text) => !text.includes('{{') && !text.includes('}}')),
				(text) => {
					expect(withQuotedValues(text, quotes)).toBe(text);
					expect(quoteFaults(text, quotes)).toEqual([]);
				}
			)
		);
	});
});

describe('a lägesbild with quoted values', () => {
	const texts = {
		...emptyTexts,
		annanInformation: 'Text.',
		analys: 'Polisen: {{kannedom-vuxna.polis.antal}}.',
		council: { ...emptyTexts.council, economy: 'För {{S1.hogst}} personer.' }
	};
	const findings = [finding('en', { statement: 'Minst {{S1.minst}} vuxna är kända' })];

	it('has them in chapters, findings and the council’s document', () => {
		const lagesbild = buildLagesbild(lagesbildInput(tables, { texts, findings }));
		const analysis = lagesbild.chapters.find(({ id }) => id === 'analys');
		expect(analysis?.sections.map(({ title }) => title)).toContain('Minst 11 vuxna är kända');
		expect(analysis?.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: 'Polisen: 9.' }]);
		expect(lagesbild.council.economy).toEqual(['För 33 personer.']);
		const priority = lagesbild.tables.find(({ id }) => id === 'prioritering');
		expect(priority?.rows.map(({ title }) => title)).toEqual(['Minst 11 vuxna är kända']);
	});

	it('is not published while one of them is hidden or gone', () => {
		const input = lagesbildInput(tables, { texts, findings });
		const missing = missingForPublication({
			texts: { ...texts, slutsatser: '{{S9.minst}}' },
			method: { ...input.round.method, sourcesUsed: '{{x}}' },
			findings: [finding('en', { knowledgeGaps: '{{P11.sexuella.vuxna.antal}}' })],
			quotes,
			released: input.released,
			lagesbild: buildLagesbild(input)
		});
		expect(missing.map(({ place, finding: id, part }) => [place, id, part])).toEqual([
			['texts', undefined, 'slutsatser'],
			['findings', 'en', 'knowledgeGaps'],
			['method', undefined, 'sourcesUsed']
		]);
	});
});
