/** What a piece of free text looks like. */
export type FindingKind =
	'personnummer' | 'samordningsnummer' | 'telefon' | 'e-post' | 'registreringsnummer' | 'adress' | 'namn';

export const findingKinds: readonly FindingKind[] = [
	'personnummer',
	'samordningsnummer',
	'telefon',
	'e-post',
	'registreringsnummer',
	'adress',
	'namn'
];

/** Something in a text that looks like personal data. It is marked, never changed: a person decides. */
export interface Finding {
	readonly kind: FindingKind;
	/** Place in the text, in UTF-16 units; the end is not included. */
	readonly start: number;
	readonly end: number;
}

export const findingName: Readonly<Record<FindingKind, string>> = {
	personnummer: 'personnummer',
	samordningsnummer: 'samordningsnummer',
	telefon: 'telefonnummer',
	'e-post': 'e-postadress',
	registreringsnummer: 'registreringsnummer',
	adress: 'adress',
	namn: 'namn'
};
