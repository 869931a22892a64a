import type { Sector } from '#lib/organisations/sector.ts';

/** How well a finding is supported; strongest first. */
export const evidenceDegrees = ['well-supported', 'partly-supported', 'indicated'] as const;
export type EvidenceDegree = (typeof evidenceDegrees)[number];

export const causeKinds = ['risk', 'protective'] as const;
export const causeLevels = ['individual', 'family', 'school', 'area', 'society'] as const;
export const causeStrengths = ['strong', 'moderate', 'weak'] as const;

/** A risk or protective factor behind what is found. */
export interface Cause {
	readonly kind: (typeof causeKinds)[number];
	readonly level: (typeof causeLevels)[number];
	readonly strength: (typeof causeStrengths)[number];
	readonly text: string;
	/** What it rests on, in words. */
	readonly grounds: string;
}

/** From 1, low, to 4, very high; null when it has not been judged. */
export type Weight = 1 | 2 | 3 | 4 | null;
export const weights = [1, 2, 3, 4] as const;

export const priorityFactors = ['severity', 'extent', 'influence'] as const;
export type PriorityFactor = (typeof priorityFactors)[number];

/** What makes a finding more or less urgent than another: the product of three weights, with reasons in words. */
export interface Priority extends Readonly<Record<PriorityFactor, Weight>> {
	readonly reasons: string;
}

/** What the analysis finds (iakttagelse), as the samordnare writes it. Texts may be empty until publication. */
export interface FindingContent {
	/** One sentence, also the heading. */
	readonly statement: string;
	readonly explanation: string;
	/** Ids of figures and tables of the lägesbild, which are drawn in the text. */
	readonly evidence: readonly string[];
	readonly degree: EvidenceDegree | null;
	/** What each sector says, side by side. */
	readonly views: Readonly<Record<Sector, string>>;
	readonly consequences: { readonly persons: string; readonly society: string };
	readonly causes: readonly Cause[];
	readonly knowledgeGaps: string;
	readonly priority: Priority;
}

/** The id stays the same through the versions of a round's lägesbild: measures point at it. */
export interface Finding {
	readonly findingId: string;
	readonly content: FindingContent;
}
