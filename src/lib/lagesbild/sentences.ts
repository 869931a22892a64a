import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { intervalText, numberText } from './cellText.ts';
import type { SectorResponse } from './lagesbildInput.ts';
import { cellIn, findTable, shownNumber } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

export interface TargetGroup {
	readonly id: 'vuxna' | 'barn' | 'kopare';
	/** "hade kännedom om 23 vuxna" */
	readonly words: string;
	/** "Kännedom om vuxna" */
	readonly heading: string;
}

export const targetGroups: readonly TargetGroup[] = [
	{ id: 'vuxna', words: 'vuxna som fått ersättning för sex', heading: 'Kännedom om vuxna' },
	{ id: 'barn', words: 'barn och elever', heading: 'Kännedom om barn och elever' },
	{ id: 'kopare', words: 'personer som köpt sex', heading: 'Kännedom om personer som köpt sex' }
];

const numberHidden = 'antalet visas inte';

export function sectorTitle(code: string): string {
	const sector = sectors.find((candidate) => candidate === code);
	return sector ? sectorName[sector] : code;
}

/** "socialtjänsten (6 av 9 enheter svarade)" */
function nameWithBase(row: ReleasedRow, response: readonly SectorResponse[]): string {
	const name = row.title.toLowerCase();
	const figures = response.find(({ sector }) => sector === row.id);
	if (!figures) return name;
	const units = figures.asked === 1 ? 'enhet' : 'enheter';
	return `${name} (${figures.answered} av ${figures.asked} ${units} svarade)`;
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function amount(cell: ReleasedCell): string | undefined {
	const value = shownNumber(cell);
	if (value === undefined) return undefined;
	return value === 0 ? 'inga' : numberText(value);
}

/** "Socialtjänsten (6 av 9 enheter svarade) hade kännedom om 23 vuxna; polisen (…) om 9; skolan (…): antalet visas inte." */
export function headlineSentence(
	tables: readonly ReleasedTable[],
	response: readonly SectorResponse[],
	group: TargetGroup
): string | undefined {
	const table = findTable(tables, `kannedom-${group.id}`);
	if (!table) return undefined;
	const rows = table.rows.filter(({ id }) => id !== 'alla');
	const named = rows.map((row) => ({
		name: nameWithBase(row, response),
		cell: cellIn(table, row, 'summa')
	}));
	const counted = named.flatMap(({ name, cell }) => {
		const text = amount(cell);
		return text === undefined ? [] : [{ name, text }];
	});
	const uncounted = named.flatMap(({ name, cell }) => {
		if (cell.kind === 'hidden') return [`${name}: ${numberHidden}`];
		return cell.kind === 'number' ? [] : [`${name}: ingen enhet angav antal`];
	});
	const parts = counted.map(({ name, text }, place) =>
		place === 0 ? `${name} hade kännedom om ${text} ${group.words}` : `${name} om ${text}`
	);
	const sentence = [...parts, ...uncounted].join('; ');
	if (sentence === '') return undefined;
	return parts.length > 0 ? `${capitalised(sentence)}.` : `${group.heading} – ${sentence}.`;
}

/** "Samma person kan ingå flera gånger: tillsammans minst 31 och högst 63 vuxna." */
export function intervalSentence(tables: readonly ReleasedTable[], group: TargetGroup): string | undefined {
	const table = findTable(tables, `kannedom-${group.id}`);
	const all = table?.rows.find(({ id }) => id === 'alla');
	if (!table || !all) return undefined;
	const cell = cellIn(table, all, 'intervall');
	const start = 'Samma person kan ingå flera gånger';
	if (cell.kind === 'hidden') {
		return `${start}, så talen får inte läggas ihop; hur många ${group.words} det rör sig om tillsammans visas inte.`;
	}
	if (cell.kind !== 'interval' || cell.high === 0) return undefined;
	if (cell.low === cell.high) {
		return `Tillsammans rör det sig om ${numberText(cell.high)} ${group.words}, om varje enhet har räknat varje person en gång.`;
	}
	return `${start}: tillsammans minst ${numberText(cell.low)} och högst ${numberText(cell.high)} ${group.words}.`;
}

/** "Hos de 2 enheter i socialtjänsten som svarade båda åren: 16 vuxna 2025 och 20 vuxna 2026." Never more than two years side by side. */
export function changeSentences(tables: readonly ReleasedTable[], group: TargetGroup): string[] {
	const table = findTable(tables, `utveckling-${group.id}`);
	if (!table) return [];
	const [, before, now] = table.columns;
	if (!before || !now) return [];
	return table.rows.flatMap((row) => {
		const units = shownNumber(cellIn(table, row, 'panel-enheter'));
		const then = amount(cellIn(table, row, before.id));
		const later = amount(cellIn(table, row, now.id));
		if (units === undefined || then === undefined || later === undefined) return [];
		const panel = units === 1 ? 'Hos den enhet' : `Hos de ${numberText(units)} enheter`;
		return [
			`${panel} i ${row.title.toLowerCase()} som angav antal båda åren var talen ${then} ${group.words} ${before.title} och ${later} ${now.title}.`
		];
	});
}

/** The rows that cannot be compared, in words: "Skolan: går inte att jämföra, frågan har ändrats sedan 2025." */
export function incomparableSentences(tables: readonly ReleasedTable[], group: TargetGroup): string[] {
	const table = findTable(tables, `utveckling-${group.id}`);
	if (!table) return [];
	return table.rows.flatMap((row) => {
		const cell = cellIn(table, row, 'jamforelse');
		if (cell.kind !== 'text' || !cell.text.startsWith('Går inte')) return [];
		return [`${row.title}: ${cell.text.charAt(0).toLowerCase()}${cell.text.slice(1)}.`];
	});
}

/** How a value of a table reads in running text. */
export function cellWords(cell: ReleasedCell): string {
	switch (cell.kind) {
		case 'number':
			return numberText(cell.value);
		case 'interval':
			return cell.low === cell.high
				? numberText(cell.low)
				: `minst ${numberText(cell.low)} och högst ${numberText(cell.high)}`;
		case 'share':
			return `${intervalText(cell.value, cell.value)} procent`;
		case 'hidden':
			return 'visas inte';
		case 'text':
			return cell.text.charAt(0).toLowerCase() + cell.text.slice(1);
		case 'empty':
			return 'uppgift saknas';
	}
}
