import { sectors } from '#lib/organisations/sector.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { compileElement, maximumElements } from './compileElement.ts';
import { variablePaths } from '#lib/instruments/expressions/compileExpression.ts';
import { compileCalculatedValues, orderedCalculations } from './compileDerived.ts';
import { compileTriggers } from './compileEffects.ts';
import { compileLawChanges } from './compileLawChanges.ts';
import { buildCodebook } from './codebook.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import type { Instrument, InstrumentPage, Variable } from '#lib/instruments/instrument.ts';
import { type CompilationFault, type CompilationNotes, JsonPlace } from './questionnaireReader.ts';
import { pipeText } from '#lib/instruments/texts/textPiping.ts';

export type Compilation =
	| { readonly ok: true; readonly value: Instrument }
	| { readonly ok: false; readonly refusal: 'not-compilable'; readonly faults: readonly CompilationFault[] };

export const maximumPages = 200;

const rootProperties = new Set([
	'title',
	'description',
	'pages',
	'locale',
	'calculatedValues',
	'triggers',
	'sector',
	'instrumentCode',
	'instrumentVersion',
	'lawChanges',
	// SurveyJS's own appearance and buttons; the service has its own.
	'showQuestionNumbers',
	'showProgressBar',
	'progressBarType',
	'questionErrorLocation',
	'requiredMark',
	'requiredText',
	'widthMode',
	'width',
	'showTOC',
	'completedHtml',
	'completeText',
	'pageNextText',
	'pagePrevText',
	'showTitle',
	'clearInvisibleValues',
	'textUpdateMode',
	'checkErrorsMode',
	'questionsOnPageMode',
	'showCompletedPage',
	'questionDescriptionLocation',
	'questionTitleLocation',
	'focusFirstQuestionAutomatic',
	'headerView'
]);

const pageProperties = new Set([
	'name',
	'title',
	'description',
	'elements',
	'visibleIf',
	'questionTitleLocation',
	'navigationTitle',
	'navigationDescription'
]);

/** A questionnaire in SurveyJS's JSON → Instrument, or every fault with the place where it stands. */
export function compileInstrument(surveyJson: unknown): Compilation {
	if (!isRecord(surveyJson)) return refuse([{ path: '', message: 'Formuläret ska vara ett JSON-objekt' }]);
	const notes: CompilationNotes = {
		faults: [],
		names: new Map(),
		expressions: [],
		items: new Map(),
		innerItems: new Map(),
		calculations: [],
		effects: [],
		size: { elements: 0 },
		translations: new Map(),
		local: []
	};
	const root = new JsonPlace(surveyJson, '', notes);
	root.onlyKnows(rootProperties);
	const parameters = compileCalculatedValues(root);
	const pages = compilePages(root);
	const heading = compileHeading(root);
	const flow = compileFlow(root, pages);
	if (notes.size.elements > maximumElements) {
		root.fault('pages', `Fler än ${String(maximumElements)} element`);
	}
	const calculations = orderedCalculations(root);
	checkReferences(notes, pages, parameters);
	const variables = buildCodebook(
		pages.flatMap((page) => page.elements),
		{ items: notes.items, innerItems: notes.innerItems, resolve: (title) => pipeText(title, parameters) }
	);
	const lawChanges = compileLawChanges(root, variables);
	checkCodebook(notes, variables);
	if (notes.faults.length > 0) return refuse(notes.faults);
	const calculated = calculations.length > 0 && { calculations };
	const { translations } = notes;
	const translated = translations.size > 0 && { translations: { en: Object.fromEntries(translations) } };
	const changed = lawChanges.length > 0 && { lawChanges };
	const own = { ...heading, ...translated, parameters, ...calculated, ...flow, ...changed };
	return { ok: true, value: { format: 1, ...own, pages, variables } };
}

function compileFlow(
	root: JsonPlace,
	pages: readonly InstrumentPage[]
): Pick<Instrument, 'effects' | 'endings'> {
	const endings = compileTriggers(root, pages);
	const { effects } = root.notes;
	return { ...(effects.length > 0 && { effects }), ...(endings.length > 0 && { endings }) };
}

function refuse(faults: readonly CompilationFault[]): Compilation {
	return { ok: false, refusal: 'not-compilable', faults };
}

function compileHeading(root: JsonPlace): Pick<Instrument, 'code' | 'sector' | 'version' | 'title'> {
	const sector = sectors.find((name) => name === root.value('sector'));
	if (!sector) root.fault('sector', `Ska vara något av ${sectors.join(', ')}`);
	const code = root.text('instrumentCode') ?? sector ?? '';
	return {
		code,
		sector: sector ?? 'polis',
		version: root.wholeNumber('instrumentVersion', 1) ?? 1,
		title: root.text('title') ?? code
	};
}

function compilePages(root: JsonPlace): InstrumentPage[] {
	const places = root.places('pages');
	if (places.length === 0) root.fault('pages', 'Minst en sida behövs');
	if (places.length > maximumPages) {
		root.fault('pages', `Fler än ${String(maximumPages)} sidor`);
		return [];
	}
	return places.map((place, index) => {
		place.onlyKnows(pageProperties);
		const name = place.text('name') ?? `sida${String(index + 1)}`;
		const description = place.text('description');
		const visibleIf = place.expression('visibleIf');
		const context = { meta: { version: 1, flags: [] }, depth: 0 };
		return {
			name,
			title: place.text('title') ?? '',
			...(description && { description }),
			...(visibleIf && { visibleIf }),
			elements: place.places('elements').flatMap((child) => compileElement(child, context))
		};
	});
}

/** A condition may name questions and parameters that exist, exactly as they are written, and what stands in its own row or entry. */
function checkReferences(
	notes: CompilationNotes,
	pages: readonly InstrumentPage[],
	parameters: Readonly<Record<string, unknown>>
): void {
	const known = new Set([...Object.keys(parameters), ...notes.calculations.map(({ name }) => name)]);
	for (const page of pages) for (const question of questionsOf(page.elements)) known.add(question.name);
	for (const { path, expression, local, beside } of notes.expressions) {
		for (const name of variablePaths(expression)) {
			const [first = '', second] = name.split(/[.[]/);
			const isBeside = local.includes(first) && (second === undefined || beside.has(second.toLowerCase()));
			if (!known.has(first) && !isBeside) {
				notes.faults.push({ path, message: `Villkoret nämner {${name}}, som inte finns` });
			}
		}
	}
}

function checkCodebook(notes: CompilationNotes, variables: readonly Variable[]): void {
	const codes = new Set<string>();
	const targets = new Set(variables.flatMap(({ code, item }) => [code, item]));
	for (const { code, partOf } of variables) {
		if (codes.has(code))
			notes.faults.push({ path: 'pages', message: `Variabelkoden ${code} uppstår två gånger` });
		codes.add(code);
		if (partOf !== undefined && !targets.has(partOf)) {
			notes.faults.push({ path: 'pages', message: `${code} är del av ${partOf}, som inte finns` });
		}
	}
}
