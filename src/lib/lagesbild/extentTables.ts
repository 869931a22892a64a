import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { knownSource } from './knownAmount.ts';
import { cellIn, findTable, numberAt, rowIn, shownNumber } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';
import type { TargetGroup } from './sentences.ts';

type Tables = readonly ReleasedTable[];
type TableColumn = ReleasedTable['columns'][number];

/** The item that counts each group, by sector: the same as the frame's (§ 2.1, rule 8). */
const countingItems: Readonly<Record<TargetGroup['id'], Readonly<Record<string, string>>>> = {
	vuxna: { polis: 'P7', socialtjanst: 'S1', civilsamhalle: 'C1' },
	barn: { polis: 'P7', socialtjanst: 'S9', skola: 'K2', civilsamhalle: 'C1' },
	kopare: { polis: 'P3', socialtjanst: 'S8', civilsamhalle: 'C16' }
};

function column(id: string, title: string, kind: TableColumn['kind'] = 'number'): TableColumn {
	return { id, title, kind };
}

/** The item that counts the group in the sector: `S1`. */
function itemOf(group: TargetGroup['id'], sector: string): string | undefined {
	return countingItems[group][sector];
}

/** The row of the group: the only one, or of a count by target group the one for adults or children. */
function rowOfGroup(table: ReleasedTable | undefined, group: TargetGroup['id']): ReleasedRow | undefined {
	const rows = table?.rows ?? [];
	if (rows.length === 1) return rows[0];
	return rows.find(({ id }) => id.includes(group) && !/medfoljande|syskon/.test(id));
}

/** What each sector knows of, beside its base, what the numbers rest on (L3) and how sure the units are (L18). */
export function extentTable(tables: Tables, group: TargetGroup['id']): ReleasedTable | undefined {
	const frame = findTable(tables, `kannedom-${group}`);
	if (!frame) return undefined;
	return arrangeTable({
		...frame,
		notes: ['Underlag: det som flest enheter byggde talet på. Säkerhet: enheternas egen bedömning.'],
		columns: [
			column('svarat', 'Har svarat', 'text'),
			column('intervall', 'Minst–högst'),
			column('underlag', 'Vanligaste underlag', 'text'),
			column('sakerhet', 'Svarens säkerhet', 'text')
		],
		rows: frame.rows.map(({ id, title }) => ({
			id,
			title,
			cells: [
				answeredOfAsked(frame, id),
				knownSource(frame, id),
				basisText(tables, group, id),
				certaintyText(tables, id)
			]
		}))
	});
}

function answeredOfAsked(frame: ReleasedTable, row: string): CellSource {
	const answered = numberAt(frame, row, 'svarade');
	const asked = numberAt(frame, row, 'tillfragade');
	if (answered === undefined || asked === undefined) return null;
	return `${numberText(answered)} av ${numberText(asked)}`;
}

const basisNames: Readonly<Record<string, string>> = {
	uttag_ur_system: 'uttag ur system',
	manuell_genomgang: 'genomgång av ärenden',
	gruppens_bedomning: 'gruppens bedömning',
	en_medarbetares_bedomning: 'en medarbetares bedömning',
	annat: 'annat'
};

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Uttag ur system (3 av 5)"; all of them when several are equally common. */
function basisText(tables: Tables, group: TargetGroup['id'], sector: string): CellSource {
	const item = itemOf(group, sector);
	const table = findTable(tables, `${item ?? ''}_underlag-${sector}`);
	const row = rowOfGroup(table, group);
	if (item === undefined) return null;
	if (!table || !row) return 'Inte frågat';
	const stated = Object.entries(basisNames)
		.map(([id, name]) => ({ name, units: shownNumber(cellIn(table, row, id)) ?? 0 }))
		.filter(({ units }) => units > 0);
	const all = stated.reduce((sum, { units }) => sum + units, 0);
	const most = Math.max(...stated.map(({ units }) => units));
	if (all === 0) return 'Inte angett';
	const names = stated.filter(({ units }) => units === most).map(({ name }) => name);
	if (all === 1) return capitalised(names.join(''));
	if (names.length > 2) return 'Olika för olika enheter';
	const share = names.length > 1 ? `${numberText(most)} var` : numberText(most);
	return `${capitalised(names.join(' eller '))} (${share} av ${numberText(all)})`;
}

/** "hög 6, medel 0, låg 1" */
function certaintyText(tables: Tables, sector: string): CellSource {
	const table = findTable(tables, 'Z8');
	const row = rowIn(table, sector);
	if (!table || !row) return null;
	const levels = table.columns.filter(({ id }) => id !== 'ej_besvarat');
	const stated = levels.map(({ id, title }) => ({
		title: title.toLowerCase(),
		units: shownNumber(cellIn(table, row, id)) ?? 0
	}));
	const all = stated.reduce((sum, { units }) => sum + units, 0);
	if (all === 0) return 'Inte angett';
	const given = stated.filter(({ units }) => units > 0);
	const text =
		all === 1
			? given.map(({ title }) => title).join('')
			: given.map(({ title, units }) => `${title} ${numberText(units)}`).join(', ');
	return capitalised(text);
}

/** How the units answered: none found, not known, not asked about and not to be given out are findings of their own. */
export function outcomeTable(tables: Tables, group: TargetGroup): ReleasedTable | undefined {
	const frame = findTable(tables, `kannedom-${group.id}`);
	const answered = (frame?.rows ?? []).flatMap(({ id, title }) => {
		const table = findTable(tables, `${itemOf(group.id, id) ?? ''}-${id}-svar`);
		const row = rowOfGroup(table, group.id);
		return table && row ? [{ sector: id, title, table, row: row.id }] : [];
	});
	if (!frame || answered.length === 0) return undefined;
	const columns = new Map(answered.flatMap(({ table }) => table.columns).map((one) => [one.id, one]));
	return arrangeTable({
		id: `status-${group.id}`,
		title: `Så svarade enheterna på frågan om ${group.words}`,
		unit: 'enheter',
		base: frame.base,
		notes: [],
		columns: [...columns.values()],
		rows: answered.map(({ sector, title, table, row }) => ({
			id: sector,
			title,
			cells: [...columns.keys()].map((id) => ({ table, row, column: id }))
		}))
	});
}

/** Who was asked, who answered, and how sure they say that they are. */
export function responseTable(tables: Tables): ReleasedTable | undefined {
	const table = findTable(tables, 'svarande');
	const certainty = findTable(tables, 'Z8');
	if (!table) return undefined;
	const levels = (certainty?.columns ?? []).filter(({ id }) => id !== 'ej_besvarat');
	return arrangeTable({
		...table,
		title: 'Tillfrågade och svarande enheter, och hur säkra de är på sina svar',
		columns: [
			...table.columns,
			...levels.map((level) => column(level.id, `Säkerhet: ${level.title.toLowerCase()}`))
		],
		rows: table.rows.map(({ id, title }) => ({
			id,
			title,
			cells: [
				...table.columns.map((one) => ({ table, row: id, column: one.id })),
				...levels.map((level) => (certainty ? { table: certainty, row: id, column: level.id } : null))
			]
		}))
	});
}

/** Whether the units ask at all, and whether they record it so that it can be counted. */
export function blindSpotTable(tables: Tables): ReleasedTable | undefined {
	const asking = findTable(tables, 'A7');
	const recording = findTable(tables, 'A8');
	if (!asking) return undefined;
	const parts = [
		...asking.columns.map((one) => ({ table: asking, one, title: `Frågar: ${one.title.toLowerCase()}` })),
		...(recording?.columns ?? []).map((one) => ({
			table: recording,
			one,
			title: `Kan räkna: ${one.title.toLowerCase()}`
		}))
	].filter(({ one }) => one.id !== 'ej_besvarat');
	return arrangeTable({
		id: 'kunskapsluckor',
		title: 'Frågar enheterna rutinmässigt, och registrerar de så att det går att räkna?',
		unit: 'enheter',
		base: asking.base,
		notes: [],
		columns: parts.map(({ table, one, title }) => column(`${table?.id ?? ''}-${one.id}`, title)),
		rows: asking.rows.map(({ id, title }) => ({
			id,
			title,
			cells: parts.map(({ table, one }) => (table ? { table, row: id, column: one.id } : null))
		}))
	});
}
