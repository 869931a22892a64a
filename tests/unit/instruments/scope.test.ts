import { describe, expect, it } from 'vitest';
import { compileExpression } from '#lib/instruments/expressions/compileExpression.ts';
import { evaluate } from '#lib/instruments/expressions/evaluate.ts';
import { innerScope, isKnown, knownValue } from '#lib/instruments/expressions/scope.ts';

describe('a scope within another', () => {
	const outer = { antal: 3, row: { antal: 1 }, ort: 'Sjövalla' };
	const inner = innerScope(outer, { row: { antal: 7 }, ort: undefined });

	it('knows the names of both, its own first', () => {
		expect(['antal', 'row', 'ort'].map((name) => knownValue(inner, name))).toEqual([
			3,
			{ antal: 7 },
			undefined
		]);
		expect(evaluate(compileExpression('{row.antal} > {antal}'), inner)).toBe(true);
	});

	it('leaves the outer one as it was', () => {
		expect(outer).toEqual({ antal: 3, row: { antal: 1 }, ort: 'Sjövalla' });
		expect(evaluate(compileExpression('{row.antal} > {antal}'), outer)).toBe(false);
	});

	it('knows a name that has no answer', () => {
		expect([isKnown(inner, 'ort'), isKnown(inner, 'gata')]).toEqual([true, false]);
	});

	it.each(['toString', 'constructor', '__proto__'])('does not know the language’s own %s', (name) => {
		expect([isKnown(inner, name), knownValue(inner, name)]).toEqual([false, undefined]);
	});
});
