import { sectors } from '#lib/organisations/sector.ts';
import { isRecord } from '../record.ts';
import { questionnaireTemplate } from './composeQuestionnaire.ts';

let names: ReadonlySet<string> | undefined;

/**
 * What tables of the program's own questionnaires are named after: each question, its code, and each column of its matrices
 * after the question's name. A name that is not among them is a question that a municipality has added.
 */
export function programQuestions(): ReadonlySet<string> {
	names ??= new Set(sectors.flatMap((sector) => namesIn(questionnaireTemplate(sector, [])['pages'])));
	return names;
}

function namesIn(json: unknown): string[] {
	if (Array.isArray(json)) return json.flatMap(namesIn);
	if (!isRecord(json)) return [];
	const { name, itemCode, columns } = json;
	const own = [name, itemCode].filter((each) => typeof each === 'string');
	const ofColumns = (Array.isArray(columns) ? columns : [])
		.filter(isRecord)
		.map((column) => `${String(name)}_${String(column['name'])}`);
	return [...own, ...ofColumns, ...Object.values(json).flatMap(namesIn)];
}
