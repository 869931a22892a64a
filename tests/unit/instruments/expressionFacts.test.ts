import { ExpressionRunner } from 'survey-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { todayParameter } from '#lib/instruments/askedInstrument.ts';
import { compileExpression } from '#lib/instruments/expressions/compileExpression.ts';
import { evaluate } from '#lib/instruments/expressions/evaluate.ts';
import { expressionFacts } from '../../support/expressionFacts.ts';

beforeAll(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00') });
});
afterAll(() => {
	vi.useRealTimers();
});

describe.each(Object.entries(expressionFacts))('%s', (...[, facts]) => {
	test.each(facts)('%s with %j is %j, for us and for survey-core', (expression, values, result) => {
		const ours = evaluate(compileExpression(expression), { ...values, [todayParameter]: '2026-11-22' });
		const theirs: unknown = new ExpressionRunner(expression).runValues(structuredClone(values));
		expect({ ours, theirs }).toEqual({ ours: result, theirs: result });
	});
});
