import type { Expression } from './expression.ts';

/** What the conditions in a part of a questionnaire ask for. */
export interface Conditions {
	readonly areAny: boolean;
	/** The first names of their paths: questions, calculated values, and `row` or `panel`. */
	readonly names: ReadonlySet<string>;
}

const known = new WeakMap<object, Conditions>();

/** Found once for each part: a part without conditions is the same whatever is answered. */
export function conditionsIn(part: object): Conditions {
	const before = known.get(part);
	if (before) return before;
	const names = new Set<string>();
	let areAny = false;
	const search = (inner: unknown): void => {
		if (typeof inner !== 'object' || inner === null) return;
		if (isExpression(inner)) areAny = true;
		if (isExpression(inner) && inner.kind === 'variable') names.add(inner.path.split(/[.[]/, 1)[0] ?? '');
		Object.values(inner).forEach(search);
	};
	search(part);
	const found = { areAny, names };
	known.set(part, found);
	return found;
}

// No element and no validator is of these kinds.
const expressionKinds: ReadonlySet<unknown> = new Set<Expression['kind']>([
	'constant',
	'variable',
	'array',
	'unary',
	'binary',
	'call'
]);

function isExpression(part: object): part is Expression {
	return 'kind' in part && expressionKinds.has(part.kind);
}
