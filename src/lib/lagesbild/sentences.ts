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

/**
 * What a sector knows of, never a sum passed off as persons: the interval where the units' numbers may overlap, and
 * "högst" where only the sum is shown.
 */
function knownAmount(table: ReleasedTable, row: ReleasedRow): string | undefined {
	const sum = shownNumber(cellIn(table, row, 'summa'));
	const interval = cellIn(table, row, 'intervall');
	if (sum === 0) return 'inga';
	if (interval.kind === 'interval') return intervalText(interval.low, interval.high);
	return sum === undefined ? undefined : `högst ${numberText(sum)}`;
}

/** "Socialtjänsten (6 av 9 enheter svarade) hade kännedom om 12–23 vuxna; polisen (…) om 9; skolan (…): antalet visas inte." */
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
		cell: cellIn(table, row, 'summa'),
		amount: knownAmount(table, row)
	}));
	const counted = named.flatMap(({ name, amount }) => (amount === undefined ? [] : [{ name, text: amount }]));
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

/** "Hos de 2 enheter i socialtjänsten som angav antal båda åren var summan för vuxna 16 (2025) och 20 (2026). Orsak …" */
export function changeSentences(tables: readonly ReleasedTable[], group: TargetGroup): string[] {
	const table = findTable(tables, `utveckling-${group.id}`);
	const before = table?.columns.find(({ id }) => id === 'panel-fore');
	const now = table?.columns.find(({ id }) => id === 'panel');
	if (!table || !before || !now) return [];
	return table.rows.flatMap((row) => {
		const units = shownNumber(cellIn(table, row, 'panel-enheter'));
		const then = shownNumber(cellIn(table, row, before.id));
		const later = shownNumber(cellIn(table, row, now.id));
		if (units === undefined || then === undefined || later === undefined) return [];
		const panel = units === 1 ? 'Hos den enhet' : `Hos de ${numberText(units)} enheter`;
		const numbers = `${numberText(then)} (${before.title}) och ${numberText(later)} (${now.title})`;
		return [
			`${panel} i ${row.title.toLowerCase()} som angav antal båda åren var summan för ${group.words} ${numbers}${causeClause(tables, group, row.id)}.`
		];
	});
}

/** The tables of stated causes (L7), by target group and sector. */
const causeTables: Readonly<Record<TargetGroup['id'], Readonly<Record<string, string>>>> = {
	vuxna: {
		polis: 'P19_orsak_totalt-polis',
		socialtjanst: 'S26_orsak_vuxna-socialtjanst',
		civilsamhalle: 'C24_orsak_vuxna-civilsamhalle'
	},
	barn: {
		polis: 'P19_orsak_barn-polis',
		socialtjanst: 'S26_orsak_barn-socialtjanst',
		skola: 'K22_orsak-skola',
		civilsamhalle: 'C24_orsak_barn-civilsamhalle'
	},
	kopare: { socialtjanst: 'S26_orsak_kopare-socialtjanst' }
};

/** The cause that most units state for a change, or that none has stated one. Empty where it was not asked. */
function causeClause(tables: readonly ReleasedTable[], group: TargetGroup, sector: string): string {
	const table = findTable(tables, causeTables[group.id][sector] ?? '');
	if (!table) return '';
	const stated = table.rows
		.map((row) => ({ title: row.title, units: shownNumber(cellIn(table, row, 'valt')) ?? 0 }))
		.filter(({ units }) => units > 0)
		.toSorted((one, other) => other.units - one.units);
	const [top] = stated;
	if (!top) return '; ingen enhet har angett någon orsak';
	const units = top.units === 1 ? '1 enhet' : `${numberText(top.units)} enheter`;
	return `; den orsak som flest anger är ”${top.title}” (${units})`;
}

/** The rows that cannot be compared, in words: "Skolan: går inte att jämföra, frågan har ändrats sedan 2025." */
export function incomparableSentences(tables: readonly ReleasedTable[], group: TargetGroup): string[] {
	const table = findTable(tables, `utveckling-${group.id}`);
	if (!table) return [];
	return table.rows.flatMap((row) => {
		const cell = cellIn(table, row, 'jamforelse');
		if (cell.kind !== 'text' || !cell.text.startsWith('Går inte')) return [];
		const text = cell.text.replace(': ', ', ');
		return [`${row.title}: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`];
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
