import { defaultContributorRules, type ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

export type Complementary = 'both' | 'above' | 'either';

export interface DisclosurePolicy {
	/** Least number of persons that may be shown (T). Default 5, 3–10. */
	readonly threshold: number;
	/** Control B: least number of answers and of organisations behind a distribution of opinions. */
	readonly minimumAnswers: number;
	readonly minimumOrganisations: number;
	/** open: zeros are always shown, so a reader knows that a hidden cell is at least 1. hidden: zeros may be hidden. */
	readonly zeros: 'open' | 'hidden';
	/**
	 * What a hidden small number of persons must be able to be, for all that a reader knows. exact: one more and, where
	 * there is room, one less. threshold: also as much as the threshold, so that not even its smallness is certain.
	 * Default exact.
	 */
	readonly level?: 'exact' | 'threshold';
	/**
	 * What a number that is hidden only for another's sake must be able to be. both: one more and one less, like the
	 * others. above: one more, and one less where what is shown leaves room for it. either: another number than it is.
	 * Fewer are hidden by each than by the one before. Default both.
	 */
	readonly complementary?: Complementary;
	/**
	 * Against whom hidden numbers are kept besides the public: each organisation that reads the release with its own
	 * figures in hand, or also each two together. Default none.
	 */
	readonly insiders?: 'none' | 'single' | 'pairs';
	/** Organisations that are one to each other, such as a board and its office: one contributor, one insider. */
	readonly mergedHolders?: readonly (readonly string[])[];
	/**
	 * So many who answered may join to see what the others think (k-disclosure): an option that all but these chose hides
	 * the distribution. 0 asks only that not everybody gave the same answer. Default 0.
	 */
	readonly opinionCoalition?: number;
	/** Shares are shown only on a base of at least this many. */
	readonly minimumShareBase: number;
	/** Rules on the organisations behind a number of persons; none when absent. */
	readonly contributors?: ContributorRules;
}

/**
 * Keeps persons and opinions; what an organisation has reported is no secret of its own. Lägesbilder are compiled with
 * it unless the samordnare has chosen otherwise (docs/decisions/0171).
 */
export const policyForPersons: DisclosurePolicy = {
	threshold: 5,
	minimumAnswers: 5,
	minimumOrganisations: 3,
	zeros: 'open',
	minimumShareBase: 10
};

/** Organisations too: their rules touch only numbers that say who contributed to them. */
export const defaultPolicy: DisclosurePolicy = { ...policyForPersons, contributors: defaultContributorRules };

/** Everything ever shown by earlier releases of the municipality: key → value, or null where it was hidden. */
export type PublicationLedger = ReadonlyMap<string, number | null>;

export interface ProtectionInput {
	readonly set: IndicatorTableSet;
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	/** What the samordnare would rather have, where protection leaves a choice. */
	readonly wishes?: readonly PlacedWish[];
}

/**
 * How far disclosure control has come: cells searched for, small parts improved, cells proven, numbers attacked, and
 * where that was in vain, changes tried.
 */
export interface ProtectionProgress {
	readonly step: 'searching' | 'improving' | 'proving' | 'attacking' | 'remedying';
	readonly done: number;
	/** At least 1. While searching it grows with what must be hidden for others' sake. */
	readonly of: number;
}

export type ReportProgress = (progress: ProtectionProgress) => void;

/** Why a cell is hidden. Kept for the protocol inside the house, never released. */
export type HidingReason =
	'threshold' | 'opinion-base' | 'withheld' | 'contributors' | 'complementary' | 'hidden-before';

/** Reasons that came after the first published protocols: a protocol without them has none. */
type LaterReason = 'withheld' | 'contributors';

/** Why a place of a table is hidden: its number's reason, or a share on too few. */
export type PlaceReason = HidingReason | 'share-base';

/** A hidden place and its reason, for those who judge the release. It never follows the tables out of the house. */
export interface HiddenPlace {
	readonly table: string;
	readonly row: string;
	readonly column: string;
	readonly reason: PlaceReason;
}

/**
 * What the samordnare would rather have where protection leaves a choice. must-show: other numbers are hidden instead,
 * as far as they can be. rather-hide: if one more must be hidden, then this one before others. No wish changes a rule.
 */
export type Wish = 'must-show' | 'rather-hide';

/** A wish on a row of a table, or on one cell of it. */
export interface PlacedWish {
	readonly table: string;
	readonly row: string;
	readonly column?: string;
	readonly wish: Wish;
}

/** What became of a wish: how many of the numbers at its place are shown. */
export interface WishOutcome extends PlacedWish {
	/** The place in words: "Polisen: anmälda brott, Barn, Summa". */
	readonly label: string;
	readonly shown: number;
	readonly hidden: number;
}

/** Why a number that must be shown is hidden all the same. Seen before publication only. */
export interface Obstacle {
	readonly label: string;
	readonly reason: HidingReason;
	/** What could be computed if it were shown, in words; none where its own rule hides it. */
	readonly equations: readonly string[];
}

export interface Protection {
	readonly tables: readonly ReleasedTable[];
	/** What this release shows and hides, to be added to the ledger when it is published. */
	readonly shown: ReadonlyMap<string, number | null>;
	readonly hidden: ReadonlyMap<string, HidingReason>;
	readonly certificates: readonly Certificate[];
	readonly protocol: DisclosureProtocol;
	/** Why each hidden place of the tables is hidden, for those who judge the release. */
	readonly places: readonly HiddenPlace[];
	/** What became of each wish, and why numbers that must be shown are not. */
	readonly wishes: readonly WishOutcome[];
	readonly obstacles: readonly Obstacle[];
}

/**
 * Proof for one hidden cell: whole-number moves that agree with everything shown. Adding `up` (or `down`) to the true
 * values of the hidden cells gives another world that a reader cannot tell from the true one.
 */
export interface Certificate {
	readonly key: string;
	/** Absent where the reader's upper bound leaves no room above: an option that got every answer. */
	readonly up?: readonly (readonly [key: string, delta: number])[];
	/** Absent where the bound leaves no room below (value at the attacker's lower bound). */
	readonly down?: readonly (readonly [key: string, delta: number])[];
	/** The organisations that this proof is for, where the one for the public does not hold against what they know. */
	readonly against?: readonly string[];
}

export interface DisclosureProtocol {
	readonly policy: DisclosurePolicy;
	readonly cells: number;
	readonly hiddenByReason: Readonly<Record<Exclude<HidingReason, LaterReason>, number>> &
		Readonly<Partial<Record<LaterReason, number>>>;
	readonly certified: number;
	readonly verified: boolean;
	/** Absent in versions of earlier programs. */
	readonly attack?: AttackProtocol;
}

/** What came of attacking the tables with all that a reader knows of how they came about, before they were let out. */
export interface AttackProtocol {
	/** Numbers that were attacked. */
	readonly numbers: number;
}

/** A cell that could not be protected, and the equations, in words, that give it away. */
export interface Unprotected {
	readonly key: string;
	readonly label: string;
	readonly equations: readonly string[];
	/** Keys of the numbers in the equations. */
	readonly members: readonly string[];
	/** The numbers in the equations that were published before, and so cannot be hidden any more. */
	readonly publishedBefore: readonly string[];
	/** What would help, the least loss first; none where it is not looked for or nothing does. */
	readonly remedies: readonly Remedy[];
}

/** A change of what is to be published that would let a cell be protected. */
export interface Remedy {
	readonly words: string;
	/** How many numbers fewer would be shown around the cell than if nothing had to be hidden. */
	readonly lost: number;
}

export interface RefusedProtection {
	readonly ok: false;
	readonly refusal: 'unprotected-cells';
	readonly unprotected: readonly Unprotected[];
}

export type ProtectionOutcome = { readonly ok: true; readonly value: Protection } | RefusedProtection;
