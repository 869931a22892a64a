import type { Element } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';

/** The answers that decide whether each element is shown, its own conditions and those of the panels around it. */
export function questionConditions({ pages }: Instrument): ReadonlyMap<string, readonly string[]> {
	const conditions = new Map<string, readonly string[]>();
	const read = (elements: readonly Element[], around: readonly string[]): void => {
		for (const element of elements) {
			const own = [...around, ...(element.visibleIf ? pathsIn(element.visibleIf) : [])];
			conditions.set(element.name, own);
			if (element.kind === 'panel') read(element.elements, own);
		}
	};
	for (const page of pages) read(page.elements, page.visibleIf ? pathsIn(page.visibleIf) : []);
	return conditions;
}

function pathsIn(expression: Expression): string[] {
	switch (expression.kind) {
		case 'variable':
			return [expression.path];
		case 'array':
			return expression.items.flatMap(pathsIn);
		case 'unary':
			return pathsIn(expression.operand);
		case 'binary':
			return [...pathsIn(expression.left), ...pathsIn(expression.right)];
		case 'call':
			return expression.arguments.flatMap(pathsIn);
		case 'constant':
			return [];
	}
}
