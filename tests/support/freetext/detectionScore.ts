import { findingKinds, type Finding, type FindingKind } from '#lib/freetext/finding.ts';
import type { LabelledAnswer } from './labelledAnswers.ts';

export interface KindScore {
	readonly labelled: number;
	readonly found: number;
	/** Share of the labelled that were found: the kind is right and the places overlap. */
	readonly recall: number;
	/** Share of the marked that are labelled. */
	readonly precision: number;
}

const matches = (left: Finding, right: Finding): boolean =>
	left.kind === right.kind && left.start < right.end && right.start < left.end;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Number((part / whole).toFixed(3)));

/** Recall and precision by kind of a detector over labelled answers. */
export function detectionScore(
	answers: readonly LabelledAnswer[],
	detect: (text: string) => readonly Finding[]
): Record<FindingKind, KindScore> {
	const counts = new Map(findingKinds.map((kind) => [kind, { labelled: 0, hits: 0, marked: 0, right: 0 }]));
	for (const { text, findings } of answers) {
		const marked = detect(text);
		for (const finding of findings) {
			const count = counts.get(finding.kind);
			if (!count) continue;
			count.labelled += 1;
			if (marked.some((mark) => matches(mark, finding))) count.hits += 1;
		}
		for (const mark of marked) {
			const count = counts.get(mark.kind);
			if (!count) continue;
			count.marked += 1;
			if (findings.some((finding) => matches(mark, finding))) count.right += 1;
		}
	}
	return Object.fromEntries(
		[...counts].map(([kind, { labelled, hits, marked, right }]) => [
			kind,
			{ labelled, found: marked, recall: share(hits, labelled), precision: share(right, marked) }
		])
	) as Record<FindingKind, KindScore>;
}
