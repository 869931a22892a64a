import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { PreparationSheet, SheetEntry, SheetQuestion } from '#lib/responses/preparationSheet.ts';
import { proseOf, type ProseBlock } from '#lib/responses/sheetProse.ts';
import { printable, printPdf } from './typstPrinter.ts';

/** The sheet with all questions, with what stands around them on the first page. */
export interface PrintedSheet {
	readonly language: Language;
	readonly questionLanguage: Language;
	readonly title: string;
	readonly kicker: string;
	readonly lead: string;
	readonly author: string;
	/** The day that the file is said to be made. */
	readonly date: string;
	readonly facts: readonly { readonly term: string; readonly text: string }[];
	/** What may be answered where a number is asked for and there is none. */
	readonly statuses: { readonly title: string; readonly lead: string; readonly items: readonly string[] };
	/** Said of a question that not everybody is asked. */
	readonly conditional: string;
	readonly sections: PreparationSheet['sections'];
	readonly closing: string;
}

type PrintedEntry =
	| { readonly kind: 'prose'; readonly blocks: readonly ProseBlock[] }
	| { readonly kind: 'heading'; readonly title: string }
	| (SheetQuestion & { readonly hasSpace: boolean });

function printedEntry(entry: SheetEntry): PrintedEntry {
	if (entry.kind === 'html') return { kind: 'prose', blocks: proseOf(entry.html) };
	if (entry.kind === 'heading') return entry;
	return { ...entry, hasSpace: entry.options.length === 0 && entry.rows.length === 0 };
}

/** The sheet as a tagged PDF under the same standards as the lägesbild. The same sheet gives the same bytes. */
export async function renderSheetPdf(sheet: PrintedSheet): Promise<Uint8Array> {
	const sections = sheet.sections.map(({ title, description = '', entries }) => ({
		title,
		description,
		entries: entries.map(printedEntry)
	}));
	return await printPdf('underlag.typ', await printable({ ...sheet, sections }));
}
