import { diffWordsWithSpace } from 'diff';

export interface DifferencePart {
	readonly kind: 'same' | 'added' | 'removed';
	readonly text: string;
}

const patience = 500;

/** What was added and removed between two texts, word by word; all of both where that would take too long. */
export function textDifference(before: string, after: string): DifferencePart[] {
	const parts = diffWordsWithSpace(before, after, { timeout: patience });
	if (!parts) {
		return [
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after }
		];
	}
	return parts.map(({ value, added, removed }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value
	}));
}

type Fields = Readonly<Record<string, string>>;

/** The fields whose texts are not the same, each with its differences. Line breaks of forms (CRLF) are no difference. */
export function fieldDifferences(before: Fields, after: Fields): Record<string, DifferencePart[]> {
	const text = (fields: Fields, name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim();
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return Object.fromEntries(
		names
			.filter((name) => name !== 'revision' && text(before, name) !== text(after, name))
			.map((name) => [name, textDifference(text(before, name), text(after, name))])
	);
}
