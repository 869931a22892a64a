import type { QuotableValue } from './quotableValues.ts';

export interface QuotableList {
	readonly shown: readonly QuotableValue[];
	/** How many there are, of which not all may be shown. */
	readonly count: number;
}

const mostShown = 150;

/** The values that have all words of a search in them; without a search, what each sector knows of each target group. */
export function findQuotable(values: readonly QuotableValue[], sought: string): QuotableList {
	const words = sought.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
	const found = values.filter((value) =>
		words.length === 0 ? isKeyValue(value) : words.every((word) => wordsOf(value).includes(word))
	);
	return { shown: found.slice(0, mostShown), count: found.length };
}

function isKeyValue({ table }: QuotableValue): boolean {
	return table.startsWith('kannedom-') || table === 'svarande';
}

function wordsOf({ reference, title, row, measure }: QuotableValue): string {
	return `${reference} ${title} ${row} ${measure}`.toLocaleLowerCase('sv');
}
