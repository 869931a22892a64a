import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import type { InstrumentPage } from '#lib/instruments/instrument.ts';
import { sheetDocument } from '#lib/responses/sheetDocument.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { LinkRefusal } from './answeringLink.ts';
import { openAnswering } from './openAnswering.ts';

interface PrintedFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

interface KeptPrint {
	readonly words: string;
	readonly bytes: Uint8Array;
}

/** The newest print of each questionnaire and language: every unit of a sector is given the same file. */
const prints = new WeakMap<readonly InstrumentPage[], Partial<Record<Language, KeptPrint>>>();

/** The sheet with all questions of the link's questionnaire, as a PDF. It holds neither the unit, the link nor an answer. */
export async function printSheet(
	application: Application,
	token: string,
	language: Language
): Promise<Result<PrintedFile, LinkRefusal>> {
	const opened = await openAnswering(application, token);
	if (!opened.ok) return opened;
	const { municipality, round, instrument } = opened.value;
	const document = {
		...sheetDocument(askedInstrument(instrument, { language }), { municipality, round }),
		date: dayInSweden(application.clock.now())
	};
	const words = JSON.stringify(document);
	const known = prints.get(instrument.pages);
	const kept = known?.[language];
	const name = `${language === 'en' ? 'questions' : 'underlag'}-${instrument.sector}-${round.name.replaceAll(' ', '-')}.pdf`;
	if (kept?.words === words) return accepted({ name, bytes: kept.bytes });
	// The compiler and its fonts are loaded when the first sheet is asked for: a server without one does without them.
	const { renderSheetPdf } = await import('../export/renderSheetPdf.ts');
	const bytes = await renderSheetPdf(document);
	prints.set(instrument.pages, { ...known, [language]: { words, bytes } });
	return accepted({ name, bytes });
}
