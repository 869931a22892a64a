/** A value of a series, or the mark that its source has put in its place. */
export type ReferenceReading =
	| { readonly kind: 'number'; readonly value: number }
	/** `saknas`: not known or not shown in the source. `inget`: the dash of statistics, nothing to report or zero. */
	| { readonly kind: 'mark'; readonly mark: ReferenceMark };

export const referenceMarks = ['saknas', 'inget'] as const;
export type ReferenceMark = (typeof referenceMarks)[number];

const missing = new Set([
	'',
	'.',
	'..',
	'...',
	'....',
	'.....',
	'......',
	':',
	'x',
	'na',
	'n/a',
	'null',
	'nan'
]);
const nothing = new Set(['-', '–', '—']);

// No-break, narrow no-break, thin and figure space: what stands between thousands in Swedish files.
const spaces = /[\s\u00a0\u202f\u2009\u2007]/g;
const plain = /^[-−]?\d{1,13}(?:[.,]\d{1,20})?(?:e[-+]?\d{1,2})?$/i;
const dotted = /^[-−]?\d{1,3}(?:\.\d{3})+,\d{1,20}$/;
const comma = /^[-−]?\d{1,3}(?:,\d{3})+\.\d{1,20}$/;

const largest = 1e12;

function plainNumber(text: string): string | null {
	if (plain.test(text)) return text.replace(',', '.');
	if (dotted.test(text)) return text.replaceAll('.', '').replace(',', '.');
	return comma.test(text) ? text.replaceAll(',', '') : null;
}

/** Six decimals: more than any statistic has, and fewer than a computer's own noise. */
export function roundedValue(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

/**
 * Reads a value as Swedish files write it: `1 234,5`, `12.5`, `..`, `-`. What is missing is never nought: the mark is kept.
 * A single comma or dot parts decimals. @returns null for what is no value
 */
export function readReferenceNumber(typed: string): ReferenceReading | null {
	if (typed.length > 60) return null;
	const text = typed.replaceAll(spaces, '');
	if (missing.has(text.toLowerCase())) return { kind: 'mark', mark: 'saknas' };
	if (nothing.has(text)) return { kind: 'mark', mark: 'inget' };
	const written = plainNumber(text);
	return written === null ? null : numberReading(Number(written.replace('−', '-')));
}

/** A number that a file holds as such. @returns null when it is none that statistics have */
export function numberReading(value: number): ReferenceReading | null {
	if (!Number.isFinite(value) || Math.abs(value) > largest) return null;
	return { kind: 'number', value: roundedValue(value) };
}

const decimals = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2, useGrouping: true });

/** As Swedish print has it, with at most two decimals: `1 234,5`. */
export function decimalText(value: number): string {
	return decimals.format(value);
}

const markText: Readonly<Record<ReferenceMark, string>> = { saknas: 'saknas', inget: '–' };

export function readingText(reading: ReferenceReading): string {
	return reading.kind === 'number' ? decimalText(reading.value) : markText[reading.mark];
}
