import type { FieldError } from './readForm.ts';

/** What a form answers when it was not accepted. */
export interface RefusedForm {
	readonly errors: readonly FieldError[];
	readonly typed: Readonly<Record<string, string>>;
	readonly message: string | null;
}

/** Gives a field its name, its value and what is wrong with it. */
export type FieldSource = (name: string) => {
	readonly name: string;
	readonly value: string;
	readonly error: string | undefined;
};

/** What a field is drawn with: what was typed, else what is held, and what is wrong with it. */
export function fieldOf(
	form: RefusedForm | null | undefined,
	held: Readonly<Record<string, string | number | null>>
): FieldSource {
	return (name: string) => ({
		name,
		value: form?.typed[name] ?? String(held[name] ?? ''),
		error: form?.errors.find((each) => each.field === name)?.message
	});
}
