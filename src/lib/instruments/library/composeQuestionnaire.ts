import type { Sector } from '#lib/organisations/sector.ts';
import civilsamhalle from './civilsamhalle.json' with { type: 'json' };
import definitions from './definitioner.json' with { type: 'json' };
import partA from './delA.json' with { type: 'json' };
import partZ from './delZ.json' with { type: 'json' };
import templates from './mallar.json' with { type: 'json' };
import optionLists from './optionLists.json' with { type: 'json' };
import polis from './polis.json' with { type: 'json' };
import skola from './skola.json' with { type: 'json' };
import socialtjanst from './socialtjanst.json' with { type: 'json' };
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { writtenSpan } from '#lib/shared/writtenDay.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { resolveReferences } from './resolveReferences.ts';
import type { JsonObject, ListItem } from './resolveReferences.ts';

/** A questionnaire as plain SurveyJS JSON: any SurveyJS tool opens it. */
export type SurveyJson = JsonObject;

export interface QuestionnaireParameters {
	/** As it stands in running text, for example "Sjövalla kommun". */
	readonly municipality: string;
	/** The year that the answers are about. */
	readonly year: number;
	/** The days within it that they are about, when that is not the whole year. */
	readonly partOfYear?: { readonly from: CalendarDate; readonly to: CalendarDate };
	/** Breakdowns are asked for only from this many persons. */
	readonly threshold: number;
	/** The parts of the municipality that an answer may be about (L19). */
	readonly areas: readonly { readonly value: string; readonly text: string }[];
}

interface QuestionnaireSource {
	readonly title: string;
	readonly version: number;
	readonly parts: Readonly<Record<string, unknown>>;
	readonly lists: Readonly<Record<string, readonly ListItem[]>>;
	readonly pages: readonly unknown[];
	/** Changes of the law that divide the series of some of its questions. */
	readonly lawChanges?: readonly unknown[];
}

const sources: Readonly<Record<Sector, QuestionnaireSource>> = { polis, socialtjanst, skola, civilsamhalle };

const sharedParts: Readonly<Record<string, unknown>> = { ...templates, ...definitions, ...partA, ...partZ };

const sharedLists: Readonly<Record<string, readonly ListItem[]>> = optionLists;

/** The default questionnaire of a sector for one municipality and year, with every reference to a shared part resolved. */
export function composeQuestionnaire(sector: Sector, parameters: QuestionnaireParameters): SurveyJson {
	return fillQuestionnaire(questionnaireTemplate(sector, parameters.areas), parameters);
}

/** The default questionnaire of a sector, in which municipality and year are still names in braces. */
export function questionnaireTemplate(sector: Sector, areas: QuestionnaireParameters['areas']): SurveyJson {
	const source = sources[sector];
	const lists = { ...sharedLists, ...source.lists, L19: [...areas, ...(sharedLists['L19'] ?? [])] };
	return {
		title: source.title,
		locale: 'sv',
		sector,
		instrumentCode: sector,
		instrumentVersion: source.version,
		...(source.lawChanges && { lawChanges: source.lawChanges }),
		pages: resolveReferences(source.pages, { parts: { ...sharedParts, ...source.parts }, lists })
	};
}

/** A template for one municipality and year. Calculated values of its own stay, but for those that bear our names. */
export function fillQuestionnaire(template: SurveyJson, parameters: QuestionnaireParameters): SurveyJson {
	const ours = calculatedValues(parameters);
	const names = new Set(ours.map(({ name }) => name));
	const own: readonly unknown[] = Array.isArray(template['calculatedValues'])
		? template['calculatedValues']
		: [];
	return {
		...template,
		calculatedValues: [...ours, ...own.filter((value) => !(isRecord(value) && names.has(value['name'])))],
		pages: withFilledHtml(template['pages'], parameters)
	};
}

const htmlEscapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** html elements are never interpolated when they are shown, so what they say of municipality and year is put in here. */
function withFilledHtml(json: unknown, parameters: QuestionnaireParameters): unknown {
	if (Array.isArray(json)) return json.map((each) => withFilledHtml(each, parameters));
	if (typeof json !== 'object' || json === null) return json;
	return Object.fromEntries(
		Object.entries(json).map(([key, value]: [string, unknown]) => [
			key,
			key === 'html' && typeof value === 'string'
				? filled(value, parameters)
				: withFilledHtml(value, parameters)
		])
	);
}

/** What templates call the time that is asked about. A school counts whole years by läsår. */
function periodWords({ year, partOfYear }: QuestionnaireParameters): Readonly<Record<string, string>> {
	const lasar = `${String(year - 1)}/${String(year)}`;
	if (!partOfYear) {
		const period = `1 januari–31 december ${String(year)}`;
		return { ar: String(year), lasar, period, skolperiod: `läsåret ${lasar}`, skolperiodord: 'läsåret' };
	}
	const period = writtenSpan(partOfYear.from, partOfYear.to);
	return { ar: String(year), lasar, period, skolperiod: period, skolperiodord: 'de dagarna' };
}

function filled(html: string, parameters: QuestionnaireParameters): string {
	const kommun = parameters.municipality.replace(
		/[&<>"]/g,
		(character) => htmlEscapes[character] ?? character
	);
	return Object.entries({ kommun, ...periodWords(parameters) }).reduce(
		(text, [name, words]) => text.replaceAll(`{${name}}`, () => words),
		html
	);
}

function calculatedValues(parameters: QuestionnaireParameters): readonly JsonObject[] {
	const { municipality, year, threshold, partOfYear } = parameters;
	const days = partOfYear
		? [
				{ name: 'periodstart', expression: textConstant(partOfYear.from) },
				{ name: 'periodslut', expression: textConstant(partOfYear.to) }
			]
		: [];
	return [
		{ name: 'kommun', expression: textConstant(municipality) },
		{ name: 'ar', expression: String(year) },
		{ name: 'lasar', expression: textConstant(`${year - 1}/${year}`) },
		{ name: 'troskel', expression: String(threshold) },
		...days
	];
}

/** Text as a constant of the SurveyJS expression language, which takes neither quotation mark unescaped inside the other. */
function textConstant(text: string): string {
	return `'${text.replace(/['"]/g, '\\$&')}'`;
}
