import { councilOfFields, fieldsOfCouncil, linesOf, type TextFields } from '../council/councilFields.ts';
import type { MotionTexts } from './motionTexts.ts';

const plainFields = ['date', 'summary', 'matter', 'goals', 'codetermination'] as const;
const listFields = ['administrations', 'basis'] as const;

export function fieldsOfMotionTexts(texts: MotionTexts): TextFields {
	return {
		...Object.fromEntries(plainFields.map((field) => [field, texts[field]])),
		...Object.fromEntries(listFields.map((field) => [field, texts[field].join('\n')])),
		...fieldsOfCouncil(texts.council)
	};
}

/** What a form says, in the shape of the texts; `motionTextsSchema` decides whether they are accepted. */
export function motionTextsOfFields(fields: TextFields): unknown {
	return {
		...Object.fromEntries(plainFields.map((field) => [field, fields[field] ?? ''])),
		...Object.fromEntries(listFields.map((field) => [field, linesOf(fields[field])])),
		council: councilOfFields(fields)
	};
}
