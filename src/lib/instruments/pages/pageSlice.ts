import { isRecord } from '#lib/instruments/record.ts';
import type { Element } from '#lib/instruments/element.ts';
import type { Answers, Calculation, Instrument, InstrumentPage } from '#lib/instruments/instrument.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';

/**
 * What a browser needs to draw one page anew while it is being answered: the page whole, and of the rest only what
 * decides something on it. `pageView` of a slice is `pageView` of the whole instrument, whatever is typed on the page.
 */
export interface PageSlice {
	/** The pages stand at their own places; those that nothing is needed of are empty. */
	readonly instrument: Instrument;
	readonly page: number;
	/** Of the page's own questions and of the questions on other pages that its conditions and texts lead to. */
	readonly answers: Answers;
}

interface Definition {
	readonly pages: readonly InstrumentPage[];
	readonly calculations: readonly Calculation[];
	/** The page's own questions and those that it leads to. */
	readonly questions: readonly string[];
}

// By the pages: the same questionnaire is asked on many days and in two languages.
const definitions = new WeakMap<Instrument['pages'], Map<number, Definition>>();

/** @throws {RangeError} when the instrument has no such page. */
export function pageSlice(instrument: Instrument, page: number, answers: Answers): PageSlice {
	const { pages, calculations, questions } = definitionOf(instrument, page);
	const { format, code, sector, version, parameters, language, translations } = instrument;
	const known = questions.filter((name) => Object.hasOwn(answers, name));
	return {
		instrument: {
			...{ format, code, sector, version, parameters, pages },
			title: '',
			variables: [],
			...(language && { language }),
			...(calculations.length > 0 && { calculations }),
			...(translations &&
				instrument.language === 'en' && { translations: { en: textsOf(pages, translations.en) } })
		},
		page,
		answers: Object.fromEntries(known.map((name) => [name, answers[name]]))
	};
}

/** The translations of texts that stand in the pages. */
function textsOf(pages: unknown, translations: Readonly<Record<string, string>>): Record<string, string> {
	const found: Record<string, string> = {};
	const search = (part: unknown): void => {
		if (typeof part === 'string' && Object.hasOwn(translations, part)) found[part] = translations[part] ?? '';
		else if (typeof part === 'object' && part !== null) Object.values(part).forEach(search);
	};
	search(pages);
	return found;
}

function definitionOf(instrument: Instrument, page: number): Definition {
	const known = definitions.get(instrument.pages) ?? new Map<number, Definition>();
	definitions.set(instrument.pages, known);
	const definition = known.get(page) ?? define(instrument, page);
	known.set(page, definition);
	return definition;
}

function define(instrument: Instrument, index: number): Definition {
	const own = instrument.pages[index];
	if (!own) throw new RangeError(`No page ${String(index)} in ${instrument.code}`);
	const { needed, piped } = follow(instrument, own);
	const pages = instrument.pages.map((page, place) =>
		place === index ? page : skeleton(page, needed, piped)
	);
	return {
		pages,
		calculations: (instrument.calculations ?? []).filter(({ name, within }) => needed.has(within ?? name)),
		questions: pages.flatMap(({ elements }) => questionsOf(elements)).map(({ name }) => name)
	};
}

interface References {
	/** Names that conditions, calculations and texts lead to, from one to the next. */
	readonly needed: ReadonlySet<string>;
	/** Names that stand in the page's texts: their choices are shown by text. */
	readonly piped: ReadonlySet<string>;
}

function follow(instrument: Instrument, own: InstrumentPage): References {
	const conditions = conditionsByName(instrument);
	const needed = new Set<string>();
	const piped = new Set<string>();
	const onto = (name: string) => {
		if (needed.has(name)) return;
		needed.add(name);
		for (const source of conditions.get(name) ?? []) readReferences(source, onto, () => undefined);
	};
	readReferences(own, onto, (name) => {
		piped.add(name);
		onto(name);
	});
	for (const { name } of questionsOf(own.elements)) onto(name);
	return { needed, piped };
}

/** What decides whether an answer counts, or what a calculation comes to: everything that it may name. */
function conditionsByName(instrument: Instrument): ReadonlyMap<string, readonly unknown[]> {
	const sources = new Map<string, readonly unknown[]>();
	const addAll = (elements: readonly Element[], around: readonly unknown[]) => {
		for (const element of elements) {
			if (element.kind !== 'panel') sources.set(element.name, [...around, element]);
			else addAll(element.elements, [...around, element.visibleIf, element.enableIf]);
		}
	};
	for (const page of instrument.pages) addAll(page.elements, [page.visibleIf]);
	for (const { name, within = name, expression } of instrument.calculations ?? []) {
		sources.set(within, [...(sources.get(within) ?? []), expression]);
	}
	return sources;
}

type Take = (name: string) => void;

/**
 * Names in any part of an instrument: variables of expressions, and `{names}` of texts. The parts are plain data and are
 * searched whatever their kind, so that a new kind of element cannot be forgotten here; a name too many costs a few bytes.
 */
function readReferences(part: unknown, variable: Take, text: Take): void {
	if (typeof part === 'string') {
		for (const [, path = ''] of part.matchAll(/\{([^{}]{1,100})\}/g)) text(firstOf(path.trim()));
	} else if (Array.isArray(part)) {
		for (const each of part) readReferences(each, variable, text);
	} else if (isRecord(part)) {
		if (part['kind'] === 'variable' && typeof part['path'] === 'string') variable(firstOf(part['path']));
		for (const each of Object.values(part)) readReferences(each, variable, text);
	}
}

function firstOf(path: string): string {
	return path.split(/[.[]/)[0] ?? '';
}

/** Another page: only the needed questions, in their panels, for the sake of their conditions. */
function skeleton(
	{ name, visibleIf, elements }: InstrumentPage,
	needed: ReadonlySet<string>,
	piped: ReadonlySet<string>
): InstrumentPage {
	const kept = elements.flatMap((element) => skeletonOf(element, needed, piped));
	return { name, title: '', ...(visibleIf && kept.length > 0 && { visibleIf }), elements: kept };
}

function skeletonOf(
	element: Element,
	needed: ReadonlySet<string>,
	piped: ReadonlySet<string>
): readonly Element[] {
	if (element.kind === 'panel') {
		const { kind, name, visibleIf, enableIf } = element;
		const elements = element.elements.flatMap((child) => skeletonOf(child, needed, piped));
		if (elements.length === 0) return [];
		const conditions = { ...(visibleIf && { visibleIf }), ...(enableIf && { enableIf }) };
		return [{ kind, name, title: '', layout: 'group', ...conditions, elements }];
	}
	if (element.kind === 'html' || !needed.has(element.name)) return [];
	return [withoutWords(element, piped.has(element.name)) as Element];
}

/** What the answering of another page needs and this page does not. */
const droppedKeys = new Set(['description', 'checks', 'validators', 'isRequired', 'requiredIf', 'item']);

function withoutWords(part: unknown, isShown: boolean): unknown {
	if (Array.isArray(part)) return part.map((each) => withoutWords(each, isShown));
	if (!isRecord(part)) return part;
	return Object.fromEntries(
		Object.entries(part)
			.filter(([key]) => !droppedKeys.has(key))
			.map(([key, value]) => {
				if (key === 'title' || (key === 'text' && !isShown)) return [key, ''];
				return [key, isExpressionKey(key) ? value : withoutWords(value, isShown)];
			})
	);
}

function isExpressionKey(key: string): boolean {
	return key.endsWith('If') || key === 'expression';
}
