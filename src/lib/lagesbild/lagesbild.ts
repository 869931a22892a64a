import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { ToldProtocol } from './protocolForReaders.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { ForReaders } from './readers/forReaders.ts';
import type { YearPart } from '#lib/rounds/roundName.ts';

/** The report's content model: what the page, PDF, DOCX, CSV and the archive all are made from. Plain JSON. */
export interface Lagesbild {
	readonly format: 1;
	readonly municipality: {
		readonly code: string;
		readonly name: string;
		readonly slug: string;
		readonly population: number;
	};
	readonly series: {
		readonly title: string;
		/** What it is about; absent of what was published before a series had a theme. */
		readonly theme?: string;
		readonly slug: string;
		readonly legalBasis: string;
		/** false of one whose addresses are told from the municipality's first series' by its slug. */
		readonly isMain?: boolean;
	};
	readonly year: number;
	/** The part of the year that it is about; absent of a whole one. */
	readonly part?: YearPart;
	readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
	readonly version: number;
	readonly title: string;
	/** Who leads the work (13 §), who coordinates and where to ask. */
	readonly responsible: {
		readonly board: string;
		readonly coordinator: string;
		readonly email: string;
	};
	/** One screen in plain Swedish: at most six sentences, each built on released values only. */
	readonly summary: readonly string[];
	/** The standard caution of instruments.md § 2.10. */
	readonly caution: string;
	/** How "minst", "högst" and a hidden number are read; said once. */
	readonly reading: string;
	readonly chapters: readonly Chapter[];
	readonly figures: readonly Figure[];
	/** The tables of the chapters and of the appendix, made of released cells. */
	readonly tables: readonly ReleasedTable[];
	/** Tabellbilagan: every released number, by sector, in few tables. */
	readonly appendix: readonly AppendixPart[];
	/** Response by sector. */
	readonly response: readonly {
		readonly sector: string;
		readonly asked: number;
		readonly answered: number;
	}[];
	readonly protocol: ToldProtocol;
	/** The council document's own parts (brief.md § 3.1). */
	readonly council: CouncilDocument;
	/** The same for certain readers; absent in versions of earlier programs. */
	readonly readers?: ForReaders;
	/** It takes the place of an earlier published version. */
	readonly correction?: Correction;
	readonly approval?: {
		readonly writtenBy: string;
		readonly approvedBy: string;
		readonly approvedOn: CalendarDate;
		readonly publishedOn: CalendarDate;
	};
}

export interface Correction {
	/** The number of the version that it replaces. */
	readonly replaces: number;
	/** What has been corrected, and why; empty until it has been written. */
	readonly reason: string;
}

/**
 * The law's three chapters (4 §) are `kartlaggning`, `annan_information`, `analys`; publication needs all three. What
 * became of the last plan, and the plan itself, are left out where there is none.
 */
export const chapterIds = [
	'uppfoljning',
	'kartlaggning',
	'annan_information',
	'analys',
	'slutsatser',
	'atgardsplan',
	'metod',
	'skydd'
] as const;
export type ChapterId = (typeof chapterIds)[number];

export interface Chapter {
	readonly id: ChapterId;
	readonly title: string;
	readonly sections: readonly Section[];
}

export interface AppendixPart {
	/** The sector's code, or `alla` for what is asked in every sector. */
	readonly id: string;
	readonly title: string;
	/** What holds for all tables of the part, said once. */
	readonly notes: readonly string[];
	readonly tables: readonly string[];
}

export interface Section {
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** A run of words in one style. */
export interface Span {
	readonly text: string;
	readonly isStrong?: boolean;
	readonly isEmphasised?: boolean;
	/** http, https or mailto. */
	readonly href?: string;
}

/** Running text: plain where it has no style of its own. */
export type Words = string | readonly Span[];

export type Block =
	/** Below the section's own heading: level 1 is the one right under it. */
	| { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: Words }
	| { readonly kind: 'list'; readonly items: readonly Words[]; readonly isOrdered?: boolean }
	| { readonly kind: 'note'; readonly title: string; readonly text: string }
	/** What several say, or what concerns several, each under a title of its own. */
	| {
			readonly kind: 'side-by-side';
			readonly items: readonly { readonly title: string; readonly blocks: readonly PlainBlock[] }[];
	  }
	/** Somebody's words in other words; `source` says under what it stands, and that they are. */
	| { readonly kind: 'quote'; readonly text: string; readonly source?: string }
	/** A figure is always followed by its table. */
	| { readonly kind: 'figure'; readonly figure: string }
	| { readonly kind: 'table'; readonly table: string };

/** What a person writes in a short field. */
export type PlainBlock = Extract<Block, { readonly kind: 'paragraph' | 'list' }>;

/** What a person writes in a long one. */
export type WrittenBlock = Extract<Block, { readonly kind: 'heading' | 'paragraph' | 'list' }>;

/** One chart specification for page and document. Values come from the released table named; null = hidden, drawn as a gap with a mark. */
export interface Figure {
	readonly id: string;
	readonly title: string;
	/** What the figure shows, in words, for those who cannot see it. */
	readonly alt: string;
	readonly table: string;
	readonly kind: 'bar' | 'horizontal-bar' | 'stacked-bar' | 'line' | 'range';
	readonly unit: string;
	/** Of its numbers; whole ones when absent. */
	readonly decimals?: 0 | 1;
	/** Others' published numbers: what is null is not there in the source, and the first series is the own kommun's. */
	readonly isOfOthers?: true;
	readonly categories: readonly string[];
	readonly series: readonly {
		readonly name: string;
		/** A number, [low, high] for `range`, or null where the value is hidden or missing. */
		readonly values: readonly (number | readonly [number, number] | null)[];
	}[];
}

export interface CouncilDocument {
	/** "Kommunledningsförvaltningen" */
	readonly administration: string;
	readonly date: CalendarDate;
	readonly diarienummer: readonly string[];
	readonly officer: string;
	readonly recipient: string;
	readonly heading: string;
	/** Per deciding body: numbered points, each "att …" */
	readonly proposals: readonly { readonly body: string; readonly points: readonly string[] }[];
	readonly background: readonly string[];
	readonly consultation: readonly string[];
	readonly bestInterestsOfChild: readonly string[];
	readonly genderEquality: readonly string[];
	readonly economy: readonly string[];
	readonly signatures: readonly { readonly name: string; readonly title: string }[];
	readonly sentTo: readonly { readonly name: string; readonly purpose: 'for_atgard' | 'for_kannedom' }[];
	readonly documents: readonly string[];
}
