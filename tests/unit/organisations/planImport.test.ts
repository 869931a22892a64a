import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exportRows } from '#lib/organisations/register/exportRows.ts';
import { fileRows } from '#lib/organisations/register/fileRows.ts';
import { planImport } from '#lib/organisations/register/planImport.ts';
import { columnHeading, columnKeys } from '#lib/organisations/register/registerCells.ts';
import { readSheet } from '#lib/server/spreadsheets/readSheet.ts';
import { writeCsv } from '#lib/server/spreadsheets/writeCsv.ts';
import { writeXlsx } from '#lib/server/spreadsheets/writeXlsx.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { registers } from '../../support/registerArbitraries.ts';
import {
	annaId,
	contactNamed,
	northId,
	planOfRows,
	schoolId,
	smallRegister
} from '../../support/registerState.ts';

const school = { organisation: 'Skolförvaltningen', unit: 'Norrskolan' };
const anna = { ...school, contact: 'Anna Ek', email: 'Anna.Ek@skola.example' };
const fateOf = (...rows: Parameters<typeof planOfRows>[0]) => planOfRows(rows).rows.at(-1)!;

describe('the fate of a row', () => {
	it('is unchanged when all that it says stands in the register, whatever the capitals of names and addresses', () => {
		const row = { ...anna, organisation: 'SKOLFÖRVALTNINGEN', role: 'Rektor', size: '400', isMain: 'ja' };
		expect(fateOf(row)).toEqual({
			line: 2,
			organisation: 'SKOLFÖRVALTNINGEN',
			unit: 'Norrskolan',
			contact: 'Anna Ek',
			fate: 'unchanged',
			additions: [],
			changes: [],
			faults: [],
			notes: []
		});
	});

	it('is changed with each value from and to, as people write them', () => {
		const row = { ...anna, role: 'Biträdande rektor', language: 'engelska', area: 'centrum' };
		expect(fateOf(row)).toMatchObject({
			fate: 'changed',
			changes: [
				{ column: 'area', from: '', to: 'Centrum' },
				{ column: 'language', from: 'Svenska', to: 'Engelska' },
				{ column: 'role', from: 'Rektor', to: 'Biträdande rektor' }
			]
		});
	});

	it('is new when it adds a unit, a person or what the person does for the unit', () => {
		expect(fateOf({ ...school, unit: 'Söderskolan', contact: 'Anna Ek' })).toMatchObject({
			fate: 'new',
			additions: ['enhet', 'uppdrag vid enheten']
		});
	});

	it.each([
		[{ unit: 'X' }, 'organisation', 'Organisation saknas'],
		[{ organisation: 'Ny' }, 'kind', 'En ny organisation behöver en organisationstyp'],
		[{ organisation: 'Skolförvaltningen', sector: 'Skolan' }, 'unit', 'Enhet saknas'],
		[{ ...school, email: 'a@b.example' }, 'contact', 'Kontaktperson saknas'],
		[{ ...school, area: 'Månen' }, 'area', 'Området finns inte. Välj bland: Centrum'],
		[{ ...school, unitTo: '2023-12-31' }, 'unitTo', 'Slutdagen ligger före 2024-01-01'],
		[{ ...anna, councilPosition: 'Chef' }, 'councilFrom', 'Skriv från vilken dag personen sitter i rådet'],
		[{ ...anna, councilFrom: '2026-01-01' }, 'councilPosition', 'Befattning i rådet saknas'],
		[
			{ ...school, agreement: 'Avtal', areas: 'x', agreementFrom: '2026-01-01' },
			'purposes',
			'Skriv överenskommelsens syften'
		],
		[{ ...school, purposes: 'x' }, 'agreement', 'Överenskommelsens namn saknas'],
		[{ ...school, size: 'många' }, 'size', 'Skriv ett heltal'],
		// It is not missing too.
		[{ ...school, size: '12,5', measure: 'elever', sizeFrom: '2026-01-01' }, 'size', 'Skriv ett heltal'],
		[{ ...school, size: '#SAKNAS!' }, 'size', 'Formeln i cellen har gett ett fel'],
		[{ ...school, unitId: annaId }, 'unitId', 'Enheten finns inte i organisationen'],
		[{ ...school, contactId: northId }, 'contactId', 'Kontakten finns inte i registret'],
		[{ ...school, contact: 'Bo Ny', isMain: 'ja' }, 'isMain', 'Anna Ek är redan huvudkontakt för enheten']
	] as const)('%j is refused with column and reason', (row, column, message) => {
		expect(fateOf(row)).toMatchObject({ fate: 'refused', faults: [{ column, message }], additions: [] });
	});

	it('is refused when an earlier row of the file says another thing of the same', () => {
		expect(fateOf({ ...anna, phone: '0999-1' }, { ...anna, phone: '0999-2' })).toMatchObject({
			fate: 'refused',
			faults: [{ column: 'phone', message: 'Rad 2 säger ”0999-1” om samma sak' }]
		});
	});

	it('of a refused row leaves nothing behind for the rows after it', () => {
		const { rows, organisations } = planOfRows([
			{ organisation: 'Ny', kind: 'Polis', unit: 'Ett', size: 'x' },
			{ organisation: 'Ny', unit: 'Två' }
		]);
		expect(rows.map(({ fate }) => fate)).toEqual(['refused', 'refused']);
		expect(organisations).toEqual([]);
	});

	it('refuses another sector for a unit whose answers are kept under the one it has', () => {
		const register = smallRegister({ askedUnitIds: new Set([northId]) });
		const [row] = planOfRows([{ ...school, sector: 'Polisen' }], register).rows;
		expect(row).toMatchObject({ fate: 'refused', faults: [{ column: 'sector' }] });
	});
});

describe('who a row is about', () => {
	it('is a new person beside one with the same address and another name: shown, not merged', () => {
		expect(fateOf({ ...anna, contact: 'Bo Ström' })).toMatchObject({
			fate: 'new',
			additions: ['kontakt', 'uppdrag vid enheten'],
			notes: ['Samma e-postadress som Anna Ek']
		});
	});

	it('is noted when the name is one letter from another', () => {
		const register = smallRegister({ contacts: [contactNamed('Anna Ekström')] });
		const [row] = planOfRows([{ ...school, contact: 'Ana Ekström' }], register).rows;
		expect(row).toMatchObject({ fate: 'new', notes: ['Namnet liknar Anna Ekström'] });
	});

	it('is the person at the unit when the address is a new one', () => {
		expect(fateOf({ ...anna, email: 'ek@skola.example' })).toMatchObject({
			fate: 'changed',
			changes: [{ column: 'email', from: 'anna.ek@skola.example', to: 'ek@skola.example' }]
		});
	});

	it('cannot be told when two in the organisation have the name', () => {
		const twin = contactNamed('Anna Ek', { contactId: northId });
		const register = smallRegister({ contacts: [contactNamed('Anna Ek'), twin] });
		expect(planOfRows([{ ...school, contact: 'Anna Ek' }], register).rows[0]).toMatchObject({
			fate: 'refused',
			faults: [{ column: 'contact' }]
		});
		const withId = planOfRows([{ ...school, contactId: annaId, contact: 'Anna Ek' }], register);
		expect(withId.rows[0]?.fate).toBe('unchanged');
	});
});

describe('a name', () => {
	it('that one organisation gives up may be taken by another further down', () => {
		const rows = planOfRows([
			{ organisationId: schoolId, organisation: 'Utbildningsförvaltningen' },
			{ organisation: 'Skolförvaltningen', kind: 'Skola' }
		]).rows;
		expect(rows.map(({ fate }) => fate)).toEqual(['changed', 'new']);
	});

	it('that another has is refused', () => {
		const organisations = [
			{ organisationId: schoolId, name: 'Skolförvaltningen', kind: 'school' as const },
			{ organisationId: northId, name: 'Kulturförvaltningen', kind: 'other_authority' as const }
		];
		const row = { organisationId: northId, organisation: 'skolförvaltningen' };
		expect(planOfRows([row], smallRegister({ organisations })).rows[0]).toMatchObject({
			fate: 'refused',
			faults: [{ column: 'organisation', message: 'En annan organisation heter så' }]
		});
	});
});

const today = calendarDate('2026-03-01');

test.each([
	['CSV', writeCsv],
	['XLSX', (rows: string[][]) => writeXlsx('Register', rows)]
])('an exported register that is read in again changes nothing: %s', (_, write) => {
	fc.assert(
		fc.property(registers, (register) => {
			const rows = exportRows(register);
			fc.pre(rows.length > 0);
			const sheet = readSheet(write([columnKeys.map((key) => columnHeading[key]), ...rows]));
			if (!sheet.ok) throw new Error(sheet.refusal);
			const file = fileRows(sheet.value);
			if (!file.ok) throw new Error(file.refusal);
			const { rows: fates, ...writes } = planImport(register, { rows: file.value.rows, today });
			expect(fates.filter(({ fate }) => fate !== 'unchanged')).toEqual([]);
			expect(fates).toHaveLength(rows.length);
			expect(Object.values(writes).flat()).toEqual([]);
		}),
		{ numRuns: 150 }
	);
});
