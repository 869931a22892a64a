import { dateFunctions } from './dateFunctions.ts';
import { asNumber, isEmptyValue, plusAnything } from './comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';

/** SurveyJS's built-in functions that need no network. The day comes from whoever asks, see `askedInstrument`. */
type ExpressionFunction = (values: readonly unknown[], today: string | null) => unknown;

const functions: Readonly<Record<string, ExpressionFunction>> = {
	iif: (values) => (values[0] ? values[1] : values[2]),
	sum: (values) => add(flat(values)),
	min: (values) => extreme(flat(values), true),
	max: (values) => extreme(flat(values), false),
	count: (values) => flat(values).length,
	avg: (values) => (flat(values).length > 0 ? (add(flat(values)) as number) / flat(values).length : 0),
	round: (values) => roundTo(flat(values)),
	trunc: (values) => truncate(flat(values)),
	substring,
	// The service shows answers and asks for them in different places.
	isDisplayMode: () => false,
	...dateFunctions,
	sumInArray: (values) => add(column(values).map(numberOf).filter(isPresent)),
	countInArray: (values) => column(values).length,
	avgInArray: (values) => averageOfColumn(values),
	minInArray: (values) => extremeOfColumn(values, true),
	maxInArray: (values) => extremeOfColumn(values, false)
};

export const expressionFunctionNames: ReadonlySet<string> = new Set(Object.keys(functions));

export function callExpressionFunction(name: string, values: readonly unknown[], today: unknown): unknown {
	const day = typeof today === 'string' ? today : null;
	return expressionFunctionNames.has(name) ? functions[name]?.(values, day) : undefined;
}

/** Nested lists in one, numbers in text as numbers, nothing left out but the unanswered. */
function flat(values: readonly unknown[]): unknown[] {
	return values.flatMap((value) => {
		if (!isPresent(value)) return [];
		if (Array.isArray(value)) return flat(value);
		const number = asNumber(value);
		return [Number.isNaN(number) ? value : number];
	});
}

function add(values: readonly unknown[]): unknown {
	return values.reduce((total, value) => plusAnything(total, value), 0);
}

function extreme(values: readonly unknown[], smallest: boolean): unknown {
	let best: unknown;
	for (const value of values) {
		const isBetter = smallest ? (best as number) > (value as number) : (best as number) < (value as number);
		if (best === undefined || isBetter) best = value;
	}
	return best;
}

function roundTo(values: readonly unknown[]): number {
	const number = asNumber(values[0]);
	const precision = asNumber(values[1] ?? 0);
	if (Number.isNaN(number) || Number.isNaN(precision)) return Number.NaN;
	const power = 10 ** precision;
	return Math.round(number * power * (1 + Number.EPSILON)) / power;
}

/** Decimals cut off, not rounded; without a number of decimals, all of them. */
function truncate([value, decimals]: readonly unknown[]): number {
	const number = asNumber(value);
	const places = decimals === undefined ? 0 : asNumber(decimals);
	if (Number.isNaN(number) || Number.isNaN(places)) return Number.NaN;
	const text = String(number);
	const point = text.indexOf('.');
	if (point < 0 || text.includes('e')) return Math.trunc(number);
	return Number(text.slice(0, places < 1 ? point : point + 1 + Math.trunc(places)));
}

function substring([text, start, end]: readonly unknown[]): string {
	if (typeof text !== 'string' || Number.isNaN(asNumber(start))) return '';
	const last = asNumber(end);
	return text.substring(asNumber(start), Number.isNaN(last) ? text.length : last);
}

/** Rows of a matrix with an answer in the column; the matrix is a list of rows or an object of rows. */
function rowsWith([table, name]: readonly unknown[]): Record<string, unknown>[] {
	if (typeof name !== 'string') return [];
	const rows: readonly unknown[] = Array.isArray(table) ? table : isRecord(table) ? Object.values(table) : [];
	return rows.filter(isRecord).filter((row) => !isEmptyValue(row[name]));
}

function column(values: readonly unknown[]): unknown[] {
	return rowsWith(values).map((row) => row[String(values[1])]);
}

/** The least or greatest of a column, or what stands in another column of its row. */
function extremeOfColumn(values: readonly unknown[], smallest: boolean): unknown {
	const [, name, answer = name] = values;
	let best: Record<string, unknown> | undefined;
	let bestNumber: unknown;
	for (const row of rowsWith(values)) {
		const number = numberOf(row[String(name)]);
		if (!isPresent(number)) continue;
		const isBetter = extreme([bestNumber, number].filter(isPresent), smallest) !== bestNumber;
		if (best !== undefined && !isBetter) continue;
		best = row;
		bestNumber = number;
	}
	return answer === name ? bestNumber : best?.[String(answer)];
}

function averageOfColumn(values: readonly unknown[]): number {
	const count = column(values).length;
	return count === 0 ? 0 : Number(add(column(values).map(numberOf).filter(isPresent))) / count;
}

function numberOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const number = asNumber(value);
	return Number.isNaN(number) ? undefined : number;
}

function isPresent(value: unknown): boolean {
	return value !== undefined && value !== null;
}
