type Fields = Readonly<Record<string, string>>;

interface Conflict {
	/** What stands in the form. */
	readonly fields: Fields;
	/** After a conflict: what the other person saved. */
	readonly saved: Fields | null;
}

// Browsers send line breaks as CRLF; what is stored has LF.
const textOf = (fields: Fields, name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim();

/** What somebody else saved in a field, where it is not what stands in the form. */
export function savedByAnother(
	{ fields, saved }: Conflict,
	name: string,
	words: (text: string) => string = (text) => text
): string | undefined {
	if (!saved || textOf(saved, name) === textOf(fields, name)) return undefined;
	const text = textOf(saved, name);
	return `Sparat av någon annan: ${text === '' ? 'inget' : words(text)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** The words of a choice in a list. */
export function wordsOfChoice(
	options: readonly { readonly value: string; readonly text: string }[]
): (value: string) => string {
	return (value) => options.find((option) => option.value === value)?.text ?? value;
}

/** A field's hint, with what somebody else saved in it. */
export function hintWithSaved(hint: string | undefined, saved: string | undefined): string | undefined {
	return [hint ?? '', saved ?? ''].filter((part) => part !== '').join(' ') || undefined;
}
