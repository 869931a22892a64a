import { compileCommon, type ItemContext, type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import { compileChoices, compileRanking } from './compileChoices.ts';
import { commentOf } from './compileComment.ts';
import { compileExpressionElement } from './compileDerived.ts';
import { compileComment, compileMultipleText, compileSlider, compileTextInput } from './compileInput.ts';
import { compileMatrix, compileMatrixDropdown, compileMatrixDynamic } from './compileMatrix.ts';
import { compileRepeated } from './compileRepeated.ts';
import { compileBoolean, compileRating } from './compileScale.ts';
import type { Element, HtmlElement, PanelElement, RepeatedElement } from '#lib/instruments/element.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { isPersonCount, type JsonPlace } from './questionnaireReader.ts';
import { sanitizeHtml } from './sanitizeHtml.ts';

export const maximumDepth = 10;
export const maximumElements = 2000;

/** An element and everything in it, with the text beside it; nothing when it cannot be compiled (the faults say why). */
export function compileElement(place: JsonPlace, context: ItemContext): Element[] {
	place.notes.size.elements += 1;
	if (place.notes.size.elements > maximumElements) return [];
	const type = place.value('type');
	const own = compileCommon(place, context);
	if (!own) return [];
	const compile = typeof type === 'string' ? compilers.get(type) : undefined;
	if (compile) return [compile(place, own), commentOf(place, own)].filter((element) => element !== undefined);
	place.fault('type', `Frågetypen ${typeof type === 'string' ? type : '(saknas)'} stöds inte`);
	return [];
}

type ElementCompiler = (place: JsonPlace, own: OwnContext) => Element | undefined;

const compilers: ReadonlyMap<string, ElementCompiler> = new Map<string, ElementCompiler>([
	['panel', compilePanel],
	['html', compileHtml],
	['text', (place, own) => ({ ...own.base, ...compileTextInput(place) })],
	['comment', (place, own) => ({ ...own.base, ...compileComment(place) })],
	['radiogroup', (place, own) => ({ ...own.base, ...compileChoices(place, 'radiogroup') })],
	['dropdown', (place, own) => ({ ...own.base, ...compileChoices(place, 'dropdown') })],
	['checkbox', (place, own) => ({ ...own.base, ...compileChoices(place, 'checkbox') })],
	['tagbox', (place, own) => ({ ...own.base, ...compileChoices(place, 'tagbox') })],
	['boolean', compileBoolean],
	['rating', compileRating],
	['ranking', compileRanking],
	['slider', compileSlider],
	['multipletext', compileMultipleText],
	['expression', compileExpressionElement],
	['matrix', compileMatrix],
	['matrixdropdown', compileMatrixDropdown],
	['matrixdynamic', compileMatrixDynamic],
	['paneldynamic', compilePanelDynamic]
]);

function compilePanel(place: JsonPlace, own: OwnContext): PanelElement | undefined {
	place.onlyKnows(propertiesOf('panel'));
	if (own.depth >= maximumDepth) {
		place.fault('', `Djupare än ${String(maximumDepth)} nivåer`);
		return undefined;
	}
	const inner = { ...own, depth: own.depth + 1 };
	const elements = place.places('elements').flatMap((child) => compileElement(child, inner));
	if (own.meta.kind !== 'count' || own.meta.declaredBy !== own.base.name) {
		return { ...own.base, kind: 'panel', layout: 'group', elements };
	}
	const count = countParts(place, elements);
	if (!count) return undefined;
	const zero = isPersonCount(own.meta) && { countsPersons: true as const };
	return { ...own.base, kind: 'panel', layout: 'count', count: { ...count, ...zero }, elements };
}

/** A count is a number, a status and perhaps a basis, found by the ends of their names. */
function countParts(place: JsonPlace, elements: readonly Element[]): PanelElement['count'] {
	const part = (end: string) => elements.find((element) => element.name.endsWith(end));
	const [number, status, basis] = [part('_antal'), part('_status'), part('_underlag')];
	if (!number || !isNumberField(number)) {
		place.fault('elements', 'Ett antal behöver en talfråga vars namn slutar på _antal');
		return undefined;
	}
	if (!status || !isSingleChoice(status)) {
		place.fault('elements', 'Ett antal behöver en envalsfråga vars namn slutar på _status');
		return undefined;
	}
	if (number.isRequired || status.isRequired) {
		place.fault('elements', 'Sätt isRequired på panelen: antalet och statusen utesluter varandra');
	}
	return { number: number.name, status: status.name, ...(basis && { basis: basis.name }) };
}

function isNumberField(element: Element): boolean {
	return element.kind === 'text' && element.inputType === 'number';
}

function isSingleChoice(element: Element): boolean {
	return element.kind === 'radiogroup' || element.kind === 'dropdown';
}

function compilePanelDynamic(place: JsonPlace, own: OwnContext): RepeatedElement | undefined {
	if (own.depth >= maximumDepth) {
		place.fault('', `Djupare än ${String(maximumDepth)} nivåer`);
		return undefined;
	}
	const context = { meta: own.meta, depth: own.depth + 1 };
	return compileRepeated(place, own, {
		kind: 'paneldynamic',
		compileElements: (inner) =>
			inner.places('templateElements').flatMap((child) => compileElement(child, context))
	});
}

/** Read as it stands: what is shown is what is left after cleaning, in each language. */
function swedishOf(written: unknown): string {
	const text = isRecord(written) ? (written['sv'] ?? written['default']) : written;
	return typeof text === 'string' ? text : '';
}

function compileHtml(place: JsonPlace, own: OwnContext): HtmlElement | undefined {
	place.onlyKnows(propertiesOf('html'));
	const sanitized = sanitizeHtml(swedishOf(place.value('html')));
	if (!sanitized.ok) {
		place.fault('html', sanitized.message);
		return undefined;
	}
	const written = place.value('html');
	const writtenEnglish = isRecord(written) ? written['en'] : undefined;
	const english = typeof writtenEnglish === 'string' ? sanitizeHtml(writtenEnglish) : undefined;
	if (english && !english.ok) place.fault('html', english.message);
	if (english?.ok && english.html !== '') place.translate('html', { sv: sanitized.html, en: english.html });
	return { ...own.base, kind: 'html', html: sanitized.html };
}
