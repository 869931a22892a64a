import type { FileRow } from './fileRow.ts';
import { readingText, type ReferenceReading } from './referenceNumber.ts';
import { readPeriod } from './referencePeriod.ts';
import type { ReferenceArea, ReferenceValue } from './referenceSeries.ts';

/** What becomes of a row: what is of other kommuner is passed over, and what cannot be read is told. */
export const valueFates = ['new', 'changed', 'unchanged', 'passed', 'refused'] as const;
export type ValueFate = (typeof valueFates)[number];

export interface PlannedRow {
	readonly line: number;
	/** The kommun by its name with us, else as the file has it. */
	readonly area: string;
	readonly period: string;
	readonly value: string;
	readonly fate: ValueFate;
	/** What stands there now, of a row that changes it. */
	readonly from: string;
	/** Why a row is refused. */
	readonly message: string;
	/** What is written, of rows that are new or changed. */
	readonly write: ReferenceValue | null;
}

export interface ValuePlan {
	readonly rows: readonly PlannedRow[];
	readonly counts: Readonly<Record<ValueFate, number>>;
}

export interface Register {
	readonly own: string;
	/** The own kommun and those it is compared with. */
	readonly areas: readonly ReferenceArea[];
	readonly held: readonly ReferenceValue[];
}

/** "Göteborgs kommun", "1480 Göteborg" and "Göteborg" are one. */
function plainName(name: string): string {
	return name
		.toLocaleLowerCase('sv')
		.replace(/^\d{2,4}\s+/, '')
		.replace(/\s+(?:kommun|stad)$/, '')
		.trim();
}

function alike(name: string, known: string): boolean {
	const [one, other] = [plainName(name), plainName(known)];
	return one !== '' && (one === other || one === `${other}s` || other === `${one}s`);
}

const countryCode = '0000';

/** A code that stands alone or before a name; SCB writes the country `00`, Kolada `0000`. */
function codeIn({ code, name }: FileRow['area']): string | null {
	for (const text of [code, name]) {
		const found = /^(\d{4})(?!\d)/.exec(text.trim())?.[1];
		if (found !== undefined) return found;
	}
	return code.trim() === '00' ? countryCode : null;
}

function areaOf(row: FileRow, { own, areas }: Register): ReferenceArea | null {
	const { code, name } = row.area;
	if (code === '' && name === '') return areas.find((area) => area.code === own) ?? null;
	const written = codeIn(row.area);
	if (written !== null) return areas.find((area) => area.code === written) ?? null;
	return areas.find((area) => alike(name || code, area.name)) ?? null;
}

interface Judged extends Pick<PlannedRow, 'fate'>, Partial<Pick<PlannedRow, 'from' | 'message' | 'write'>> {}

function sameReading(one: ReferenceReading, other: ReferenceReading): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

const placeOf = ({ area, period }: Pick<ReferenceValue, 'area' | 'period'>) => `${area}/${period}`;

interface Places {
	readonly held: ReadonlyMap<string, ReferenceReading>;
	readonly seen: Map<string, FileRow>;
}

const refuse = (message: string): Judged => ({ fate: 'refused', message });

function judge(row: FileRow, area: ReferenceArea | null, places: Places): Judged {
	if (!area) return { fate: 'passed' };
	const period = readPeriod(row.period);
	if (!period) return refuse(`”${row.period}” är ingen period`);
	if (!row.reading) return refuse(`”${row.written ?? ''}” är inget tal`);
	return judgeValue(row, { area: area.code, period, reading: row.reading }, places);
}

function judgeValue(row: FileRow, write: ReferenceValue, { held, seen }: Places): Judged {
	const place = placeOf(write);
	const earlier = seen.get(place);
	if (earlier?.reading && !sameReading(earlier.reading, write.reading)) {
		return refuse(`Samma kommun och period står med annat värde på rad ${String(earlier.line)}`);
	}
	seen.set(place, row);
	const now = held.get(place);
	if (earlier || (now && sameReading(now, write.reading))) return { fate: 'unchanged' };
	return now ? { fate: 'changed', from: readingText(now), write } : { fate: 'new', write };
}

/** What the rows of a file would do to a series, each by itself. */
export function planValues(rows: readonly FileRow[], register: Register): ValuePlan {
	const held = new Map(register.held.map((value) => [placeOf(value), value.reading]));
	const seen = new Map<string, FileRow>();
	const counts: Record<ValueFate, number> = { new: 0, changed: 0, unchanged: 0, passed: 0, refused: 0 };
	const planned = rows.map((row): PlannedRow => {
		const area = areaOf(row, register);
		const { fate, from = '', message = '', write = null } = judge(row, area, { held, seen });
		counts[fate] += 1;
		const place = area?.name ?? [row.area.code, row.area.name].filter((text) => text !== '').join(' ');
		const value = row.reading ? readingText(row.reading) : (row.written ?? '');
		return { line: row.line, area: place, period: row.period, value, fate, from, message, write };
	});
	return { rows: planned, counts };
}
