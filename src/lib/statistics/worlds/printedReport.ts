import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

/** A number as a reader meets it: printed, `hidden`, or in no table at all. */
export type Printed = number | 'hidden' | undefined;

/** One year's published tables, read as a reader does: by table, row and column. */
export class PrintedReport {
	readonly #tables: ReadonlyMap<string, ReleasedTable>;

	constructor(tables: readonly ReleasedTable[]) {
		this.#tables = new Map(tables.map((table) => [table.id, table]));
	}

	table(id: string): ReleasedTable | undefined {
		return this.#tables.get(id);
	}

	number(id: string, row: string, column: string): Printed {
		const cell = this.#cell(id, row, column);
		if (cell?.kind === 'number') return cell.value;
		return cell?.kind === 'hidden' ? 'hidden' : undefined;
	}

	text(id: string, row: string, column: string): string {
		const cell = this.#cell(id, row, column);
		return cell?.kind === 'text' ? cell.text : '';
	}

	/** The upper end of a printed interval. */
	most(id: string, row: string, column: string): number | undefined {
		const cell = this.#cell(id, row, column);
		return cell?.kind === 'interval' ? cell.high : undefined;
	}

	#cell(id: string, row: string, column: string) {
		const table = this.#tables.get(id);
		const place = table?.columns.findIndex((one) => one.id === column) ?? -1;
		return table?.rows.find((one) => one.id === row)?.cells[place];
	}
}
