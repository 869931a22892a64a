import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

/** A number as a reader meets it: printed, `hidden`, or in no table at all. */
export type Printed = number | 'hidden' | undefined;

/** One year's published tables, read as a reader does: by table, row and column. */
export class PrintedReport {
	readonly #tables: ReadonlyMap<string, ReleasedTable>;
	readonly #read: string[] = [];

	readonly #earlier: PrintedReport | undefined;

	/** @param earlier an earlier version's tables: what they print is known still */
	constructor(tables: readonly ReleasedTable[], earlier: readonly ReleasedTable[] = []) {
		this.#tables = new Map(tables.map((table) => [table.id, table]));
		this.#earlier = earlier.length > 0 ? new PrintedReport(earlier) : undefined;
	}

	/** Everything that has been read so far, in its order: whoever reads the same concludes the same. */
	get read(): string {
		return [...this.#read, this.#earlier?.read ?? ''].join('\n');
	}

	/** Its lines; what stands on them is read number by number. */
	table(id: string): Pick<ReleasedTable, 'id' | 'columns' | 'rows'> | undefined {
		const table = this.#tables.get(id);
		const lines = [table?.rows, table?.columns].map((some) => some?.map((line) => line.id).join());
		this.#read.push(`${id}: ${lines.join(' × ')}`);
		return table;
	}

	number(id: string, row: string, column: string): Printed {
		const cell = this.#cell(id, row, column);
		if (cell?.kind === 'number') return cell.value;
		const before = this.#earlier?.number(id, row, column);
		if (typeof before === 'number') return before;
		return cell?.kind === 'hidden' ? 'hidden' : undefined;
	}

	text(id: string, row: string, column: string): string {
		const cell = this.#cell(id, row, column);
		return cell?.kind === 'text' ? cell.text : '';
	}

	/** A printed interval. */
	interval(id: string, row: string, column: string): { low: number; high: number } | undefined {
		const cell = this.#cell(id, row, column);
		return cell?.kind === 'interval' ? cell : undefined;
	}

	#cell(id: string, row: string, column: string) {
		const table = this.#tables.get(id);
		const place = table?.columns.findIndex((one) => one.id === column) ?? -1;
		const cell = table?.rows.find((one) => one.id === row)?.cells[place];
		this.#read.push(`${id}, ${row}, ${column}: ${JSON.stringify(cell)}`);
		return cell;
	}
}
