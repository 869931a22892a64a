import type { ChangeJudgement } from '#lib/instruments/comparability/changeJudgement.ts';
import type { Period } from '#lib/instruments/comparability/seriesBreak.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { AnsweredUnits } from './answeredUnits.ts';
import type { MergedSectors } from './mergedSectors.ts';
import type { Restraints } from './restraints.ts';
import type { HolderWaiver } from './waivers.ts';
import type { OpinionTally, ResponseFigures } from './unitResponse.ts';

/** Everything that the units of one sector answered in one round. */
export interface SectorAnswers {
	readonly sector: Sector;
	/** The questionnaire as it was frozen when the round was created. */
	readonly instrument: Instrument;
	/** What people have judged of the changes in the sector's questionnaires: whether the series hold. */
	readonly judgements?: readonly ChangeJudgement[];
	readonly units: AnsweredUnits;
	readonly opinions: readonly OpinionTally[];
	readonly response: ResponseFigures;
}

/** How many texts of a sector. */
export interface SectorTexts {
	readonly sector: Sector;
	readonly texts: number;
}

/** A theme and the texts of one question that have been coded by it. */
export interface CodedTheme {
	readonly code: string;
	readonly label: string;
	readonly texts: number;
	/** Names the set of texts: the same set, and no other, has the same name. */
	readonly records: string;
}

/** A question on free text whose every text has been coded. */
export interface CodedQuestion {
	readonly item: string;
	readonly title: string;
	/** The sectors that were asked, with their texts. */
	readonly sectors: readonly SectorTexts[];
	/** A unit may have written several texts, in entries that it added itself. */
	readonly mayRepeat: boolean;
	readonly records: string;
	/** All themes that are offered in the round, in the order of the list. */
	readonly themes: readonly CodedTheme[];
}

/** What tables and keys call the time that a round is about: its year, or a part of it as `2026 T1`. */
export type PeriodName = number | string;

export interface RoundAnswers {
	/** No two rounds of a series have the same: it stands in the keys of what has been published. */
	readonly year: PeriodName;
	/** The days that the answers are about; the calendar year when absent, and then `year` is one. */
	readonly period?: Period;
	readonly sectors: readonly SectorAnswers[];
	/** The questions on free text that have been coded to the end. */
	readonly coded?: readonly CodedQuestion[];
	/**
	 * No rule on the organisations behind a number is in force, or was when the round was published: they are left out,
	 * which a large round has no room for.
	 */
	readonly withoutContributions?: boolean;
	/** What organisations have agreed to of this round's numbers; none when absent. */
	readonly waivers?: readonly HolderWaiver[];
}

/** An earlier round, with the one before it that its own report was compared with. */
export interface EarlierRound extends RoundAnswers {
	readonly previous?: RoundAnswers;
}

export interface StatisticsInput extends RoundAnswers {
	/** The round before in the same series, when there is one. */
	readonly previous?: EarlierRound;
	/** The least number of persons that may be shown, where it has been raised above the questionnaires' own. */
	readonly threshold?: number;
	/** The least number of organisations behind a number of persons, where a rule asks for it. */
	readonly fewestOrganisations?: number;
	/** What must not be told of single counts of this round, found when the tables without it were protected or attacked. */
	readonly restraints?: Restraints;
	/** Sectors of this round that are shown as one, whose own numbers are left out entirely. */
	readonly mergedSectors?: readonly MergedSectors[];
	/** Whether zeros may be hidden like other numbers; otherwise a number that is hidden is one at least. */
	readonly hidesZeros?: boolean;
	/** Whether a number has been printed before, by its key: what a reader has stays in the system, told again or not. */
	readonly isPublished?: (key: string) => boolean;
	/** Control B's limits: they decide on which level an opinion is tabulated. Default: the disclosure policy's. */
	readonly opinionLimits?: { readonly minimumAnswers: number; readonly minimumOrganisations: number };
}
