import type { ChoiceControl, TextControl } from '#lib/instruments/pages/elementView.ts';

/** What came back with a page that was not accepted: shown instead of the saved answers, also when it is invalid. */
export interface FormState {
	readonly typed: Readonly<Record<string, string | readonly string[]>>;
	/** Message by control name. */
	readonly errors: Readonly<Record<string, string>>;
	/** What the unit answered the time before, as a hint, by control name. */
	readonly previous?: Readonly<Record<string, string>> | undefined;
}

export function typedText(form: FormState, control: Pick<TextControl, 'field' | 'value'>): string {
	const typed = form.typed[control.field];
	if (typed === undefined) return control.value;
	return typeof typed === 'string' ? typed : (typed[0] ?? '');
}

export function chosenCodes(
	form: FormState,
	control: Pick<ChoiceControl, 'field' | 'value'>
): readonly string[] {
	const typed = form.typed[control.field];
	if (typed === undefined) return control.value;
	return typeof typed === 'string' ? [typed] : typed;
}

/** Value for aria-describedby: the ids of the parts that are there. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
	const present = ids.filter((id) => typeof id === 'string' && id !== '');
	return present.length > 0 ? present.join(' ') : undefined;
}

/** The id of the hint about the time before, when there is one. */
export function previousId(form: FormState, field: string): string | undefined {
	return form.previous?.[field] === undefined ? undefined : `${field}-previous`;
}
