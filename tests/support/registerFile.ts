import { columnHeading, type ColumnKey } from '#lib/organisations/register/registerCells.ts';
import { writeCsv } from '#lib/server/spreadsheets/writeCsv.ts';

type Cells = Partial<Record<ColumnKey, string>>;

/** Rows of text under the headings of the columns that they use. */
export function registerSheet(rows: readonly Cells[]): string[][] {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row) as ColumnKey[]))];
	return [
		columns.map((column) => columnHeading[column]),
		...rows.map((row) => columns.map((column) => row[column] ?? ''))
	];
}

export function registerCsv(rows: readonly Cells[]): Uint8Array {
	return writeCsv(registerSheet(rows));
}

const firstNames = ['Alva', 'Bo', 'Cilla', 'Disa', 'Edvin', 'Freja', 'Gösta', 'Hedda', 'Ivar', 'Jonna'];
const lastNames = [
	'Alm',
	'Bäck',
	'Ceder',
	'Dal',
	'Ek',
	'Fors',
	'Grén',
	'Hed',
	'Isling',
	'Jansson',
	'Åker',
	'Öman'
];
const syllables = [
	'ber',
	'dal',
	'fors',
	'holm',
	'kvist',
	'lund',
	'mark',
	'näs',
	'ryd',
	'sten',
	'torp',
	'vik'
];

/** An invented person of a number, unlike that of every other number below some hundred thousand. */
function inventedName(number: number): string {
	const first = firstNames[number % 10] ?? '';
	const last = lastNames[Math.floor(number / 10) % 12] ?? '';
	const rest = Math.floor(number / 120);
	const second = `${syllables[rest % 12] ?? ''}${syllables[Math.floor(rest / 12) % 12] ?? ''}`;
	return `${first} ${last}-${second.charAt(0).toUpperCase()}${second.slice(1)}`;
}

const kinds = ['Skola', 'Socialtjänst', 'Civilsamhälle', 'Region eller vård'];
const sectorOf = ['Skolan', 'Socialtjänsten', 'Civilsamhället', ''];

/** A large register: two persons at each unit, ten units at each organisation, and an agreement with each. */
export function largeRegister(size: number): Cells[] {
	return Array.from({ length: size }, (_, row) => {
		const unit = Math.floor(row / 2);
		const organisation = Math.floor(unit / 10);
		return {
			organisation: `Organisation ${organisation}`,
			kind: kinds[organisation % 4] ?? '',
			unit: `Enhet ${unit}`,
			sector: sectorOf[organisation % 4] ?? '',
			unitFrom: '2024-01-01',
			size: String(100 + (unit % 900)),
			measure: 'personer',
			sizeFrom: '2025-01-01',
			contact: inventedName(row),
			role: row % 2 === 0 ? 'Enhetschef' : 'Samordnare',
			email: `person${row}@partner.example`,
			phone: `0999-${String(100_000 + row)}`,
			isMain: row % 2 === 0 ? 'Ja' : 'Nej',
			contactFrom: '2025-01-01',
			agreement: 'Samverkan mot människohandel',
			purposes: 'Upptäcka tidigt\nGe stöd',
			areas: 'Hela kommunen',
			agreementFrom: '2024-01-01'
		};
	});
}
