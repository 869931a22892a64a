import {
	expressionValue,
	isEmptyValue,
	plusAnything,
	roundedLikeFactors,
	roundedLikeTerms,
	searchText,
	valuesEqual
} from './comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { todayParameter } from '#lib/instruments/askedInstrument.ts';
import { callExpressionFunction } from './expressionFunctions.ts';
import type { Expression } from './expression.ts';
import { pathReader } from './paths.ts';
import { innerScope, knownValue, type Scope } from './scope.ts';

type Evaluation = (scope: Scope) => unknown;

const prepared = new WeakMap<Expression, Evaluation>();

/** The value of an expression with the meaning SurveyJS gives it (survey-core 3.1, class OperandMaker). */
export function evaluate(expression: Expression, scope: Scope): unknown {
	const known = prepared.get(expression);
	if (known) return known(scope);
	const evaluation = prepare(expression);
	prepared.set(expression, evaluation);
	return evaluation(scope);
}

/** What does not depend on the answers is worked out once: operators are found and paths are parsed. */
function prepare(expression: Expression): Evaluation {
	switch (expression.kind) {
		case 'constant':
			return () => expression.value;
		case 'variable': {
			const read = pathReader(expression.path);
			return expression.asIs ? read : (scope) => expressionValue(read(scope));
		}
		case 'array': {
			const items = expression.items.map(prepare);
			return (scope) => items.map((item) => item(scope));
		}
		case 'unary': {
			const operand = prepare(expression.operand);
			return (scope) => evaluateUnary(expression.operator, operand(scope));
		}
		case 'binary': {
			const operator = binaryOperators.get(expression.operator) ?? (() => null);
			const [left, right] = [prepare(expression.left), prepare(expression.right)];
			return (scope) => operator(left(scope), right(scope));
		}
		case 'call':
			return prepareCall(expression);
	}
}

function prepareCall(call: Extract<Expression, { kind: 'call' }>): Evaluation {
	const operands = call.arguments.map(prepare);
	return (scope) => {
		const values = operands.map((operand) => operand(scope));
		if (call.rowsIf) values[0] = rowsThat(call.rowsIf, values[0], scope);
		return callExpressionFunction(call.name, values, knownValue(scope, todayParameter));
	};
}

function rowsThat(condition: Expression, table: unknown, scope: Scope): unknown[] {
	const rows: readonly unknown[] = Array.isArray(table) ? table : isRecord(table) ? Object.values(table) : [];
	return rows.filter((row) => isRecord(row) && holds(condition, innerScope(scope, row)));
}

/** True when there is no condition, or when it holds as SurveyJS sees it: 1 and '1' count as true, other text does not. */
export function holds(condition: Expression | undefined, scope: Scope): boolean {
	if (!condition) return true;
	const result = evaluate(condition, scope);
	if (typeof result === 'boolean') return result;
	if (typeof result === 'number' || typeof result === 'string') return Number(result) === 1;
	return Array.isArray(result) && Number(result.join(',')) === 1;
}

function evaluateUnary(operator: string, value: unknown): unknown {
	if (operator === 'empty') return isEmptyValue(value);
	if (operator === 'notempty') return !isEmptyValue(value);
	return !value;
}

type BinaryOperator = (left: unknown, right: unknown) => unknown;

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map(
	Object.entries<BinaryOperator>({
		and: arithmetic((left, right) => left && right),
		or: arithmetic((left, right) => (isTruthy(left) ? left : right)),
		plus: arithmetic(plus),
		minus: arithmetic((left, right) => roundedLikeTerms(Number(left) - Number(right), left, right)),
		mul: arithmetic((left, right) => roundedLikeFactors(Number(left) * Number(right), left, right)),
		div: arithmetic((left, right) => (right ? Number(left) / Number(right) : null)),
		mod: arithmetic((left, right) => (right ? Number(left) % Number(right) : null)),
		power: arithmetic((left, right) => Number(left) ** Number(right)),
		equal: (left, right) => areEqual(left, right),
		notequal: (left, right) => !areEqual(left, right),
		greater: (left, right) => isOrdered(left, right, (a, b) => a > b),
		less: (left, right) => isOrdered(left, right, (a, b) => a < b),
		greaterorequal: (left, right) => areEqual(left, right) || isOrdered(left, right, (a, b) => a > b),
		lessorequal: (left, right) => areEqual(left, right) || isOrdered(left, right, (a, b) => a < b),
		contains: (left, right) => contains(left, right, true),
		notcontains: (left, right) => (!left && !isEmptyValue(right) ? true : contains(left, right, false)),
		anyof: (left, right) => isAnyOf(left, right),
		noneof: (left, right) => !isAnyOf(left, right),
		allof: (left, right) => isAllOf(left, right)
	})
);

/** 0, false and '' let the other side decide, as with the language's own or. */
function isTruthy(value: unknown): boolean {
	return Boolean(value);
}

/** An unanswered operand counts as nothing of the other operand's kind: 0 beside a number, '' beside a text. */
function arithmetic(operator: BinaryOperator): BinaryOperator {
	return (left, right) => {
		const filledLeft = fillIn(left, right);
		return operator(filledLeft, fillIn(right, filledLeft));
	};
}

function fillIn(value: unknown, other: unknown): unknown {
	if (!isEmptyValue(value)) return value;
	if (typeof other === 'number') return 0;
	if (typeof value === 'string') return value;
	if (typeof other === 'string') return '';
	return Array.isArray(other) ? [] : 0;
}

function plus(left: unknown, right: unknown): unknown {
	if (Array.isArray(left) && Array.isArray(right)) return [...(left as unknown[]), ...(right as unknown[])];
	if (Array.isArray(left)) return plusList(left, right, false);
	if (Array.isArray(right)) return plusList(right, left, true);
	return plusAnything(left, right);
}

function plusList(list: readonly unknown[], other: unknown, isLast: boolean): unknown {
	if (typeof other === 'number') {
		const numbers = list.filter((item) => typeof item === 'number');
		return numbers.reduce((total, item) => roundedLikeTerms(total + item, total, item), other);
	}
	const text = typeof other === 'string' ? list.join(', ') : list.join(',');
	return isLast ? `${String(other)}${text}` : `${text}${String(other)}`;
}

/** SurveyJS lets the text 'undefined' stand for no answer. */
function areEqual(left: unknown, right: unknown): boolean {
	return valuesEqual(orNothing(left), orNothing(right), true);
}

function orNothing(value: unknown): unknown {
	return value === 'undefined' ? undefined : value;
}

function isOrdered(left: unknown, right: unknown, order: (a: number, b: number) => boolean): boolean {
	if (left === null || left === undefined || right === null || right === undefined) return false;
	// The language's own order: numbers by size, texts by letters, a text beside a number as a number.
	return order(left as number, right as number);
}

function contains(left: unknown, right: unknown, wanted: boolean): boolean {
	if (Array.isArray(left)) return listContains(left, right) ? wanted : !wanted;
	const hasText = Boolean(left) || left === 0 || left === false;
	if (!hasText || !right) return false;
	return searchText(left).includes(searchText(right)) ? wanted : !wanted;
}

function listContains(list: readonly unknown[], right: unknown): boolean {
	if (list.length === 0) return false;
	const sought: readonly unknown[] = Array.isArray(right) ? right : [right];
	return sought.every((item) => list.some((own) => areEqual(own, item)));
}

function isAnyOf(left: unknown, right: unknown): boolean {
	if (isEmptyValue(left)) return isEmptyValue(right);
	if (isEmptyValue(right)) return true;
	if (!Array.isArray(left)) return contains(right, left, true);
	if (!Array.isArray(right)) return contains(left, right, true);
	return right.some((item) => contains(left, item, true));
}

function isAllOf(left: unknown, right: unknown): boolean {
	if (!left && !isEmptyValue(right)) return false;
	if (!Array.isArray(right)) return contains(left, right, true);
	return right.every((item) => contains(left, item, true));
}
