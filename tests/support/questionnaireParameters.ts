import type { QuestionnaireParameters } from '#lib/instruments/library/composeQuestionnaire.ts';

/** The demonstration municipality's own parameters, unless the test says otherwise. */
export function questionnaireParameters(
	changes: Partial<QuestionnaireParameters> = {}
): QuestionnaireParameters {
	return {
		municipality: 'Sjövalla kommun',
		year: 2026,
		threshold: 5,
		areas: [
			{ value: 'centrum', text: 'Centrum' },
			{ value: 'norra', text: 'Norra' }
		],
		...changes
	};
}
