import type { ReminderDays } from './reminderDays.ts';
import type { RetentionRule } from './retention.ts';

/** A recurring kartläggning: what its rounds have in common. */
export interface Series extends SeriesSettings {
	readonly seriesId: string;
	/** Stands in the addresses of what it publishes, unless it is the municipality's first. */
	readonly slug: string;
	readonly isMain: boolean;
}

export interface SeriesSettings {
	/** What it is called: in the questionnaire, the letters and the lägesbild. */
	readonly title: string;
	/** What it is about, in the words of the law and the council. */
	readonly theme: string;
	/** When its rounds open, as a rule that recurrence.ts reads. */
	readonly rhythm: string;
	readonly answeringDays: number;
	/** What its next rounds begin with. */
	readonly reminders: ReminderDays;
	readonly legalBasis: string;
	/** The responsible nämnd; null is the municipality's own. */
	readonly board: string | null;
	/** Told to those who are asked, before the questions. */
	readonly information: string;
	/** Holds for each round that has no rule of its own. */
	readonly retention: RetentionRule | null;
}

/** A name that an address can have: `Unga & nätet` is `unga-natet`. */
export function slugOf(title: string): string {
	const plain = title
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60)
		.replace(/-$/, '');
	return plain === '' ? 'kartlaggning' : plain;
}
