import type { Finding, FindingContent } from '#lib/lagesbild/findings/finding.ts';

/** A finding with everything that publication demands but a figure or table; give what the test is about. */
export function findingContent(changes: Partial<FindingContent> = {}): FindingContent {
	return {
		statement: 'Få skolor frågar om sex mot ersättning',
		explanation: '',
		evidence: [],
		degree: 'indicated',
		views: { polis: '', socialtjanst: '', skola: '', civilsamhalle: '' },
		consequences: { persons: '', society: '' },
		causes: [],
		knowledgeGaps: '',
		priority: { severity: 4, extent: 2, influence: 3, reasons: 'Skolan kan ändra det själv.' },
		...changes
	};
}

export function finding(findingId: string, changes: Partial<FindingContent> = {}): Finding {
	return { findingId, content: findingContent(changes) };
}
