import { councilOfFields, fieldsOfCouncil, type TextFields } from './council/councilFields.ts';
import { estimateOfFields, fieldsOfEstimate } from './estimate/overlapEstimate.ts';
import type { LagesbildTexts } from './lagesbildTexts.ts';

const chapterFields = ['annanInformation', 'analys', 'slutsatser'] as const;

export function fieldsOfTexts(texts: LagesbildTexts): TextFields {
	return {
		...Object.fromEntries(chapterFields.map((field) => [field, texts[field]])),
		...fieldsOfCouncil(texts.council),
		...fieldsOfEstimate(texts.estimate)
	};
}

/** What a form says, in the shape of the texts; `lagesbildTextsSchema` decides whether they are accepted. */
export function textsOfFields(fields: TextFields): unknown {
	return {
		...Object.fromEntries(chapterFields.map((field) => [field, fields[field] ?? ''])),
		council: councilOfFields(fields),
		...estimateOfFields(fields)
	};
}
