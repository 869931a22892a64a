import type { TextFields } from '../council/councilFields.ts';
import { sectorTitle, targetGroups } from '../sentences.ts';

/** The fields of an estimate in the texts' form, as their labels are. */
export const estimateLabels = {
	group: 'Vilka gäller skattningen?',
	one: 'Den första källan',
	other: 'Den andra källan',
	both: 'Hur många personer finns hos båda?',
	matching: 'Hur har källorna jämförts, och av vem?',
	conditions: 'Källorna gäller samma område, period och grupp, och hänvisar inte personer till varandra'
} as const;

export type EstimateField = keyof typeof estimateLabels;

function wordsOf(field: EstimateField, text: string): string {
	if (field === 'group') return targetGroups.find(({ id }) => id === text)?.title ?? text;
	return field === 'one' || field === 'other' ? sectorTitle(text) : text;
}

/** The texts' fields with the choices of an estimate in words, for whoever reads what has been changed. */
export function estimateInWords(fields: TextFields): TextFields {
	const estimate = (Object.keys(estimateLabels) as EstimateField[]).flatMap((field) => {
		const text = fields[`estimate.${field}`];
		return text === undefined ? [] : [[`estimate.${field}`, wordsOf(field, text)] as const];
	});
	return { ...fields, ...Object.fromEntries(estimate) };
}

/** The label of a field of the estimate; undefined of other fields. */
export function estimateLabel(field: string): string | undefined {
	const name = (Object.keys(estimateLabels) as EstimateField[]).find((each) => field === `estimate.${each}`);
	return name && estimateLabels[name];
}
