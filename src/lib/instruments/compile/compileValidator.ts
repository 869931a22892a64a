import type { Element, Validator } from '#lib/instruments/element.ts';
import { patternFault } from '#lib/instruments/patterns/patternTime.ts';
import type { JsonPlace } from './questionnaireReader.ts';

interface Validators {
	readonly checks: NonNullable<Element['checks']>[number][];
	readonly validators: Validator[];
}

/** SurveyJS's `validators`: conditions over all answers, and limits to the answer itself. */
export function readValidators(place: JsonPlace, elementType: unknown): Validators {
	const found: Validators = { checks: [], validators: [] };
	for (const validator of place.places('validators')) {
		const text = validator.text('text');
		const message = text === undefined ? {} : { message: text };
		if (validator.value('type') === 'expression') {
			validator.onlyKnows(new Set(['type', 'text', 'expression']));
			const condition = validator.expression('expression');
			if (condition) found.checks.push({ condition, ...message });
			continue;
		}
		const limits = compileLimits(validator, elementType);
		if (limits) found.validators.push({ ...limits, ...message });
	}
	return found;
}

// What each validator can be said of; anywhere else it would never be met, or always.
const suitableTypes: ReadonlyMap<unknown, readonly unknown[]> = new Map<unknown, readonly unknown[]>([
	['numeric', ['text', 'slider', 'rating']],
	['text', ['text', 'comment']],
	['answercount', ['checkbox', 'tagbox', 'ranking']],
	['email', ['text']],
	['regex', ['text', 'comment']]
]);

function compileLimits(validator: JsonPlace, elementType: unknown): Validator | undefined {
	const type = validator.value('type');
	const suitable = suitableTypes.get(type);
	if (!suitable) {
		validator.fault('type', 'Kontrollen ska vara expression, numeric, text, answercount, regex eller email');
		return undefined;
	}
	if (!suitable.includes(elementType)) {
		validator.fault('type', `Kontrollen ${String(type)} passar inte frågetypen`);
		return undefined;
	}
	return limitsOf(validator, String(type));
}

function limitsOf(validator: JsonPlace, type: string): Validator {
	const knows = (...names: string[]): void => {
		validator.onlyKnows(new Set(['type', 'text', ...names]));
	};
	const limits = (least: string, most: string) => {
		const [minimum, maximum] = [validator.number(least), validator.number(most)];
		return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
	};
	switch (type) {
		case 'numeric':
			knows('minValue', 'maxValue');
			return { kind: 'numeric', ...limits('minValue', 'maxValue') };
		case 'answercount':
			knows('minCount', 'maxCount');
			return { kind: 'answercount', ...limits('minCount', 'maxCount') };
		case 'regex':
			knows('regex', 'caseInsensitive', 'insensitive');
			return regexOf(validator);
		case 'email':
			knows();
			return { kind: 'email' };
		default:
			return textLimits(validator, knows);
	}
}

function regexOf(validator: JsonPlace): Validator {
	const pattern = validator.text('regex') ?? '';
	const isCaseless = validator.boolean('caseInsensitive') || validator.boolean('insensitive');
	const fault = patternFault(pattern, isCaseless);
	if (fault !== undefined) validator.fault('regex', fault);
	return { kind: 'regex', pattern, ...(isCaseless && { isCaseless: true as const }) };
}

function textLimits(validator: JsonPlace, knows: (...names: string[]) => void): Validator {
	knows('minLength', 'maxLength', 'allowDigits');
	const minimumLength = validator.wholeNumber('minLength', 0);
	// SurveyJS's 0 is “no limit”.
	const maximumLength = validator.wholeNumber('maxLength', 0);
	return {
		kind: 'text',
		...(minimumLength && { minimumLength }),
		...(maximumLength && { maximumLength }),
		allowsDigits: validator.value('allowDigits') !== false
	};
}
