import { asNumber, isEmptyValue, isRecord, plusAnything } from './comparison.ts';

/** SurveyJS's built-in functions that need neither clock nor network. */
type ExpressionFunction = (values: readonly unknown[]) => unknown;

const functions: Readonly<Record<string, ExpressionFunction>> = {
	iif: (values) => (values[0] ? values[1] : values[2]),
	sum: (values) => add(flat(values)),
	min: (values) => extreme(flat(values), true),
	max: (values) => extreme(flat(values), false),
	count: (values) => flat(values).length,
	avg: (values) => (flat(values).length > 0 ? (add(flat(values)) as number) / flat(values).length : 0),
	round: (values) => roundTo(flat(values)),
	sumInArray: (values) => add(column(values).map(numberOf).filter(isPresent)),
	countInArray: (values) => column(values).length,
	avgInArray: (values) => averageOfColumn(values),
	minInArray: (values) => extreme(column(values).map(numberOf).filter(isPresent), true),
	maxInArray: (values) => extreme(column(values).map(numberOf).filter(isPresent), false)
};

export const expressionFunctionNames: ReadonlySet<string> = new Set(Object.keys(functions));

export function callExpressionFunction(name: string, values: readonly unknown[]): unknown {
	return expressionFunctionNames.has(name) ? functions[name]?.(values) : undefined;
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

/** Answered cells of one column of a matrix; the matrix is a list of rows or an object of rows. */
function column(values: readonly unknown[]): unknown[] {
	const [table, name] = values;
	if (typeof name !== 'string') return [];
	const rows: readonly unknown[] = Array.isArray(table) ? table : isRecord(table) ? Object.values(table) : [];
	return rows.flatMap((row) => (isRecord(row) && !isEmptyValue(row[name]) ? [row[name]] : []));
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
