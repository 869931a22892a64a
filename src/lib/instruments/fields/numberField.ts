import type { TextElement } from '#lib/instruments/element.ts';

export function allowsOnlyWhole(element: Pick<TextElement, 'step'>): boolean {
	return element.step === undefined || (element.step > 0 && Number.isInteger(element.step));
}

/** A number as a Swedish reader writes it, to put back in the field. */
export function numberAsTyped(number: number): string {
	return String(number).replace('.', ',');
}
