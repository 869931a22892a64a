import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import { countStatuses, countStatusText } from '#lib/instruments/countStatus.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { sheetTexts } from './sheetTexts.ts';

const englishStatuses: Readonly<Record<string, string>> = Object.fromEntries(
	countStatuses.map((status) => [countStatusText[status], sheetTexts.en.statuses[status]])
);

/** A questionnaire as it is read in a language. The answers instead of a number are ours, and have English in every questionnaire. */
export function instrumentIn(instrument: Instrument, language: Language): Instrument {
	if (language === 'sv') return instrument;
	const english = { ...englishStatuses, ...instrument.translations?.en };
	return { ...askedInstrument(instrument, { language }), translations: { en: english } };
}

/** 'sv' where the questions have no words of their own in the language that the instrument is read in. */
export function questionLanguageOf({ language, translations }: Instrument): 'sv' | undefined {
	if (language !== 'en') return undefined;
	const isOurs = (text: string) => Object.hasOwn(englishStatuses, text);
	return Object.keys(translations?.en ?? {}).every(isOurs) ? 'sv' : undefined;
}
