import { isRecord } from './record.ts';
import type { Element, Question, RepeatedElement } from './element.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import { innerScope, knownValue, type Scope } from '#lib/instruments/expressions/scope.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** What is answered, known and visible among some elements: those of the questionnaire, of a row, or of one entry. */
export interface ElementState {
	readonly answers: Entry;
	readonly scope: Scope;
	/** Names of the visible elements of every kind. */
	readonly visible: ReadonlySet<string>;
	/** Names of what a condition has closed, with all that stands in it. */
	readonly closed: ReadonlySet<string>;
}

/** Whether an answer to it counts: what is hidden or closed may not be answered. */
export function isOpen({ visible, closed }: Pick<ElementState, 'visible' | 'closed'>, name: string): boolean {
	return visible.has(name) && !closed.has(name);
}

export function isRepeated(question: Element | Question): question is RepeatedElement {
	return question.kind === 'matrixdynamic' || question.kind === 'paneldynamic';
}

/** The entries that are on the page: the answered ones, the least number filled up, or those that it begins with. */
export function entriesOf(question: RepeatedElement, value: unknown): readonly Entry[] {
	const answered = Array.isArray(value) ? value.map((entry) => (isRecord(entry) ? entry : {})) : undefined;
	const atLeast = answered ? question.minimum : Math.max(question.initial, question.minimum);
	const missing = Math.max(0, atLeast - (answered?.length ?? 0));
	return [...(answered ?? []), ...Array.from({ length: missing }, () => ({}))];
}

/** What conditions inside an entry may name besides the questionnaire's own questions. */
export function entryScope(question: RepeatedElement, place: EntryPlace, outer: Scope): Scope {
	const { entries, index } = place;
	const own = { ...blankEntry(question.elements), ...entries[index] };
	if (question.kind === 'matrixdynamic') {
		const beside = { prevRow: entries[index - 1] ?? {}, nextRow: entries[index + 1] ?? {} };
		return innerScope(outer, { ...beside, row: own, rowIndex: index + 1, visibleRowIndex: index + 1 });
	}
	const beside = { prevPanel: entries[index - 1] ?? {}, nextPanel: entries[index + 1] ?? {} };
	const outerPanel = knownValue(outer, 'panel');
	const around = isRecord(outerPanel) && { parentPanel: outerPanel };
	return innerScope(outer, {
		...around,
		...beside,
		panel: own,
		panelIndex: index,
		visiblePanelIndex: index
	});
}

export interface EntryPlace {
	readonly entries: readonly Entry[];
	readonly index: number;
}

/** Names that `entryScope` gives, beside `row` and `panel` themselves. */
export const entryNames: Readonly<Record<RepeatedElement['kind'], readonly string[]>> = {
	matrixdynamic: ['row', 'prevRow', 'nextRow', 'rowIndex', 'visibleRowIndex'],
	paneldynamic: ['panel', 'prevPanel', 'nextPanel', 'parentPanel', 'panelIndex', 'visiblePanelIndex']
};

/** One entry, with the values that are worked out in it when the scope knows them. */
export function entryState(
	question: RepeatedElement,
	{ entries, index }: EntryPlace,
	outer: Scope
): ElementState {
	const scope = entryScope(question, { entries: knownEntries(question, entries, outer), index }, outer);
	const shown: Shown = { visible: new Set(), closed: new Set() };
	addShown(question.elements, scope, shown);
	return { answers: entries[index] ?? {}, scope, ...shown };
}

/** The scope's own copy of the entries has the worked-out values in it; that of an inner question is the entries themselves. */
function knownEntries(question: RepeatedElement, entries: readonly Entry[], outer: Scope): readonly Entry[] {
	const known = knownValue(outer, question.name);
	return Array.isArray(known) && known.length === entries.length ? (known as Entry[]) : entries;
}

const blanks = new WeakMap<readonly Element[], Readonly<Record<string, undefined>>>();

/** Every name of an entry without an answer, so that `{panel.x}` is known before anything is answered. */
function blankEntry(elements: readonly Element[]): Readonly<Record<string, undefined>> {
	const known = blanks.get(elements);
	if (known) return known;
	const blank = Object.fromEntries(namesIn(elements).map((name) => [name, undefined]));
	blanks.set(elements, blank);
	return blank;
}

function namesIn(elements: readonly Element[]): string[] {
	return elements.flatMap((element) =>
		element.kind === 'panel' ? namesIn(element.elements) : [element.name]
	);
}

interface Shown {
	readonly visible: Set<string>;
	readonly closed: Set<string>;
}

/** Adds the visible and the closed elements; a panel is visible when something in it is. */
export function addShown(elements: readonly Element[], scope: Scope, shown: Shown): boolean {
	let hasVisible = false;
	for (const element of elements) {
		if (!holds(element.visibleIf, scope)) continue;
		if (element.kind === 'panel' && !addShown(element.elements, scope, shown)) continue;
		shown.visible.add(element.name);
		if (!holds(element.enableIf, scope)) close(element, shown.closed);
		hasVisible = true;
	}
	return hasVisible;
}

function close(element: Element, closed: Set<string>): void {
	closed.add(element.name);
	if (element.kind !== 'panel') return;
	for (const inner of element.elements) close(inner, closed);
}
