import type { CouncilTexts } from './councilTexts.ts';

/** Texts as fields of a form: name → text. Lists are written one a line. */
export type TextFields = Readonly<Record<string, string>>;

export const mostProposals = 10;

const plainFields = [
	'officer',
	'recipient',
	'heading',
	'background',
	'consultation',
	'bestInterestsOfChild',
	'genderEquality',
	'economy'
] as const;

export function linesOf(text: string | undefined): string[] {
	return (text ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function proposalFields(proposals: CouncilTexts['proposals']): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [index, proposal] of proposals.entries()) {
		fields[`council.proposals.${String(index)}.body`] = proposal.body;
		fields[`council.proposals.${String(index)}.points`] = proposal.points.join('\n');
	}
	return fields;
}

/** The fields of a council document, each named with `council.` before it. */
export function fieldsOfCouncil(council: CouncilTexts): Record<string, string> {
	const names = (purpose: 'for_atgard' | 'for_kannedom') =>
		council.sentTo
			.filter((each) => each.purpose === purpose)
			.map((each) => each.name)
			.join('\n');
	return {
		...Object.fromEntries(plainFields.map((field) => [`council.${field}`, council[field]])),
		...proposalFields(council.proposals),
		'council.diarienummer': council.diarienummer.join('\n'),
		'council.signatures': council.signatures.map(({ name, title }) => `${name}, ${title}`).join('\n'),
		'council.sentTo.for_atgard': names('for_atgard'),
		'council.sentTo.for_kannedom': names('for_kannedom')
	};
}

/** The last comma parts name and title: "Karin Ek, kommundirektör". */
function signature(line: string): { name: string; title: string } {
	const comma = line.lastIndexOf(',');
	if (comma < 0) return { name: line, title: '' };
	return { name: line.slice(0, comma).trim(), title: line.slice(comma + 1).trim() };
}

function proposals(fields: TextFields): { body: string; points: string[] }[] {
	return Array.from({ length: mostProposals }, (_, index) => ({
		body: (fields[`council.proposals.${String(index)}.body`] ?? '').trim(),
		points: linesOf(fields[`council.proposals.${String(index)}.points`])
	})).filter((proposal) => proposal.body !== '' || proposal.points.length > 0);
}

function sentTo(fields: TextFields): { name: string; purpose: string }[] {
	return ['for_atgard', 'for_kannedom'].flatMap((purpose) =>
		linesOf(fields[`council.sentTo.${purpose}`]).map((name) => ({ name, purpose }))
	);
}

/** What a form says of a council document; `councilTextsSchema` decides whether it is accepted. */
export function councilOfFields(fields: TextFields): unknown {
	return {
		...Object.fromEntries(plainFields.map((field) => [field, fields[`council.${field}`] ?? ''])),
		diarienummer: linesOf(fields['council.diarienummer']),
		proposals: proposals(fields),
		signatures: linesOf(fields['council.signatures']).map(signature),
		sentTo: sentTo(fields)
	};
}

/** The form's field that a fault at `path` belongs to: lists stand in one field, so what comes after it is left out. */
export function fieldOfPath(path: string): string {
	if (path.startsWith('council.sentTo')) return 'council.sentTo.for_atgard';
	const match = /^(council\.proposals\.\d+\.(?:body|points)|council\.(?:signatures|diarienummer))/.exec(path);
	return match?.[1] ?? path;
}
