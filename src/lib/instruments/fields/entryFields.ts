/** The button that adds or takes away an entry is called this; no question and no field can be. */
export const entryButton = '~poster';

/** The value of the button that adds an entry to the question whose fields begin so. */
export function addingValue(field: string): string {
	return `+${field}`;
}

/** The value of the button that takes an entry away. */
export function removingValue(field: string, index: number): string {
	return `-${field}.${index}`;
}

/** The hidden field that says how many entries of a question the page has drawn. */
export function entryCountField(field: string): string {
	return `${field}.~antal`;
}

export function isEntryCount(field: string): boolean {
	return field.endsWith('.~antal');
}
