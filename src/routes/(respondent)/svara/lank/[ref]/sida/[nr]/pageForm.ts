import { asOneText } from '#lib/instruments/pages/viewFields.ts';

/** Form field → what stands in its control: a list for check boxes. */
export type TypedFields = Readonly<Record<string, string | readonly string[]>>;

/** The field beside the answers that tells which of them the script has changed. */
export const changesField = 'andrat';

/** Each changed field with the texts that the draft may hold there as far as this page knows. */
export type ChangedFields = Readonly<Record<string, readonly string[]>>;

export function typedText(typed: TypedFields, field: string): string {
	const value = typed[field] ?? '';
	return typeof value === 'string' ? value : asOneText(value);
}

/** What every named control of a form holds; one that holds nothing is there too, empty. */
export function readControls(form: HTMLFormElement): TypedFields {
	const typed: Record<string, string | readonly string[]> = {};
	for (const control of form.elements) {
		if (control instanceof HTMLInputElement) readInput(control, typed);
		else if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) {
			if (control.name !== '') typed[control.name] = control.value;
		}
	}
	return typed;
}

function readInput({ name, type, value, checked }: HTMLInputElement, typed: Record<string, unknown>): void {
	if (name === '') return;
	if (type === 'checkbox') {
		const chosen = (typed[name] ?? []) as readonly string[];
		typed[name] = checked ? [...chosen, value] : chosen;
	} else if (type === 'radio') {
		if (checked) typed[name] = value;
		else typed[name] ??= '';
	} else typed[name] = value;
}

/** The fields as a form posts them. An empty list is posted as an empty text, so that the server sees that it was shown. */
export function entriesOf(typed: TypedFields): [string, string][] {
	return Object.entries(typed).flatMap(([field, value]): [string, string][] => {
		if (typeof value === 'string') return [[field, value]];
		return value.length === 0 ? [[field, '']] : value.map((text) => [field, text]);
	});
}

/** What the page's script posts: to the same address as the page's own form. */
export function pageForm(typed: TypedFields, changes: ChangedFields, way: string): FormData {
	const form = new FormData();
	for (const [field, text] of entriesOf(typed)) form.append(field, text);
	form.append(changesField, JSON.stringify(changes));
	form.append('till', way);
	return form;
}

/** What stands in the controls of a page that came from the server, before its script takes them over. */
export function typedBeforeScript(): TypedFields {
	if (typeof document === 'undefined') return {};
	const form = document.querySelector('form[data-answers="server"]');
	return form instanceof HTMLFormElement ? readControls(form) : {};
}

/** From now on the form's controls are the script's, and are not read as the server's. */
export function markLive(form: HTMLFormElement): void {
	form.dataset['answers'] = 'live';
}
