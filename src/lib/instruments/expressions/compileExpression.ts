import {
	ArrayOperand,
	BinaryOperand,
	ConditionsParser,
	Const,
	FunctionOperand,
	type Operand,
	UnaryOperand,
	Variable
} from 'survey-core';
import { expressionFunctionNames } from './expressionFunctions.ts';
import type { Expression } from './expression.ts';

const maximumLength = 2000;
const maximumDepth = 40;

/** An expression that cannot be compiled; the message is Swedish and meant for the author of the questionnaire. */
export class ExpressionFault extends Error {}

/** SurveyJS's expression language → our own tree. The only place that calls survey-core. @throws {ExpressionFault} */
export function compileExpression(text: string): Expression {
	if (text.length > maximumLength) {
		throw new ExpressionFault(`Villkoret är längre än ${String(maximumLength)} tecken`);
	}
	const parser = new ConditionsParser();
	// The typings promise an Operand; for text that cannot be read the parser gives undefined.
	const operand = parser.parseExpression(text) as Operand | null | undefined;
	if (!operand) throw new ExpressionFault(`Villkoret går inte att tolka: ${text}`);
	return convert(operand, 0);
}

function convert(operand: Operand | null | undefined, depth: number): Expression {
	if (depth > maximumDepth) throw new ExpressionFault('Villkoret är nästlat för djupt');
	// A null operand is the literal `null` or `undefined`.
	if (!operand) return { kind: 'constant', value: null };
	if (operand instanceof Variable) return convertVariable(operand);
	if (operand instanceof Const) return { kind: 'constant', value: operand.correctValue as unknown };
	if (operand instanceof ArrayOperand) return { kind: 'array', items: convertAll(operand.values, depth) };
	if (operand instanceof UnaryOperand) {
		return { kind: 'unary', operator: operand.operator, operand: convert(operand.expression, depth + 1) };
	}
	if (operand instanceof BinaryOperand) {
		return {
			kind: 'binary',
			operator: operand.operator,
			left: convert(operand.leftOperand as Operand, depth + 1),
			right: convert(operand.rightOperand as Operand, depth + 1)
		};
	}
	if (operand instanceof FunctionOperand) return convertCall(operand, depth);
	throw new ExpressionFault(`Villkoret innehåller något okänt: ${operand.toString()}`);
}

function convertAll(operands: readonly Operand[], depth: number): Expression[] {
	return operands.map((operand) => convert(operand, depth + 1));
}

function convertVariable(variable: Variable): Expression {
	const object = writtenObject(variable.variable);
	if (object !== undefined) return { kind: 'constant', value: object };
	const asIs = variable.toString().startsWith('{#');
	return asIs
		? { kind: 'variable', path: variable.variable, asIs: true }
		: { kind: 'variable', path: variable.variable };
}

/** `{"a": 1}` is an object and no name, as in SurveyJS; no code of a questionnaire has a colon. */
function writtenObject(name: string): unknown {
	if (name.indexOf(':') < 1) return undefined;
	try {
		return JSON.parse(`{${name}}`) as unknown;
	} catch {
		return undefined;
	}
}

function convertCall(call: FunctionOperand, depth: number): Expression {
	if (!expressionFunctionNames.has(call.functionName)) {
		throw new ExpressionFault(`Funktionen ${call.functionName} stöds inte`);
	}
	if (call.functionName.endsWith('InArray')) return convertTableCall(call, depth);
	return { kind: 'call', name: call.functionName, arguments: convertAll(call.paramValues, depth) };
}

/** `sumInArray({table}, 'column')`, then perhaps the column that is the answer, then perhaps which rows count. */
function convertTableCall(call: FunctionOperand, depth: number): Expression {
	const [table, column, ...rest] = call.paramValues;
	if (!table || !column || rest.length > 2) {
		throw new ExpressionFault(`${call.functionName} behöver en tabell och kolumnens namn`);
	}
	const named = [table, column];
	const [third] = rest;
	const text = third instanceof Const ? (third.correctValue as unknown) : undefined;
	if (third && typeof text === 'string' && !/[{}><=!]/.test(text)) named.push(...rest.splice(0, 1));
	const rowsIf = rest[0] && rowCondition(rest[0], depth);
	const base = { kind: 'call' as const, name: call.functionName, arguments: convertAll(named, depth) };
	return rowsIf ? { ...base, rowsIf } : base;
}

/** A condition may also be written as a text. */
function rowCondition(operand: Operand, depth: number): Expression {
	const text = operand instanceof Const ? (operand.correctValue as unknown) : undefined;
	return typeof text === 'string' ? compileExpression(text) : convert(operand, depth + 1);
}

/** Every path an expression names, but not those of a table's rows, in order of appearance. */
export function variablePaths(expression: Expression): string[] {
	switch (expression.kind) {
		case 'constant':
			return [];
		case 'variable':
			return [expression.path];
		case 'array':
			return expression.items.flatMap(variablePaths);
		case 'unary':
			return variablePaths(expression.operand);
		case 'binary':
			return [...variablePaths(expression.left), ...variablePaths(expression.right)];
		case 'call':
			return expression.arguments.flatMap(variablePaths);
	}
}
