import { priorityFactors, type Finding, type Priority } from './finding.ts';

/** Severity × extent × possibility to influence, 1–64; null while one of them has not been judged. */
export function priorityScore(priority: Priority): number | null {
	return priorityFactors.reduce((product: number | null, factor) => {
		const weight = priority[factor];
		return product === null || weight === null ? null : product * weight;
	}, 1);
}

export interface RankedFinding<Kind extends Finding = Finding> {
	readonly finding: Kind;
	/** 1 is the most urgent; equal scores share a rank. Null while it has not been judged. */
	readonly rank: number | null;
	readonly score: number | null;
}

/** The most urgent first; equals in the order that they were written, those not judged last. */
export function rankFindings<Kind extends Finding>(findings: readonly Kind[]): RankedFinding<Kind>[] {
	const scored = findings
		.map((finding) => ({ finding, score: priorityScore(finding.content.priority) }))
		.toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0));
	return scored.map(({ finding, score }) => ({
		finding,
		score,
		rank: score === null ? null : scored.findIndex((each) => each.score === score) + 1
	}));
}
