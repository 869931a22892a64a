import fc from 'fast-check';
import { ExpressionRunner } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { compileExpression, ExpressionFault } from '#lib/instruments/expressions/compileExpression.ts';
import { evaluate } from '#lib/instruments/expressions/evaluate.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';

// `npm test` tries the same expressions each time; `npm run oracle` others.
const sampled = process.env['ORACLE_RUNS'] === undefined ? { seed: 20_261_122 } : {};

const answer = fc.oneof(
	fc.constantFrom(
		undefined,
		null,
		'',
		'a',
		' A ',
		'ab',
		'true',
		'False',
		'12',
		'012',
		'0',
		'0.5',
		'1,5',
		' ',
		"'x'"
	),
	fc.constantFrom(0, 1, 12, -3, 1.5, 0.1, 0.2, true, false),
	fc.constantFrom<unknown>([], ['a'], ['b', 'a'], [1, 2], ['1', 2], [1.5], { x: 1, y: 'a' }, { x: '', y: [] })
);

const variable = fc.constantFrom('{a}', '{b}', '{c}', '{#a}');

const operand = fc.constantFrom(
	'{a}',
	'{b}',
	'{c}',
	'{#a}',
	"'a'",
	"'12'",
	'12',
	'0',
	'1.5',
	'true',
	'false',
	"['a', 'b']",
	"[1, '2']",
	'null',
	"''"
);

const binary = fc.constantFrom(
	'=',
	'<>',
	'<',
	'>',
	'<=',
	'>=',
	'contains',
	'notcontains',
	'anyof',
	'allof',
	'noneof',
	'and',
	'or',
	'+',
	'-',
	'*',
	'/',
	'%',
	'^'
);

const call = fc.constantFrom('iif', 'sum', 'min', 'max', 'count', 'avg');

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
	expression: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		operand,
		fc
			.tuple(tie('expression'), binary, tie('expression'))
			.map(([left, sign, right]) => `(${left} ${sign} ${right})`),
		operand.map((inner) => `(${inner} empty)`),
		operand.map((inner) => `(${inner} notempty)`),
		variable.map((inner) => `!${inner}`),
		fc
			.tuple(call, fc.array(tie('expression'), { minLength: 2, maxLength: 3 }))
			.map(([name, values]) => `${name}(${values.join(', ')})`)
	)
}));

/** null, undefined and an invalid number are all nothing; an unset sum of objects is not compared (see below). */
function comparable(value: unknown): unknown {
	if (value === undefined || value === null || Number.isNaN(value)) return null;
	// Minus nought is nought: nothing in an answer or a condition can tell them apart.
	if (value === 0) return 0;
	return Array.isArray(value) ? value.map(comparable) : value;
}

/** The grammar has no place for some of what is generated here; such text is refused at compilation. */
function readable(text: string): Expression | undefined {
	try {
		return compileExpression(text);
	} catch (fault) {
		if (fault instanceof ExpressionFault) return undefined;
		throw fault;
	}
}

const broken = Symbol('survey-core throws');

/** survey-core throws on `null empty` and on sums of an object with a text; we give a value there. */
function valueInSurveyCore(text: string, values: Record<string, unknown>): unknown {
	try {
		return new ExpressionRunner(text).runValues(values);
	} catch {
		return broken;
	}
}

describe('An expression', () => {
	it('has the value that survey-core gives it', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(expression, answer, answer, (text, a, b) => {
				const values = { a, b };
				const ours = readable(text);
				fc.pre(ours !== undefined);
				const theirs = valueInSurveyCore(text, structuredClone(values));
				fc.pre(theirs !== broken);
				expect(comparable(evaluate(ours, values))).toEqual(comparable(theirs));
			}),
			{ numRuns: 3000, ...sampled }
		);
	});
});
