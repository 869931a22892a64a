import type { Language } from '#lib/instruments/texts/answerMessages.ts';

/** The words of the page where a unit gives colleagues links of their own. */
export interface ColleagueTexts {
	readonly error: string;
	readonly errorsTitle: string;
	readonly title: string;
	readonly lead: string;
	readonly given: (name: string) => string;
	readonly copy: string;
	readonly full: readonly [title: string, text: (most: number) => string];
	readonly about: string;
	readonly name: readonly [label: string, hint: string];
	readonly part: readonly [label: string, hint: string];
	readonly note: readonly [label: string, hint: string];
	readonly create: string;
	readonly listTitle: string;
	readonly none: string;
	readonly all: string;
	readonly withdraw: string;
	readonly withdrawWhich: (name: string) => string;
	readonly withdrawn: string;
	readonly home: string;
	/** What is wrong with a field, where the schema's own Swedish is not said. */
	readonly faults: { readonly name: string; readonly longName: string; readonly longNote: string } | null;
}

const swedish: ColleagueTexts = {
	error: 'Fel',
	errorsTitle: 'Något behöver rättas',
	title: 'Svara tillsammans',
	lead: 'Ge en kollega en egen länk till ert gemensamma utkast.',
	given: (name) => `Länken till ${name}`,
	copy: 'Kopiera länken nu och skicka den bara till kollegan. Den visas inte igen. Gick den förlorad: dra tillbaka den och ge en ny.',
	full: [
		'Ingen länk gavs',
		(most) => `Högst ${String(most)} länkar kan vara givna samtidigt. Dra tillbaka en som inte behövs.`
	],
	about:
		'Kollegan ser och ändrar samma utkast som ni, hela enkäten, också när ni ber om en del. Bara ni kan skicka in.',
	name: ['Vem är länken till?', 'Kollegans namn eller roll. Bara ni ser det.'],
	part: [
		'Vilken del ska kollegan svara på?',
		'Lämna tomt om det är hela enkäten. Kollegans länk öppnas på den första delen.'
	],
	note: ['Anteckning (frivilligt)', 'Som minnesstöd för er. Kollegan ser den inte.'],
	create: 'Skapa länken',
	listTitle: 'Givna länkar',
	none: 'Ingen länk är given.',
	all: 'hela enkäten',
	withdraw: 'Dra tillbaka',
	withdrawWhich: (name) => ` länken till ${name}`,
	withdrawn:
		'En tillbakadragen länk öppnar ingenting mer. Det kollegan redan har svarat finns kvar i utkastet.',
	home: 'Till enkätens första sida',
	faults: null
};

const english: ColleagueTexts = {
	error: 'Error',
	errorsTitle: 'Something needs to be corrected',
	title: 'Answering together',
	lead: 'Give a colleague a link to your common draft.',
	given: (name) => `The link to ${name}`,
	copy: 'Copy the link now and send it to the colleague only. It is not shown again. If it is lost, take it back and give a new one.',
	full: [
		'No link was given',
		(most) => `At most ${String(most)} links can be given at the same time. Take back one that is not needed.`
	],
	about:
		'The colleague sees and changes the same draft as you do, the whole survey, also when you ask for a part. Only you can send.',
	name: ['Who is the link to?', 'The colleague’s name or role. Only you see it.'],
	part: [
		'Which part is the colleague to answer?',
		'Leave empty if it is the whole survey. The colleague’s link opens at the first part.'
	],
	note: ['Note (optional)', 'As a reminder to you. The colleague does not see it.'],
	create: 'Make the link',
	listTitle: 'Given links',
	none: 'No link has been given.',
	all: 'the whole survey',
	withdraw: 'Take back',
	withdrawWhich: (name) => ` the link to ${name}`,
	withdrawn:
		'A link that has been taken back opens nothing more. What the colleague has answered stays in the draft.',
	home: 'To the first page of the survey',
	faults: {
		name: 'Write who the link is to',
		longName: 'Shorten the name to at most 100 characters',
		longNote: 'Shorten the text to at most 300 characters'
	}
};

export const colleagueTexts: Readonly<Record<Language, ColleagueTexts>> = { sv: swedish, en: english };
