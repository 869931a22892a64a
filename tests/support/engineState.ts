import type { Element } from '#lib/instruments/element.ts';
import { type ElementState, entriesOf, entryState } from '#lib/instruments/entries.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { isRequiredNow, resolveState } from '#lib/instruments/answers/visibility.ts';
import type { OracleState } from './surveyOracle.ts';

export function elementsIn(elements: readonly Element[]): Element[] {
	return elements.flatMap((element) =>
		element.kind === 'panel' ? [element, ...elementsIn(element.elements)] : [element]
	);
}

interface Around {
	readonly state: ElementState;
	readonly field: string;
	readonly isEnabled: boolean;
}

interface PlacedElement {
	readonly element: Element;
	readonly field: string;
	readonly scope: Scope;
	readonly isEnabled: boolean;
}

/** The visible elements with those of their entries, named by where they stand: `R.0.x`. */
function placedElements(elements: readonly Element[], around: Around): PlacedElement[] {
	const { state, isEnabled } = around;
	return (
		elementsIn(elements)
			// survey-core has no question of its own for the text beside an answer.
			.filter(({ name }) => state.visible.has(name) && !name.endsWith('-Comment'))
			.flatMap((element) => {
				const field = around.field + element.name;
				const own = {
					element,
					field,
					scope: state.scope,
					isEnabled: isEnabled && !state.closed.has(element.name)
				};
				if (element.kind !== 'matrixdynamic' && element.kind !== 'paneldynamic') return [own];
				const entries = entriesOf(element, state.answers[element.name]);
				const inner = entries.flatMap((_, index) =>
					placedElements(element.elements, {
						state: entryState(element, { entries, index }, state.scope),
						field: `${field}.${index}.`,
						isEnabled: isEnabled && !state.closed.has(element.name)
					})
				);
				return [own, ...inner];
			})
	);
}

/** What the engine makes of the answers, in the oracle's words. */
export function ourState(instrument: Instrument, answers: Record<string, unknown>): OracleState {
	const state = resolveState(instrument, answers);
	const elements = instrument.pages.flatMap((page) => page.elements);
	const placed = placedElements(elements, { state, field: '', isEnabled: true });
	const questions = placed.filter(({ element }) => element.kind !== 'panel' && element.kind !== 'html');
	return {
		// Panels inside entries have no name of their own in survey-core.
		visible: placed
			.filter(({ element, field }) => element.kind !== 'panel' || !field.includes('.'))
			.map(({ field }) => field)
			.sort(),
		required: questions
			.filter(({ element, scope }) => isRequiredNow(element, scope))
			.map(({ field }) => field)
			.sort(),
		enabled: questions
			.filter(({ isEnabled }) => isEnabled)
			.map(({ field }) => field)
			.sort()
	};
}
