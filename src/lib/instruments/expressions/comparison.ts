import { isRecord } from '#lib/instruments/record.ts';

/** How SurveyJS compares values (survey-core 3.1, class Helpers): the rules that conditions in questionnaires are written for. */

/** Nothing, empty text, an empty list, or an object with nothing but empties. 0 and false are answers. */
export function isEmptyValue(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (isRecord(value)) return Object.values(value).every(isEmptyValue);
	return !value && value !== 0 && value !== false;
}

/** The number a text stands for, or NaN. Decimal comma counts; more than 15 digits is a code, not a number. */
export function asNumber(value: unknown): number {
	if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
	return typeof value === 'string' ? textAsNumber(value.trim()) : Number.NaN;
}

function textAsNumber(text: string): number {
	// Most answers are codes, and no number begins with a letter.
	if (!/^[\d.,+-]/.test(text)) return Number.NaN;
	if (text.startsWith('0x')) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16);
	const isCode = text.length > 15 && /^\d+$/.test(text);
	if (text === '' || isCode || isCalculation(text)) return Number.NaN;
	const commas = text.split(',').length - 1;
	const plain = commas === 1 ? text.replace(',', '.') : text;
	return Number.isFinite(Number(plain)) ? Number.parseFloat(plain) : Number.NaN;
}

function isCalculation(text: string): boolean {
	if (text.lastIndexOf('-') > 0 || text.lastIndexOf('+') > 0) return false;
	return /[*^/%]/.test(text);
}

/** What an answer or a constant means in an expression: 'true' is true, '12' is 12, but '012' stays text. */
export function expressionValue(value: unknown): unknown {
	if (typeof value !== 'string' || value === '') return value;
	const lower = value.toLowerCase();
	if (lower === 'true' || lower === 'false') return lower === 'true';
	if (/^(['"])[\s\S]*['"]$/.test(value) && value.length > 1) return value.slice(1, -1);
	const number = asNumber(value);
	if (Number.isNaN(number) || hasLeadingZero(value)) return value;
	return number;
}

function hasLeadingZero(text: string): boolean {
	if (!text.startsWith('0') || text.startsWith('0x') || text.length === 1) return false;
	const decimal = text[1] === '.' || text[1] === ',';
	return !decimal || text.length < 2;
}

export function valuesEqual(left: unknown, right: unknown, ignoreOrder: boolean): boolean {
	if (left === right || bothNothing(left, right)) return true;
	if (typeof left === 'string' && typeof right === 'string') return foldText(left) === foldText(right);
	if (equalAsNumbers(left, right)) return true;
	if (isEmptyValue(left) !== isEmptyValue(right)) return false;
	if (isObject(left)) return isObject(right) && objectsEqual(left, right, ignoreOrder);
	return !isObject(right) && simpleEqual(left, right);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function simpleEqual(left: unknown, right: unknown): boolean {
	if (typeof left === 'boolean' && typeof right === 'string') return String(left) === right.toLowerCase();
	if (typeof right === 'boolean' && typeof left === 'string') return String(right) === left.toLowerCase();
	// SurveyJS compares what is left with ==, so that 1 = '1' and null = undefined.
	return left == right;
}

function bothNothing(left: unknown, right: unknown): boolean {
	return isNothing(left, right) || isNothing(right, left);
}

function isNothing(left: unknown, right: unknown): boolean {
	if (Array.isArray(left) && left.length === 0 && right === undefined) return true;
	return (left === undefined || left === null) && right === '';
}

function foldText(text: string): string {
	return text.trim().toLowerCase();
}

function equalAsNumbers(left: unknown, right: unknown): boolean {
	if (!isConvertible(left) || !isConvertible(right)) return false;
	const [leftText, rightText] = [String(left), String(right)];
	return (
		Number.parseInt(leftText) === Number.parseInt(rightText) &&
		Number.parseFloat(leftText) === Number.parseFloat(rightText)
	);
}

function isConvertible(value: unknown): boolean {
	if (typeof value === 'number' || typeof value === 'boolean') return !Number.isNaN(Number(value));
	return typeof value === 'string' && !Number.isNaN(Number(value));
}

function objectsEqual(left: object, right: object, ignoreOrder: boolean): boolean {
	if (Array.isArray(left) && Array.isArray(right)) return listsEqual(left, right, ignoreOrder);
	const leftRecord = left as Record<string, unknown>;
	const rightRecord = right as Record<string, unknown>;
	const keys = Object.keys(leftRecord);
	return (
		keys.every(
			(key) => Object.hasOwn(rightRecord, key) && valuesEqual(leftRecord[key], rightRecord[key], ignoreOrder)
		) && Object.keys(rightRecord).every((key) => Object.hasOwn(leftRecord, key))
	);
}

function listsEqual(left: readonly unknown[], right: readonly unknown[], ignoreOrder: boolean): boolean {
	if (left.length !== right.length) return false;
	const [first, second] = ignoreOrder ? [[...left].sort(), [...right].sort()] : [left, right];
	return first.every((value, index) => valuesEqual(value, second[index], ignoreOrder));
}

/** Decimals of a number, for sums that show 0.3 and not 0.30000000000000004. */
function decimals(value: unknown): number {
	const number = asNumber(value);
	if (Number.isNaN(number) || Math.floor(number) === value) return 0;
	return String(value).split('.')[1]?.length ?? 0;
}

export function roundedLikeTerms(result: number, left: unknown, right: unknown): number {
	const digits = Math.max(decimals(left), decimals(right));
	return digits > 0 ? Number.parseFloat(result.toFixed(Math.min(digits, 100))) : result;
}

export function roundedLikeFactors(result: number, left: unknown, right: unknown): number {
	const digits = decimals(left) + decimals(right);
	return digits > 0 ? Number.parseFloat(result.toFixed(Math.min(digits, 100))) : result;
}

/** The language's own plus, as SurveyJS uses it on whatever it is given: numbers and booleans add up, texts are joined. */
export function plusAnything(left: unknown, right: unknown): unknown {
	const sum: unknown = (left as number) + (right as number);
	return typeof sum === 'number' ? roundedLikeTerms(sum, left, right) : sum;
}

/** The text that SurveyJS's `contains` searches in and for: what the language makes of any value, in lower case. */
export function searchText(value: unknown): string {
	if (Array.isArray(value)) return value.map(searchText).join(',');
	if (isRecord(value)) return '[object object]';
	return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value ?? '');
}
