import type { PlacedWish, Wish } from '#lib/disclosure/protection.ts';
import type { Sql } from '../db/connection.ts';

interface WishRow {
	readonly table: string;
	readonly row: string;
	readonly column: string;
	readonly wish: Wish;
}

export async function listWishes(sql: Sql, roundId: string): Promise<PlacedWish[]> {
	const rows = await sql<WishRow[]>`
		select table_id as "table", row_id as "row", column_id as "column", wish from disclosure_wish
		where municipality_id = current_municipality() and round_id = ${roundId}
		order by table_id collate "C", row_id collate "C", column_id collate "C"`;
	return rows.map(({ column, ...rest }) => ({ ...rest, ...(column === '' ? {} : { column }) }));
}

export async function putWish(
	sql: Sql,
	roundId: string,
	placed: PlacedWish & { readonly at: Date; readonly accountId: string }
): Promise<void> {
	await sql`
		insert into disclosure_wish (municipality_id, round_id, table_id, row_id, column_id, wish, placed_at, placed_by)
		values (current_municipality(), ${roundId}, ${placed.table}, ${placed.row}, ${placed.column ?? ''},
			${placed.wish}, ${placed.at}, ${placed.accountId})
		on conflict (municipality_id, round_id, table_id, row_id, column_id) do update
		set wish = excluded.wish, placed_at = excluded.placed_at, placed_by = excluded.placed_by`;
}

export async function deleteWish(sql: Sql, roundId: string, place: Omit<PlacedWish, 'wish'>): Promise<void> {
	await sql`
		delete from disclosure_wish
		where municipality_id = current_municipality() and round_id = ${roundId} and table_id = ${place.table}
			and row_id = ${place.row} and column_id = ${place.column ?? ''}`;
}
