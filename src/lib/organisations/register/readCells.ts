import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { agreementKindName, agreementKinds } from '../agreement.ts';
import { contactLanguageName, contactLanguages } from '../contact.ts';
import { organisationKindName, organisationKinds } from '../organisationKind.ts';
import { emailSchema, phoneSchema, requiredLine, requiredText } from '../registerFields.ts';
import { sectorName, sectors } from '../sector.ts';
import { columnKeys, type ColumnKey, type RegisterCells } from './registerCells.ts';
import type { NamedArea } from './register.ts';

export interface CellFault {
	/** Null for what is wrong with the row as a whole. */
	readonly column: ColumnKey | null;
	readonly message: string;
}

/** A row of the file as text, with the line that it begins on. */
export interface FileRow {
	readonly line: number;
	readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
}

export interface ReadRow {
	readonly line: number;
	readonly cells: Partial<RegisterCells>;
	readonly faults: readonly CellFault[];
}

type CellReader = (text: string) => z.ZodSafeParseResult<unknown>;

function folded(text: string): string {
	return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** One of a closed list, by its Swedish name or its code. */
function oneOf<Code extends string>(
	codes: readonly Code[],
	nameOf: Readonly<Record<Code, string>>,
	others: Readonly<Record<string, Code>> = {}
): CellReader {
	const codeOf = new Map<string, Code>([
		...Object.entries<Code>(others),
		...codes.flatMap((code) => [[folded(code), code] as const, [folded(nameOf[code]), code] as const])
	]);
	const schema = z.string().transform((text, context) => {
		const code = codeOf.get(folded(text));
		if (code !== undefined) return code;
		context.addIssue(`Skriv något av: ${codes.map((each) => nameOf[each]).join(', ')}`);
		return z.NEVER;
	});
	return (text) => schema.safeParse(text);
}

const earliestSerial = 20_000;
const latestSerial = 80_000;
// Day 1 of Excel's calendar is 1 January 1900, and it counts a 29 February 1900 that never was.
const serialStart = Date.UTC(1899, 11, 30);

function dayOfSerial(serial: number): CalendarDate | null {
	if (serial < earliestSerial || serial > latestSerial) return null;
	const day = new Date(serialStart + serial * 86_400_000).toISOString().slice(0, 10);
	return isCalendarDate(day) ? day : null;
}

/** Days as spreadsheets and people write them: 2026-01-31, 20260131, 2026/1/31, 46053, with or without a midnight. */
export function typedDay(text: string): CalendarDate | null {
	const written = text.trim().replace(/[T ]00:00(?::00)?(?:\.0+)?Z?$/, '');
	if (/^\d{5}$/.test(written)) return dayOfSerial(Number(written));
	const parts = /^(\d{4})(?:(\d\d)(\d\d)|([-/.])(\d{1,2})\4(\d{1,2}))$/.exec(written);
	if (!parts) return null;
	const [, year, month = parts[5] ?? '', date = parts[6] ?? ''] = parts;
	const day = `${year ?? ''}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isCalendarDate(day) ? day : null;
}

const daySchema = z.string().transform((text, context) => {
	const day = typedDay(text);
	if (day !== null) return day;
	context.addIssue('Skriv ett datum som finns, i formen ÅÅÅÅ-MM-DD');
	return z.NEVER;
});

const sizeSchema = z
	.string()
	.transform((text) => text.replaceAll(/[ \u00a0\u202f\u2009]/g, ''))
	.pipe(z.string().regex(/^\d{1,8}$/, { error: 'Skriv ett heltal' }))
	.transform(Number);

const idSchema = z
	.string()
	.transform((text) => text.trim().toLowerCase())
	.pipe(z.uuid({ error: 'Det är inget id ur registret. Lämna cellen tom för en ny' }));

const yesOrNo = oneOf(['ja', 'nej'] as const, { ja: 'ja', nej: 'nej' }, { x: 'ja', '1': 'ja', '0': 'nej' });

const bySchema =
	(schema: z.ZodType): CellReader =>
	(text) =>
		schema.safeParse(text);

const line = bySchema(requiredLine('Skriv något'));
const day = bySchema(daySchema);
const id = bySchema(idSchema);

const readers: Readonly<Record<Exclude<ColumnKey, 'area'>, CellReader>> = {
	organisationId: id,
	organisation: line,
	kind: oneOf(organisationKinds, organisationKindName, {
		bostadsbolag: 'housing_or_hospitality',
		hotell: 'housing_or_hospitality',
		besöksnäring: 'housing_or_hospitality',
		region: 'health_care',
		vård: 'health_care',
		länsstyrelse: 'county_board_or_coordinator',
		regionkoordinator: 'county_board_or_coordinator',
		förening: 'civil_society'
	}),
	unitId: id,
	unit: line,
	sector: oneOf(sectors, sectorName, { socialtjänst: 'socialtjanst', civilsamhälle: 'civilsamhalle' }),
	unitFrom: day,
	unitTo: day,
	size: bySchema(sizeSchema),
	measure: line,
	sizeFrom: day,
	contactId: id,
	contact: line,
	role: line,
	language: oneOf(contactLanguages, contactLanguageName),
	email: bySchema(emailSchema),
	phone: bySchema(phoneSchema),
	isMain: (text) => {
		const read = yesOrNo(text);
		return read.success ? { success: true, data: read.data === 'ja' } : read;
	},
	contactFrom: day,
	contactTo: day,
	councilPosition: line,
	councilFrom: day,
	councilTo: day,
	agreement: line,
	agreementKind: oneOf(agreementKinds, agreementKindName, { iop: 'iop', överenskommelse: 'cooperation' }),
	agreementReference: line,
	purposes: bySchema(requiredText('Skriv något')),
	areas: bySchema(requiredText('Skriv något')),
	agreementFrom: day,
	agreementTo: day
};

// What a spreadsheet shows where a formula failed, in English and Swedish.
const cellFault =
	/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|SAKNAS!|REFERENS!|VÄRDEFEL!|NAMN\?|DIVISION\/0!|OGILTIGT!|SKÄRNING!)$/i;

function areaReader(areas: readonly NamedArea[]): CellReader {
	const idOf = new Map(areas.map(({ areaId, name }) => [folded(name), areaId]));
	const schema = z.string().transform((text, context) => {
		const areaId = idOf.get(folded(text));
		if (areaId !== undefined) return areaId;
		const names = areas.map(({ name }) => name).join(', ');
		context.addIssue(names === '' ? 'Kommunen har inga områden' : `Området finns inte. Välj bland: ${names}`);
		return z.NEVER;
	});
	return (text) => schema.safeParse(text);
}

type CellReaders = Readonly<Record<ColumnKey, CellReader>>;

/** What a cell says, or what is wrong with it. */
function readCell(
	readers: CellReaders,
	column: ColumnKey,
	text: string
): { value: unknown } | { message: string } {
	if (cellFault.test(text)) return { message: 'Formeln i cellen har gett ett fel' };
	const cell = readers[column](text);
	if (cell.success) return { value: cell.data };
	return { message: cell.error.issues[0]?.message ?? 'Går inte att läsa' };
}

/** Reads the rows of a file, cell by cell. */
export function cellReader(areas: readonly NamedArea[]): (row: FileRow) => ReadRow {
	const all: CellReaders = { ...readers, area: areaReader(areas) };
	return ({ line: lineNumber, cells: texts }) => {
		const faults: CellFault[] = [];
		const cells: [ColumnKey, unknown][] = [];
		for (const column of columnKeys) {
			const text = texts[column]?.trim() ?? '';
			if (text === '') continue;
			const cell = readCell(all, column, text);
			if ('value' in cell) cells.push([column, cell.value]);
			else faults.push({ column, message: cell.message });
		}
		return { line: lineNumber, cells: Object.fromEntries(cells), faults };
	};
}
