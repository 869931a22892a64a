import type { Finding, FindingKind } from './finding.ts';

/** A text cut at its findings, for drawing. `kind` is absent for what is between them. */
export interface TextPart {
	readonly text: string;
	readonly kind?: FindingKind;
}

export function markedText(text: string, findings: readonly Finding[]): TextPart[] {
	const parts: TextPart[] = [];
	let place = 0;
	for (const { kind, start, end } of findings) {
		if (start > place) parts.push({ text: text.slice(place, start) });
		parts.push({ text: text.slice(start, end), kind });
		place = end;
	}
	if (place < text.length) parts.push({ text: text.slice(place) });
	return parts;
}
