import { ExpressionRunner } from 'survey-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { todayParameter } from '#lib/instruments/askedInstrument.ts';
import { compileExpression, ExpressionFault } from '#lib/instruments/expressions/compileExpression.ts';
import { evaluate } from '#lib/instruments/expressions/evaluate.ts';
import { dayCases } from '../../support/publicCases/dayCases.ts';
import { functionCases } from '../../support/publicCases/functionCases.ts';
import { membershipCases } from '../../support/publicCases/membershipCases.ts';
import { operatorCases } from '../../support/publicCases/operatorCases.ts';

beforeAll(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00') });
});
afterAll(() => {
	vi.useRealTimers();
});

/** A moment is text here; survey-core makes an object of it, in the machine's own time. */
function asText(value: unknown): unknown {
	if (!(value instanceof Date)) return value ?? null;
	const two = (number: number) => String(number).padStart(2, '0');
	const day = [value.getFullYear(), two(value.getMonth() + 1), two(value.getDate())].join('-');
	const time = [value.getHours(), value.getMinutes(), value.getSeconds()].map(two).join(':');
	return time === '00:00:00' ? day : `${day}T${time}`;
}

const groups = { ...operatorCases, ...membershipCases, ...functionCases, ...dayCases };

describe.each(Object.entries(groups))('Of survey-core’s public cases, %s', (...[, cases]) => {
	const tried = cases.flatMap(([expression, ...each]) =>
		each.map(([values, result]) => [expression, values, result] as const)
	);
	test.each(tried)('%s with %j is %j', (expression, values, result) => {
		const scope = { ...values, [todayParameter]: '2026-11-22' };
		const ours = evaluate(compileExpression(expression), scope);
		const theirs: unknown = new ExpressionRunner(expression).runValues(structuredClone(values));
		expect({ ours: asText(ours), theirs: asText(theirs) }).toEqual({ ours: result, theirs: result });
	});
});

test.each(['2 @ 2', '00101 @@ 0101', '{a} ++', 'tooday()'])('%s is no expression', (expression) => {
	expect(() => compileExpression(expression)).toThrow(ExpressionFault);
});

test('only the names of codes are read as paths: {a.b} is b in a, never a question named “a.b”', () => {
	// survey-core tries both. A code of ours has no full stop, so nothing is lost, and no answer can be mistaken for another.
	const values = { 'a.b.c.d': 1 };
	const theirs: unknown = new ExpressionRunner('{a.b.c.d} = 1').runValues(values);
	expect([evaluate(compileExpression('{a.b.c.d} = 1'), values), theirs]).toEqual([false, true]);
});
