import type { QuotableValue } from './quotableValues.ts';

/** Released values by what is written between the braces; null for one that is hidden. */
export type QuotedValues = ReadonlyMap<string, string | null>;

export function quotedValues(values: readonly QuotableValue[]): QuotedValues {
	return new Map(values.map(({ reference, text }) => [reference, text]));
}

const quote = /\{\{([^{}\n]*)\}\}/g;

export interface QuoteFault {
	/** As it was written, with its braces. */
	readonly written: string;
	readonly why: 'hidden' | 'unknown' | 'unfinished';
}

/** What cannot be quoted in a text, each once, in order. */
export function quoteFaults(text: string, values: QuotedValues): QuoteFault[] {
	const faults = [...text.matchAll(quote)].flatMap(([written, inside = '']): QuoteFault[] => {
		const value = values.get(inside.trim());
		if (value === undefined) return [{ written, why: 'unknown' }];
		return value === null ? [{ written, why: 'hidden' }] : [];
	});
	const rest = text.replace(quote, '');
	const loose = /\{\{[^\n]{0,40}|[^\n]{0,20}\}\}/.exec(rest)?.[0];
	const all = loose === undefined ? faults : [...faults, { written: loose, why: 'unfinished' as const }];
	return [...new Map(all.map((fault) => [fault.written, fault])).values()];
}

/** In plain Swedish, what is wrong and what to do about it. */
export function quoteFaultText({ written, why }: QuoteFault): string {
	switch (why) {
		case 'hidden':
			return `${written} kan inte citeras: talet visas inte i lägesbilden.`;
		case 'unknown':
			return `${written} finns inte bland talen i lägesbilden. Se listan Tal att citera.`;
		case 'unfinished':
			return `Ett tal är inte färdigt citerat: ${written.trim()} Det ska stå mellan {{ och }}.`;
	}
}

/** The faults of the fields of a form, at the field that each is in. */
export function quoteFaultsInFields(
	fields: Readonly<Record<string, string>>,
	values: QuotedValues
): { readonly field: string; readonly message: string }[] {
	return Object.entries(fields).flatMap(([field, text]) =>
		quoteFaults(text, values).map((fault) => ({ field, message: quoteFaultText(fault) }))
	);
}

/** The text with each value in its place. What cannot be quoted stays as it was written, so that the writer sees it. */
export function withQuotedValues(text: string, values: QuotedValues): string {
	return text.replace(quote, (written, inside: string) => values.get(inside.trim()) ?? written);
}
