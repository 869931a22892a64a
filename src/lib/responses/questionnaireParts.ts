import type { Instrument } from '#lib/instruments/instrument.ts';
import { textReader } from '#lib/instruments/texts/questionText.ts';

/** A page as a part of the questionnaire that a colleague can be asked for. */
export interface QuestionnairePart {
	/** Index in the instrument. */
	readonly page: number;
	readonly title: string;
}

/** All pages by their titles, also those that only some answers bring. */
export function questionnaireParts(instrument: Instrument): QuestionnairePart[] {
	const read = textReader(instrument, instrument.parameters);
	return instrument.pages.map(({ name, title }, page) => ({
		page,
		title: title === '' ? name : read(title)
	}));
}

/** The parts with these places, in the order of the questionnaire; places that it does not have are left out. */
export function partsAt(instrument: Instrument, pages: readonly number[]): QuestionnairePart[] {
	return questionnaireParts(instrument).filter(({ page }) => pages.includes(page));
}
