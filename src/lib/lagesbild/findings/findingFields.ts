import { sectors } from '#lib/organisations/sector.ts';
import { priorityFactors, type Cause, type FindingContent } from './finding.ts';

/** A finding as fields of a form: name → text. What is ticked is a field of its own, `evidence.` and its id. */
export type FindingFields = Readonly<Record<string, string>>;

const evidencePrefix = 'evidence.';
const causeParts = ['kind', 'level', 'strength', 'text', 'grounds'] as const;
const plainFields = ['statement', 'explanation', 'knowledgeGaps'] as const;

export function evidenceField(id: string): string {
	return `${evidencePrefix}${id}`;
}

export function causeField(place: number, part: keyof Cause): string {
	return `causes.${String(place)}.${part}`;
}

export function fieldsOfFinding(content: FindingContent): FindingFields {
	const { priority, consequences } = content;
	return {
		...Object.fromEntries(plainFields.map((field) => [field, content[field]])),
		...Object.fromEntries(content.evidence.map((id) => [evidenceField(id), 'on'])),
		degree: content.degree ?? '',
		...Object.fromEntries(sectors.map((sector) => [`views.${sector}`, content.views[sector]])),
		'consequences.persons': consequences.persons,
		'consequences.society': consequences.society,
		...causeFields(content.causes),
		...Object.fromEntries(priorityFactors.map((factor) => [factor, String(priority[factor] ?? '')])),
		reasons: priority.reasons
	};
}

function causeFields(causes: readonly Readonly<Record<keyof Cause, string>>[]): Record<string, string> {
	return Object.fromEntries(
		causes.flatMap((cause, place) =>
			causeParts.map((part) => [causeField(place, part), cause[part]] as const)
		)
	);
}

/** The causes that anything is written or chosen in. */
function writtenCauses(fields: FindingFields): Record<keyof Cause, string>[] {
	const places = Object.keys(fields).flatMap((name) => /^causes\.(\d{1,3})\.text$/.exec(name)?.[1] ?? []);
	return places
		.map(Number)
		.toSorted((one, other) => one - other)
		.map((place) => {
			const part = (name: keyof Cause) => (fields[causeField(place, name)] ?? '').trim();
			return {
				kind: part('kind'),
				level: part('level'),
				strength: part('strength'),
				text: part('text'),
				grounds: part('grounds')
			};
		})
		.filter((cause) => Object.values(cause).some((text) => text !== ''));
}

/** The fields without the empty rows of causes, so that places in it are those of `findingOfFields`. */
export function withoutEmptyCauses(fields: FindingFields): FindingFields {
	const others = Object.entries(fields).filter(([name]) => !name.startsWith('causes.'));
	return { ...Object.fromEntries(others), ...causeFields(writtenCauses(fields)) };
}

/** What a form says, in the shape of a finding; `findingSchema` decides whether it is accepted. */
export function findingOfFields(fields: FindingFields): unknown {
	const text = (name: string) => fields[name] ?? '';
	return {
		...Object.fromEntries(plainFields.map((field) => [field, text(field)])),
		evidence: Object.keys(fields)
			.filter((name) => name.startsWith(evidencePrefix))
			.map((name) => name.slice(evidencePrefix.length)),
		degree: text('degree') === '' ? null : text('degree'),
		views: Object.fromEntries(sectors.map((sector) => [sector, text(`views.${sector}`)])),
		consequences: { persons: text('consequences.persons'), society: text('consequences.society') },
		causes: writtenCauses(fields),
		knowledgeGaps: text('knowledgeGaps'),
		priority: {
			...Object.fromEntries(
				priorityFactors.map((factor) => [factor, text(factor) === '' ? null : Number(text(factor))])
			),
			reasons: text('reasons')
		}
	};
}

/** The form's field that a fault at `path` belongs to. */
export function fieldOfFindingPath(path: string): string {
	return path.replace(/^priority\./, '').replace(/^evidence\..*$/, 'evidence');
}
