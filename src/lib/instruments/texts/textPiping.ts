import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import { pathReader } from '#lib/instruments/expressions/paths.ts';
import { isKnown, type Scope } from '#lib/instruments/expressions/scope.ts';

/**
 * A text with its `{names}` replaced by parameters and answers, as plain text (the page escapes it). A name that
 * nothing is known of stays as it is written, as in SurveyJS; an unanswered question becomes nothing.
 */
export function pipeText(
	template: string,
	scope: Scope,
	display?: (path: string, value: unknown) => string
): string {
	if (!template.includes('{')) return template;
	return template.replace(/\{([^{}]{1,100})\}/g, (whole: string, name: string) => {
		const path = name.trim();
		const [first = ''] = path.split(/[.[]/);
		if (!isKnown(scope, first)) return whole;
		const value = pathReader(path)(scope);
		if (isEmptyValue(value)) return '';
		return display ? display(path, value) : plainText(value);
	});
}

export function plainText(value: unknown): string {
	if (Array.isArray(value)) return value.map(plainText).join(', ');
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
