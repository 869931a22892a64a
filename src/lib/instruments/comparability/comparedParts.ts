import { codeOf } from '#lib/instruments/compile/codebookVariable.ts';
import type { Element, PanelElement, Question } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import { conditionsIn } from '#lib/instruments/expressions/conditions.ts';
import type { Instrument, InstrumentPage } from '#lib/instruments/instrument.ts';
import { pipeText } from '#lib/instruments/texts/textPiping.ts';
import { elementFacets } from './elementFacets.ts';
import type { ComparedPart, Facet } from './facet.ts';

interface Place {
	readonly page: string;
	/** Of the page and of the panels that it stands in. */
	readonly conditions: readonly Expression[];
}

/** The questionnaire's questions, and the texts that stand over them, in order. */
export function comparedParts(instrument: Instrument): ComparedPart[] {
	return instrument.pages.flatMap((page) => pageParts(instrument, page));
}

function pageParts(instrument: Instrument, page: InstrumentPage): ComparedPart[] {
	const place = { page: page.name, conditions: page.visibleIf ? [page.visibleIf] : [] };
	const parts = page.elements.flatMap((element) => partsOf(instrument, element, place));
	const covers = codesIn(parts);
	const heading = [page.title, page.description].filter(Boolean).join('. ');
	const texts = heading === '' ? [] : [textPart(instrument, { code: page.name, text: heading, covers })];
	return [
		...texts,
		...parts.map((part) => (part.head === undefined && part.covers.length === 0 ? { ...part, covers } : part))
	];
}

function codesIn(parts: readonly ComparedPart[]): string[] {
	return parts.flatMap(({ code, head }) => (head === undefined ? [] : [code]));
}

function partsOf(instrument: Instrument, element: Element, place: Place): ComparedPart[] {
	if (element.kind === 'expression') return [];
	if (element.kind === 'html') {
		const text = element.html
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ')
			.trim();
		return [textPart(instrument, { code: element.name, text, covers: [] })];
	}
	if (element.kind !== 'panel') return [questionPart(instrument, element, { ...place, head: element.name })];
	const inside = { ...place, conditions: [...place.conditions, ...ownConditions(element)] };
	if (element.layout === 'group') return groupParts(instrument, element, inside);
	const { number = element.name, status } = element.count ?? {};
	const others = element.elements.filter(({ name }) => name !== number && name !== status);
	return [
		questionPart(instrument, element, { ...place, head: number }),
		...others.flatMap((other) => partsOf(instrument, other, inside))
	];
}

function groupParts(instrument: Instrument, panel: PanelElement, inside: Place): ComparedPart[] {
	const parts = panel.elements.flatMap((inner) => partsOf(instrument, inner, inside));
	if (panel.title === panel.name) return parts;
	const text = [panel.title, panel.description].filter(Boolean).join('. ');
	return [textPart(instrument, { code: panel.name, text, covers: codesIn(parts) }), ...parts];
}

function textPart(
	{ parameters }: Instrument,
	{ code, text, covers }: { readonly code: string; readonly text: string; readonly covers: readonly string[] }
): ComparedPart {
	const words = pipeText(text, parameters);
	return { code, title: words, covers, facets: [{ key: 'text', kind: 'definition', value: words }] };
}

function questionPart(
	instrument: Instrument,
	element: Question | PanelElement,
	{ page, conditions, head }: Place & { readonly head: string }
): ComparedPart {
	const variable = instrument.variables.find(({ path }) => path[0] === head);
	const asked = [...conditions, ...ownConditions(element)];
	const own: Facet[] = [
		{ key: 'place', kind: 'place', value: page },
		{ key: 'version', kind: 'version', value: String(variable?.itemVersion ?? 1) },
		...(variable?.unit ? [{ key: 'counted', kind: 'unit' as const, value: variable.unit }] : []),
		...(asked.length > 0 ? [conditionFacet(instrument, asked)] : [])
	];
	const words = elementFacets(element).map((facet) => ({
		...facet,
		value: pipeText(facet.value, instrument.parameters)
	}));
	return {
		code: codeOf(element.name, element.item),
		title: pipeText(element.title, instrument.parameters),
		head,
		covers: [],
		facets: [...words, ...own]
	};
}

function ownConditions({ visibleIf, enableIf }: Element): Expression[] {
	return [visibleIf, enableIf].filter((condition) => condition !== undefined);
}

// They are others each year, and the questions are the same.
const yearly = new Set(['kommun', 'ar', 'lasar', 'periodstart', 'periodslut']);

/** Who is asked: the conditions, with the limits that they name. */
function conditionFacet({ parameters }: Instrument, conditions: readonly Expression[]): Facet {
	const limits = [...new Set(conditions.flatMap((condition) => [...conditionsIn(condition).names]))]
		.filter((name) => Object.hasOwn(parameters, name) && !yearly.has(name))
		.map((name) => [name, parameters[name]]);
	return { key: 'base', kind: 'base', value: JSON.stringify([conditions, limits]) };
}
