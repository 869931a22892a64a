/** What is said of a field that two windows have answered. */
export interface ConflictTexts {
	readonly title: string;
	readonly text: string;
	readonly here: string;
	readonly saved: string;
	readonly saveThis: string;
	readonly takeSaved: string;
}

export const swedishConflict: ConflictTexts = {
	title: 'Svaret har ändrats på annat håll',
	text: 'Någon annan, eller ni själva i ett annat fönster, har sparat något annat i samma fält. Vad ska gälla?',
	here: 'Här står',
	saved: 'sparat är',
	saveThis: 'Spara det som står här',
	takeSaved: 'Ta det som är sparat'
};
