import type { SurveyJson } from '#lib/instruments/library/composeQuestionnaire.ts';

/** What a test reads of an element of a composed questionnaire. */
export interface SurveyElement {
	readonly type: string;
	readonly name: string;
	readonly title?: string;
	readonly itemCode?: string;
	readonly itemVersion?: number;
	readonly itemKind?: string;
	readonly unit?: string;
	readonly flags?: readonly string[];
	readonly partOf?: string;
	readonly visibleIf?: string;
	readonly isRequired?: boolean;
	readonly maxSelectedChoices?: number;
	readonly elements?: readonly SurveyElement[];
	readonly choices?: readonly SurveyOption[];
	readonly rows?: readonly SurveyOption[];
	readonly columns?: readonly SurveyColumn[];
}

interface SurveyOption {
	readonly value: string;
	readonly text: string;
	readonly isExclusive?: boolean;
}

type SurveyColumn = Partial<SurveyOption> & {
	readonly name?: string;
	readonly title?: string;
	readonly requiredIf?: string;
};

export interface SurveyPage {
	readonly name: string;
	readonly title: string;
	readonly elements: readonly SurveyElement[];
}

export function pagesOf(survey: SurveyJson): readonly SurveyPage[] {
	return survey['pages'] as readonly SurveyPage[];
}

/** The elements that stand on the pages, panels whole. */
export function elementsOf(survey: SurveyJson): readonly SurveyElement[] {
	return pagesOf(survey).flatMap((page) => page.elements);
}

export function elementNamed(survey: SurveyJson, name: string): SurveyElement {
	const found = elementsOf(survey).find((element) => element.name === name);
	if (!found) throw new Error(`No element ${name}`);
	return found;
}

/** Every text and code in the questionnaire, wherever it stands. */
export function textsIn(node: unknown): readonly string[] {
	if (typeof node === 'string') return [node];
	if (Array.isArray(node)) return node.flatMap(textsIn);
	if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(textsIn);
	return [];
}
