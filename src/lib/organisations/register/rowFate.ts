import { agreementKindName } from '../agreement.ts';
import { contactLanguageName } from '../contact.ts';
import { organisationKindName } from '../organisationKind.ts';
import { sectorName } from '../sector.ts';
import type { CellFault } from './readCells.ts';
import type { ColumnKey, RegisterCells } from './registerCells.ts';
import type { Entry, RegisterDraft } from './registerDraft.ts';

export type Fate = 'new' | 'changed' | 'unchanged' | 'refused';

export interface RowChange {
	readonly column: ColumnKey;
	readonly from: string;
	readonly to: string;
}

/** What becomes of a row of the file. */
export interface RowFate {
	readonly line: number;
	readonly organisation: string;
	readonly unit: string;
	readonly contact: string;
	readonly fate: Fate;
	/** What the row adds: "kontakt". */
	readonly additions: readonly string[];
	readonly changes: readonly RowChange[];
	readonly faults: readonly CellFault[];
	/** What should be looked at, and stops nothing: a like contact. */
	readonly notes: readonly string[];
}

/** What a row is found to do while it is gone through. Nothing of it is done unless all of it can be. */
export interface RowWork {
	readonly line: number;
	/** The register as the rows before have made it. */
	readonly draft: RegisterDraft;
	readonly cells: Partial<RegisterCells>;
	readonly additions: string[];
	readonly changes: RowChange[];
	readonly faults: CellFault[];
	readonly notes: string[];
	readonly writes: (() => void)[];
}

const codeNames: Partial<Record<ColumnKey, Readonly<Record<string, string>>>> = {
	kind: organisationKindName,
	sector: sectorName,
	language: contactLanguageName,
	agreementKind: agreementKindName
};

/** A value as a cell of the file writes it. */
export function cellTextOf(
	column: ColumnKey,
	value: unknown,
	areaNames: ReadonlyMap<string, string>
): string {
	if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return '';
	const name = column === 'area' ? areaNames.get(value) : codeNames[column]?.[value];
	return name ?? value;
}

function isSame(column: ColumnKey, one: unknown, other: unknown): boolean {
	if (column === 'email' && typeof one === 'string' && typeof other === 'string') {
		return one.toLowerCase() === other.toLowerCase();
	}
	return one === other;
}

/** A field of a thing, with the column that states it. What the row does not state is undefined. */
export type Stated<Values> = readonly (readonly [
	field: keyof Values & string,
	column: ColumnKey,
	value: unknown
])[];

/** Compares what the row states with what is held, or with what an earlier row of the same file has said. */
export function compare<Values extends object>(
	work: RowWork,
	entry: Entry<Values>,
	stated: Stated<Values>
): void {
	const patch: [string, unknown][] = [];
	for (const [field, column, value] of stated) {
		if (value === undefined) continue;
		const said = entry.saidOn.get(field);
		const held = entry.values[field];
		if (!isSame(column, held, value)) {
			const from = cellTextOf(column, held, work.draft.areaNames);
			if (said !== undefined) {
				work.faults.push({ column, message: `Rad ${String(said)} säger ”${from}” om samma sak` });
				continue;
			}
			patch.push([field, value]);
			if (entry.state !== 'new') {
				work.changes.push({ column, from, to: cellTextOf(column, value, work.draft.areaNames) });
			}
		}
		if (said === undefined) work.writes.push(() => entry.saidOn.set(field, work.line));
	}
	if (patch.length === 0) return;
	work.writes.push(() => {
		entry.values = { ...entry.values, ...Object.fromEntries(patch) };
		if (entry.state === 'stored') entry.state = 'changed';
	});
}

/** A new thing, which stands in the draft once the row has been accepted. */
export function added<Values extends object>(
	work: RowWork,
	{
		values,
		stated,
		name
	}: { readonly values: Values; readonly stated: Stated<Values>; readonly name: string }
): Entry<Values> {
	const saidOn = new Map<keyof Values, number>();
	for (const [field, , value] of stated) if (value !== undefined) saidOn.set(field, work.line);
	work.additions.push(name);
	return { values, state: 'new', saidOn };
}

export function fault(work: RowWork, column: ColumnKey | null, message: string): null {
	work.faults.push({ column, message });
	return null;
}
