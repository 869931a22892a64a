import type { FacetKind } from './facet.ts';

export type Verdict = 'holds' | 'breaks';

/** One thing that is not as it was in the version before. */
export interface Difference {
	readonly kind: FacetKind | 'spelling';
	/** Names the thing: `title`, `option/vet_ej`. */
	readonly key: string;
	/** The row, column or field that it is about; without it the whole question. */
	readonly part?: string;
	/** Empty where it did not exist, or does not any more. */
	readonly before: string;
	readonly after: string;
	/** Whether the series bears it; `ask` is what a machine cannot know. */
	readonly effect: 'safe' | 'breaks' | 'ask';
	/** What the program would answer. Only with `ask`. */
	readonly proposal?: Verdict;
}

/** What has become of a question, or of a text that stands over several, since the version before. */
export interface QuestionChange {
	/** The question's lasting code; of a text the element's or the page's name. */
	readonly code: string;
	readonly title: string;
	readonly subject: 'question' | 'text';
	readonly fate: 'changed' | 'added' | 'removed';
	/** Of a text: the questions that it stands over; none is all of the questionnaire. */
	readonly covers: readonly string[];
	readonly differences: readonly Difference[];
}

/** What a person has answered about one change, once and for good. */
export interface ChangeJudgement {
	readonly code: string;
	/** What was asked about, see `judgedChange`: the same change is not asked about again. */
	readonly change: string;
	readonly verdict: Verdict;
	readonly reason: string;
	/** Of a text: the questions whose series it breaks; none is all. */
	readonly codes: readonly string[];
}

export function askedDifferences(change: QuestionChange): Difference[] {
	return change.differences.filter(({ effect }) => effect === 'ask');
}

/** The part of a change that a person judges, in writing: equal texts are the same change. */
export function judgedChange(change: QuestionChange): string {
	return JSON.stringify(askedDifferences(change).map(({ key, before, after }) => [key, before, after]));
}

export function judgementOf(
	change: QuestionChange,
	judgements: readonly ChangeJudgement[]
): ChangeJudgement | undefined {
	const asked = judgedChange(change);
	return judgements.find((judgement) => judgement.code === change.code && judgement.change === asked);
}

/** The changes that nobody has judged yet: those that only break or only hold by rule are not asked about. */
export function unjudgedChanges(
	changes: readonly QuestionChange[],
	judgements: readonly ChangeJudgement[]
): QuestionChange[] {
	return changes.filter(
		(change) =>
			!isBrokenByRule(change) && askedDifferences(change).length > 0 && !judgementOf(change, judgements)
	);
}

/** The whole question's series breaks whatever anybody thinks of the rest. */
export function isBrokenByRule(change: QuestionChange): boolean {
	return change.differences.some(({ effect, part }) => effect === 'breaks' && part === undefined);
}
