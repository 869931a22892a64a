import { arrangeTable, type CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sectorName, sectors, type Sector } from '#lib/organisations/sector.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { knownSource } from '../knownAmount.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { findTable, rowIn } from '../releasedValues.ts';
import { targetGroups } from '../sentences.ts';

type Released = LagesbildInput['released'];
type Row = Parameters<typeof arrangeTable>[0]['rows'][number];

const notAsked = 'Inte tillfrågad';

function groupRow(tables: Released['tables'], group: (typeof targetGroups)[number]): Row[] {
	const frame = findTable(tables, `kannedom-${group.id}`);
	if (!frame) return [];
	const cell = (row: string): CellSource => (rowIn(frame, row) ? knownSource(frame, row) : notAsked);
	return [{ id: group.id, title: group.title, cells: [...sectors, 'alla'].map(cell) }];
}

/** Where each sector that is asked counts adults thought to be trafficked for sexual purposes. */
export const traffickingPlaces: Readonly<Partial<Record<Sector, readonly [table: string, row: string]>>> = {
	polis: ['P11-polis', 'P11.sexuella.vuxna'],
	socialtjanst: ['S6-socialtjanst', 'S6.sexuella'],
	civilsamhalle: ['C4-civilsamhalle', 'C4.sexuella']
};

function traffickingRow(tables: Released['tables']): Row[] {
	const cells = sectors.map((sector): CellSource => {
		const [table, row] = traffickingPlaces[sector] ?? [];
		const found = findTable(tables, table ?? '');
		return row !== undefined && rowIn(found, row) ? knownSource(found, row) : notAsked;
	});
	if (cells.every((cell) => cell === notAsked)) return [];
	const title = 'Misstänkt utsatta för människohandel för sexuella ändamål';
	return [{ id: 'manniskohandel', title, cells: [...cells, 'Läggs inte ihop'] }];
}

function responseRow({ response }: Released): Row {
	const of = (parts: Released['response']) => {
		const answered = parts.reduce((sum, one) => sum + one.answered, 0);
		const asked = parts.reduce((sum, one) => sum + one.asked, 0);
		return asked === 0 ? notAsked : `${numberText(answered)} av ${numberText(asked)}`;
	};
	return {
		id: 'svarande',
		title: 'Enheter som har svarat',
		cells: [...sectors.map((sector) => of(response.filter((one) => one.sector === sector))), of(response)]
	};
}

/** The handful of numbers that matter, sector by sector, never added up over them. */
export function keyNumbers(released: Released): ReleasedTable {
	const { tables } = released;
	return arrangeTable({
		id: 'nulage-tal',
		title: 'Så många känner verksamheterna till',
		unit: 'personer, minst–högst',
		base: findTable(tables, 'svarande')?.base ?? 'de enheter som svarat',
		notes: [],
		columns: [
			...sectors.map((sector) => ({ id: sector, title: sectorName[sector], kind: 'number' as const })),
			{ id: 'alla', title: 'Tillsammans', kind: 'number' }
		],
		rows: [
			...targetGroups.flatMap((group) => groupRow(tables, group)),
			...traffickingRow(tables),
			responseRow(released)
		]
	});
}
