import { evaluate } from '#lib/instruments/expressions/evaluate.ts';
import { variablePaths } from '#lib/instruments/expressions/compileExpression.ts';
import { claimName, type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import type { ExpressionElement } from '#lib/instruments/element.ts';
import type { Calculation } from '#lib/instruments/instrument.ts';
import { isUsableCode, type JsonPlace } from './questionnaireReader.ts';

const displayStyles = ['none', 'decimal', 'currency', 'percent', 'date'] as const;

/** SurveyJS's `expression`: shows a value that is worked out from the answers. */
export function compileExpressionElement(place: JsonPlace, own: OwnContext): ExpressionElement {
	place.onlyKnows(propertiesOf('expression'));
	const expression = place.expression('expression');
	if (!expression) place.fault('expression', 'Uttrycket saknas');
	const precision = place.wholeNumber('precision', 0);
	if (expression) {
		place.notes.calculations.push({
			name: own.base.name,
			expression,
			...(precision !== undefined && { precision })
		});
	}
	const format = place.text('format');
	return { ...own.base, kind: 'expression', ...(format && { format }), display: readDisplay(place) };
}

function readDisplay(place: JsonPlace): ExpressionElement['display'] {
	const declared = place.value('displayStyle') ?? 'none';
	const style = displayStyles.find((known) => known === declared);
	if (!style) place.fault('displayStyle', `Ska vara något av ${displayStyles.join(', ')}`);
	const currency = place.text('currency');
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
		place.fault('currency', 'Ska vara tre bokstäver');
	const [least, most] = [digits(place, 'minimumFractionDigits'), digits(place, 'maximumFractionDigits')];
	return {
		style: style ?? 'none',
		...(currency && { currency }),
		...(least !== undefined && { minimumDigits: least }),
		...(most !== undefined && { maximumDigits: Math.max(most, least ?? 0) })
	};
}

/** SurveyJS writes -1 for “not set”. */
function digits(place: JsonPlace, key: string): number | undefined {
	const value = place.number(key);
	if (value === undefined || value === -1) return undefined;
	if (Number.isInteger(value) && value >= 0 && value <= 20) return value;
	place.fault(key, 'Ska vara ett heltal, 0–20');
	return undefined;
}

/** The questionnaire's `calculatedValues`: a constant becomes a parameter, everything else a calculation. */
export function compileCalculatedValues(root: JsonPlace): Record<string, string | number> {
	const parameters: [string, string | number][] = [];
	for (const place of root.places('calculatedValues')) {
		place.onlyKnows(new Set(['name', 'expression', 'includeIntoResult']));
		const name = place.value('name');
		if (typeof name !== 'string' || !isUsableCode(name)) {
			place.fault('name', 'Namnet får inte användas');
			continue;
		}
		claimName(place, name);
		const expression = place.expression('expression');
		if (!expression) continue;
		const value = variablePaths(expression).length === 0 ? evaluate(expression, {}) : undefined;
		if (typeof value === 'string' || typeof value === 'number') parameters.push([name, value]);
		else root.notes.calculations.push({ name, expression });
	}
	return Object.fromEntries(parameters);
}

/** Calculations in an order where each names only earlier ones; a circle is a fault. */
export function orderedCalculations(root: JsonPlace): Calculation[] {
	const waiting = new Map(
		root.notes.calculations.map((calculation) => [placeOf(calculation), calculation] as const)
	);
	const ordered: Calculation[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting.values()].filter(({ expression, within }) =>
			variablePaths(expression).every((path) => !isWaitedFor(path, within, waiting.keys()))
		);
		if (ready.length === 0) {
			root.fault('', `Beräkningarna ${[...waiting.keys()].join(', ')} väntar på varandra`);
			return [];
		}
		for (const calculation of ready) waiting.delete(placeOf(calculation));
		ordered.push(...ready);
	}
	return ordered;
}

function placeOf({ name, within }: Calculation): string {
	return within === undefined ? name : `${within}.${name}`;
}

/** Whoever names a repeated question waits for all that is worked out in it; inside it, for the value beside. */
function isWaitedFor(path: string, within: string | undefined, waiting: Iterable<string>): boolean {
	const [first = '', second = ''] = path.split(/[.[]/);
	const isBeside = within !== undefined && /^(?:row|panel|prev|next)/.test(first);
	const sought = isBeside ? `${within}.${second}` : first;
	return [...waiting].some((name) => name === sought || name.startsWith(`${sought}.`));
}
