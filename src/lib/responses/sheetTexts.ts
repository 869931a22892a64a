import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { countStatusText, type CountStatus } from '#lib/instruments/countStatus.ts';

/** The sheet's own words: how a question is answered, and the headings around the questions. */
export interface SheetTexts {
	readonly count: string;
	readonly countWithBasis: string;
	readonly countEachRow: string;
	readonly answerEachRow: string;
	readonly oneEachRow: string;
	readonly number: string;
	readonly date: string;
	readonly month: string;
	readonly shortText: string;
	readonly range: string;
	readonly freeText: string;
	readonly rank: string;
	readonly chooseOne: string;
	readonly chooseSeveral: string;
	readonly chooseAtMost: (most: number) => string;
	readonly entries: string;
	readonly statuses: Readonly<Record<CountStatus, string>>;
}

const englishStatuses: Readonly<Record<CountStatus, string>> = {
	noll: 'None – we have asked or searched and found nobody',
	vet_ej: 'Do not know',
	fragar_inte: 'We do not ask about or record this',
	kan_inte_lamnas_ut: 'Cannot be disclosed (confidentiality)',
	galler_inte: 'Does not concern our work'
};

export const sheetTexts: Readonly<Record<Language, SheetTexts>> = {
	sv: {
		count: 'Antal',
		countWithBasis: 'Antal, och vad det bygger på',
		countEachRow: 'Antal på varje rad',
		answerEachRow: 'Svar på varje rad',
		oneEachRow: 'Välj ett på varje rad',
		number: 'Tal',
		date: 'Datum',
		month: 'Månad',
		shortText: 'Kort text',
		range: 'Två tal: från och till',
		freeText: 'Fritext',
		rank: 'Rangordna',
		chooseOne: 'Välj ett',
		chooseSeveral: 'Välj ett eller flera',
		chooseAtMost: (most) => `Välj högst ${String(most)}`,
		entries: 'Så många poster som behövs, med',
		statuses: countStatusText
	},
	en: {
		count: 'A number',
		countWithBasis: 'A number, and what it is based on',
		countEachRow: 'A number in each row',
		answerEachRow: 'An answer in each row',
		oneEachRow: 'Choose one in each row',
		number: 'A number',
		date: 'A date',
		month: 'A month',
		shortText: 'A short text',
		range: 'Two numbers: from and to',
		freeText: 'Text in your own words',
		rank: 'Rank',
		chooseOne: 'Choose one',
		chooseSeveral: 'Choose one or more',
		chooseAtMost: (most) => `Choose at most ${String(most)}`,
		entries: 'As many entries as you need, with',
		statuses: englishStatuses
	}
};
