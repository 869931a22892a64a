import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { duringPeriod } from '#lib/rounds/roundName.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { intervalText } from './cellText.ts';
import { knownAmount } from './knownAmount.ts';
import type { SectorResponse } from './lagesbildInput.ts';
import { cellIn, findTable, shownNumber } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

export interface TargetGroup {
	readonly id: 'vuxna' | 'barn' | 'kopare';
	/** "11–33 vuxna som fått ersättning för sex" */
	readonly words: string;
	/** "Vuxna som fått ersättning för sex" */
	readonly title: string;
}

export const targetGroups: readonly TargetGroup[] = [
	{ id: 'vuxna', words: 'vuxna som fått ersättning för sex', title: 'Vuxna som fått ersättning för sex' },
	{
		id: 'barn',
		words: 'barn och elever som fått eller lovats ersättning',
		title: 'Barn och elever som fått eller lovats ersättning'
	},
	{ id: 'kopare', words: 'personer som köpt sex', title: 'Personer som köpt sex' }
];

export function sectorTitle(code: string): string {
	const sector = sectors.find((candidate) => candidate === code);
	return sector ? sectorName[sector] : code;
}

/** "socialtjänsten (7 av 9 enheter)", "polisen och socialtjänsten tillsammans (8 av 10 enheter)" */
function nameWithBase(row: ReleasedRow, response: readonly SectorResponse[] | undefined): string {
	const codes = row.id.split('+');
	const name = `${row.title.toLowerCase()}${codes.length > 1 ? ' tillsammans' : ''}`;
	const figures = response?.filter(({ sector }) => codes.includes(sector)) ?? [];
	if (figures.length === 0) return name;
	const answered = figures.reduce((sum, one) => sum + one.answered, 0);
	const asked = figures.reduce((sum, one) => sum + one.asked, 0);
	return `${name} (${answered} av ${asked} ${asked === 1 ? 'enhet' : 'enheter'})`;
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b och c" */
export function listed(parts: readonly string[]): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1) ?? ''}`;
}

/** "Polisen kände till 15, socialtjänsten 11–33 och civilsamhället 21–64. Skolans antal visas inte." */
function knownSentences(
	table: ReleasedTable,
	response: readonly SectorResponse[] | undefined,
	words: string
): string[] {
	const rows = table.rows.filter(({ id }) => id !== 'alla');
	const counted = rows.flatMap((row) => {
		const amount = knownAmount(table, row);
		return amount === undefined ? [] : [{ name: nameWithBase(row, response), amount }];
	});
	const named = (kind: 'hidden' | 'text') =>
		listed(
			rows
				.filter((row) => cellIn(table, row, 'summa').kind === kind)
				.map((row) => nameWithBase(row, response))
		);
	const parts = counted.map(({ name, amount }, place) =>
		place === 0 ? `${name} kände till ${amount} ${words}`.trim() : `${name} ${amount}`
	);
	const hidden = named('hidden');
	const silent = named('text');
	return [
		...(parts.length > 0 ? [`${capitalised(listed(parts))}.`] : []),
		...(hidden === '' ? [] : [`Antalet hos ${hidden} visas inte.`]),
		...(silent === '' ? [] : [`Ingen enhet i ${silent} angav något antal.`])
	];
}

/** "Polisen (1 av 1 enhet) kände till 15 vuxna …, socialtjänsten (7 av 9 enheter) 11–33 …" */
export function headlineSentence(
	tables: readonly ReleasedTable[],
	response: readonly SectorResponse[],
	group: TargetGroup
): string | undefined {
	const table = findTable(tables, `kannedom-${group.id}`);
	if (!table) return undefined;
	const sentences = knownSentences(table, response, group.words);
	return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** The same for the summary, under the name of the group and without the base, which stands first there. */
export function summarySentence(tables: readonly ReleasedTable[], group: TargetGroup): string | undefined {
	const table = findTable(tables, `kannedom-${group.id}`);
	if (!table) return undefined;
	const sentences = [...knownSentences(table, undefined, ''), intervalSentence(tables, group) ?? ''];
	return `${group.title}: ${sentences.join(' ').trim()}`.replace(
		/: (.)/,
		(_, first: string) => `: ${first.toLowerCase()}`
	);
}

/** "Tillsammans är det minst 21 och högst 112 personer." */
export function intervalSentence(tables: readonly ReleasedTable[], group: TargetGroup): string | undefined {
	const table = findTable(tables, `kannedom-${group.id}`);
	const all = table?.rows.find(({ id }) => id === 'alla');
	if (!table || !all) return undefined;
	const cell = cellIn(table, all, 'intervall');
	if (cell.kind === 'hidden') return 'Hur många det är tillsammans visas inte.';
	if (cell.kind !== 'interval' || cell.high === 0) return undefined;
	return cell.low === cell.high
		? `Tillsammans är det ${numberText(cell.high)} personer.`
		: `Tillsammans är det minst ${numberText(cell.low)} och högst ${numberText(cell.high)} personer.`;
}

/** "5 enheter i socialtjänsten angav antal båda gångerna: tillsammans 27 vuxna … 2023 och 33 2024. Den orsak …" */
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
		const panel = units === 1 ? 'Den enhet' : `De ${numberText(units)} enheter`;
		const cause = causeText(tables, group, row.id);
		return [
			`${panel} i ${row.title.toLowerCase()} som angav antal båda gångerna räknade ${numberText(then)} ${group.words} ${duringPeriod(before.title)} och ${numberText(later)} ${duringPeriod(now.title)}.${cause === undefined ? '' : ` Orsak som flest anger: ${cause}.`}`
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

/** "Ett enstaka stort ärende (2 enheter)"; that none is stated; undefined where it was not asked. */
export function causeText(
	tables: readonly ReleasedTable[],
	group: TargetGroup,
	sector: string
): string | undefined {
	const table = findTable(tables, causeTables[group.id][sector] ?? '');
	if (!table) return undefined;
	const stated = table.rows
		.map((row) => ({ title: row.title, units: shownNumber(cellIn(table, row, 'valt')) ?? 0 }))
		.filter(({ units }) => units > 0);
	const most = Math.max(0, ...stated.map(({ units }) => units));
	const top = stated.filter(({ units }) => units === most).map(({ title }) => title);
	if (top.length === 0) return 'Ingen orsak angiven';
	const each = top.length > 1 ? ' vardera' : '';
	return `${top
		.slice(0, 2)
		.map((title) => `”${title}”`)
		.join(' och ')} (${numberText(most)} ${most === 1 ? 'enhet' : 'enheter'}${each})`;
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
