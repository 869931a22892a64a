import type { EarlierSurvey } from './earlierSurvey.ts';
import type { ReferenceSeries, ReferenceValue } from './referenceSeries.ts';

/**
 * A few persons can be pointed out whoever counted them. Disclosure control does not reach what others have published, so
 * the samordnare is told instead and judges.
 */
export function fewPersons(value: number, threshold: number): boolean {
	return value > 0 && value < threshold;
}

/** The values of a series that tell of fewer persons than the threshold. */
export function fewPersonsIn(
	{ kind, values }: Pick<ReferenceSeries, 'kind' | 'values'>,
	threshold: number
): ReferenceValue[] {
	if (kind !== 'personer') return [];
	return values.filter(({ reading }) => reading.kind === 'number' && fewPersons(reading.value, threshold));
}

const ofPersons =
	/person|individ|kvinn|flick|m[aä]n\b|män(?:niska|niskor)|pojk|barn|ungdom|vux(?:en|na)|brukare|klient|invånare|elev/i;

/** Lines of an earlier survey: its unit is written freely, so that any word for persons counts. */
export function fewPersonsInSurvey(
	{ lines }: Pick<EarlierSurvey, 'lines'>,
	threshold: number
): EarlierSurvey['lines'] {
	return lines.filter(
		({ value, unit, label }) =>
			fewPersons(value, threshold) && (ofPersons.test(unit) || ofPersons.test(label))
	);
}
