import type { MissingPart } from '../missingPart.ts';
import { missingEvidence, type EvidencePool } from './evidence.ts';
import type { Finding, FindingContent } from './finding.ts';
import { priorityScore } from './rankFindings.ts';

/** What a finding lacks before anybody may read it: what it rests on, how well, and why it is as urgent as it is. */
export function missingInFinding({ findingId, content }: Finding, pool: EvidencePool): MissingPart[] {
	const named = `Iakttagelsen ”${content.statement}”`;
	return lacking(content, pool).map(({ part, text }) => ({
		place: 'findings',
		finding: findingId,
		part,
		text: `${named} ${text}`
	}));
}

function lacking(
	{ degree, evidence, priority }: FindingContent,
	pool: EvidencePool
): { readonly part: string; readonly text: string }[] {
	const gone = missingEvidence(evidence, pool).length;
	return [
		...(degree === null ? [{ part: 'degree', text: 'saknar grad av belägg.' }] : []),
		// A single statement may stand in no table; more than that is shown.
		...(degree !== 'indicated' && evidence.length === gone
			? [{ part: 'evidence', text: 'saknar en figur eller tabell som visar den.' }]
			: []),
		...(gone > 0
			? [{ part: 'evidence', text: 'pekar på en figur eller tabell som inte finns i den här versionen.' }]
			: []),
		...(priorityScore(priority) === null ? [{ part: 'severity', text: 'är inte färdigt prioriterad.' }] : []),
		...(priority.reasons === '' ? [{ part: 'reasons', text: 'saknar skäl till prioriteringen.' }] : [])
	];
}
