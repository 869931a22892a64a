import type { HiddenPlace, PlacedWish, PlaceReason, Wish } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from './cellText.ts';

/** A table as those see it who judge a draft: what is shown, why the rest is not, and what has been wished. */
export interface ReviewTable {
	readonly id: string;
	readonly title: string;
	readonly columns: ReleasedTable['columns'];
	readonly rows: readonly ReviewRow[];
	readonly hidden: number;
}

interface ReviewRow {
	readonly id: string;
	readonly title: string;
	/** The wish for the row as a whole. */
	readonly wish: Wish | null;
	readonly cells: readonly ReviewCell[];
}

interface ReviewCell {
	/** As a reader will see it. */
	readonly text: string;
	readonly isHidden: boolean;
	readonly reason: PlaceReason | null;
	readonly wish: Wish | null;
}

function placeOf(...ids: readonly string[]): string {
	return ids.join('\n');
}

export function reviewTables(
	tables: readonly ReleasedTable[],
	places: readonly HiddenPlace[],
	wishes: readonly PlacedWish[]
): ReviewTable[] {
	const reasons = new Map(
		places.map((place) => [placeOf(place.table, place.row, place.column), place.reason])
	);
	const wished = new Map(
		wishes.map((placed) => [placeOf(placed.table, placed.row, placed.column ?? ''), placed.wish])
	);
	return tables.map((table) => ({
		id: table.id,
		title: table.title,
		columns: table.columns,
		hidden: table.rows.flatMap((row) => row.cells).filter(({ kind }) => kind === 'hidden').length,
		rows: table.rows.map((row) => ({
			id: row.id,
			title: row.title,
			wish: wished.get(placeOf(table.id, row.id, '')) ?? null,
			cells: row.cells.map((cell, index) => {
				const place = placeOf(table.id, row.id, table.columns[index]?.id ?? '');
				return {
					text: cellText(cell),
					isHidden: cell.kind === 'hidden',
					reason: reasons.get(place) ?? null,
					wish: wished.get(place) ?? null
				};
			})
		}))
	}));
}
