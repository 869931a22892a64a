import type { Language } from '#lib/instruments/texts/answerMessages.ts';

/** The words around the sheet on its page; those of the sheet are its own (sheetDocument.ts). */
export interface SheetPageTexts {
	readonly home: string;
	readonly print: readonly [before: string, between: string, after: string];
	readonly share: string;
	readonly brief: string;
}

const swedish: SheetPageTexts = {
	home: 'Till enkätens första sida',
	print: ['Skriv ut med webbläsarens utskrift (', ' + ', '), eller hämta bladet som '],
	share: 'Bladet innehåller varken er länk eller era svar och kan delas med kollegor.',
	brief: 'I korthet'
};

const english: SheetPageTexts = {
	home: 'To the first page of the survey',
	print: ['Print with the browser’s print command (', ' + ', '), or fetch the sheet as a '],
	share: 'The sheet holds neither your link nor your answers and can be shared with colleagues.',
	brief: 'In brief'
};

export const sheetPageTexts: Readonly<Record<Language, SheetPageTexts>> = { sv: swedish, en: english };
