import { z } from 'zod';

/**
 * Where the pressed button leads. A form sent without a button, or with an invented one, goes on as "Nästa" does.
 * `utkast` is no button: the page's script saves while the respondent writes, and stays.
 */
const waySchema = z
	.enum(['nasta', 'hoppa', 'foregaende', 'spara', 'granska', 'skicka', 'utkast'])
	.catch('nasta');

export type WayOn = z.infer<typeof waySchema>;

/** Whether the button leaves the page behind as answered. The others may come back to what is missing. */
export function demandsAll(way: WayOn): boolean {
	return way === 'nasta' || way === 'skicka';
}

export function wayOn(pressed: unknown): WayOn {
	return waySchema.parse(pressed);
}

// Anything that is not a page's number becomes the place before the first page.
const pageNumberSchema = z
	.string()
	.regex(/^[1-9]\d{0,3}$/)
	.transform(Number)
	.catch(0);

/** Pages are numbered from one in addresses, by their place in the questionnaire and not among those shown. */
export function pageIndexOf(number: string): number {
	return pageNumberSchema.parse(number) - 1;
}
