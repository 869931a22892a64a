import type { Language } from '#lib/instruments/texts/answerMessages.ts';

// Drawn on the server only (csr is off on these pages), so both languages may stand here without reaching a browser.

interface Effort {
	readonly pages: number;
	readonly questions: number;
	readonly minutes: number;
}

/** A sentence with words of another kind in it: set in italics, or a link. */
type Pieces = readonly [before: string, word: string, after: string];

/** The words of an open link's first page. */
export interface IntroductionTexts {
	readonly kicker: (municipality: string, round: string) => string;
	readonly lead: (addressee: string, day: string) => string;
	readonly otherLanguage: string;
	/** Where the questions are in another language than the page; empty in Swedish. */
	readonly questionsInSwedish: string;
	readonly doors: {
		readonly beginWith: (part: string) => string;
		readonly resume: (page: number) => string;
		readonly first: string;
		readonly review: string;
		readonly begin: string;
	};
	readonly correction: { readonly title: string; readonly text: string; readonly cancel: string };
	readonly saved: { readonly title: string; readonly text: string };
	readonly parts: { readonly title: string; readonly text: string };
	readonly purpose: (municipality: string, period: string) => string;
	readonly timeTitle: string;
	readonly time: (effort: Effort) => Pieces;
	readonly togetherTitle: string;
	readonly asColleague: (unit: string) => string;
	readonly together: Pieces;
	readonly handTitle: string;
	readonly sheet: { readonly link: string; readonly file: string; readonly after: string };
	readonly atHand: (days: string) => readonly string[];
	readonly withoutFigure: {
		readonly before: string;
		readonly words: readonly string[];
		readonly or: string;
		readonly after: string;
	};
	readonly figures: (count: number) => string;
	readonly beforeTitle: string;
	readonly definitions: string;
	readonly never: readonly [strong: string, rest: string];
	readonly contactTitle: string;
	readonly contact: readonly [person: string, email: string, telephone: string];
}

const swedish: IntroductionTexts = {
	kicker: (municipality, round) => `${municipality} · Enkät för ${round}`,
	lead: (addressee, day) => `Till ${addressee}. Svara senast den ${day}.`,
	otherLanguage: 'In English',
	questionsInSwedish: '',
	doors: {
		beginWith: (part) => `Börja med ${part}`,
		resume: (page) => `Fortsätt på sidan ${String(page)}`,
		first: 'Gå till första sidan',
		review: 'Granska det ni har svarat',
		begin: 'Börja svara'
	},
	correction: {
		title: 'Ni rättar ett svar som redan är inskickat',
		text: 'Det inskickade svaret gäller tills ni har skickat in rättelsen. Medan ni rättar kan den som har länken läsa svaret.',
		cancel: 'Avbryt rättelsen'
	},
	saved: {
		title: 'Sparat',
		text: 'Öppna samma länk i inbjudan när ni vill fortsätta. Ingenting är inskickat än.'
	},
	parts: {
		title: 'Det här är du ombedd att svara på',
		text: 'Du ser och kan ändra resten också. Läs gärna definitionerna på första sidan innan du svarar.'
	},
	purpose: (municipality, period) =>
		`${municipality} frågar polisen, socialtjänsten, skolor och civilsamhället vad de har haft kännedom om under ${period}. Svaren blir en lägesbild som lämnas till kommunfullmäktige och publiceras. Frågorna gäller antal, arbetssätt och er bedömning – aldrig enskilda personer.`,
	timeTitle: 'Så lång tid tar det',
	time: ({ pages, questions, minutes }) => [
		`Enkäten har ${String(pages)} sidor och omkring ${String(questions)} frågor. Räkna med ungefär ${String(minutes)} minuter när siffrorna är framtagna. Ni kan göra paus: svaren sparas varje gång ni byter sida, och samma länk öppnar dem igen. Först när ni väljer `,
		'Skicka in',
		' lämnas svaret till kommunen.'
	],
	togetherTitle: 'Svara tillsammans',
	asColleague: (unit) =>
		`Du har fått en egen länk av ${unit}. Du ser och ändrar samma utkast som de, och de ser det du svarar. Den som gav dig länken granskar och skickar in, och kan dra tillbaka länken.`,
	together: [
		'Ska en kollega svara på en del eller på allt? ',
		'Ge kollegan en egen länk',
		', som ni kan dra tillbaka när ni vill.'
	],
	handTitle: 'Bra att ha till hands',
	sheet: {
		link: 'Underlagsblad med alla frågor',
		file: 'som PDF',
		after: ' att skriva ut och samla siffror med. Det innehåller inte er länk och kan delas med kollegor.'
	},
	atHand: (days) => [
		`Siffror för ${days}, om inget annat står vid frågan.`,
		'Någon som vet hur verksamheten registrerar, och gärna en kollega att stämma av med.',
		'Besked från behörig chef: svaret ska vara godkänt innan det skickas in.'
	],
	withoutFigure: {
		before: 'Saknas en siffra? Svara då med ett av orden i stället: ',
		words: ['noll', 'vet ej', 'vi frågar inte', 'kan inte lämnas ut', 'gäller inte oss'],
		or: ' eller ',
		after: '. De svaren är lika viktiga som siffrorna.'
	},
	figures: (count) => `Frågor om antal i enkäten (${String(count)})`,
	beforeTitle: 'Innan ni börjar',
	definitions:
		'Den första sidan i enkäten är definitionerna: vad som menas med kännedom, barn, period och de andra orden i frågorna. Läs dem först, så räknar alla på samma sätt.',
	never: [
		'Skriv aldrig',
		' namn, personnummer, adress, initialer, ålder i år eller annat som kan peka ut en person – inte heller i fritextsvaren.'
	],
	contactTitle: 'Frågor om enkäten',
	contact: ['Kontaktperson', 'E-post', 'Telefon']
};

const english: IntroductionTexts = {
	kicker: (municipality, round) => `${municipality} · Survey for ${round}`,
	lead: (addressee, day) => `To ${addressee}. Please answer by ${day} at the latest.`,
	otherLanguage: 'På svenska',
	questionsInSwedish:
		'The questions are in Swedish. Ask the contact person below if you need help with them.',
	doors: {
		beginWith: (part) => `Begin with ${part}`,
		resume: (page) => `Continue on page ${String(page)}`,
		first: 'Go to the first page',
		review: 'Review what you have answered',
		begin: 'Begin'
	},
	correction: {
		title: 'You are correcting an answer that has been sent',
		text: 'The answer that was sent stands until you have sent the correction. While you correct it, anybody who has the link can read it.',
		cancel: 'Stop correcting'
	},
	saved: {
		title: 'Saved',
		text: 'Open the same link in the invitation when you want to go on. Nothing has been sent yet.'
	},
	parts: {
		title: 'This is what you are asked to answer',
		text: 'You can see and change the rest as well. Please read the definitions on the first page before you answer.'
	},
	purpose: (municipality, period) =>
		`${municipality} asks the police, the social services, schools and civil society what has come to their knowledge during ${period}. The answers become a situation report that is given to the municipal council and published. The questions are about numbers, ways of working and your own judgement – never about a person.`,
	timeTitle: 'How long it takes',
	time: ({ pages, questions, minutes }) => [
		`There are ${String(pages)} pages with about ${String(questions)} questions. Count on about ${String(minutes)} minutes once the figures are gathered. You can take a break: the answers are saved each time you change pages, and the same link opens them again. Only when you choose `,
		'Send',
		' is the answer given to the municipality.'
	],
	togetherTitle: 'Answering together',
	asColleague: (unit) =>
		`You have been given a link of your own by ${unit}. You see and change the same draft as they do, and they see what you answer. Whoever gave you the link reviews and sends the answer, and can take the link back.`,
	together: [
		'Is a colleague to answer a part or all of it? ',
		'Give the colleague a link',
		', which you can take back whenever you like.'
	],
	handTitle: 'Have at hand',
	sheet: {
		link: 'A sheet with all questions',
		file: 'as a PDF',
		after:
			' to print and gather the figures with. It does not hold your link and can be shared with colleagues.'
	},
	atHand: (days) => [
		`Figures for ${days}, unless the question says otherwise.`,
		'Somebody who knows how your work is recorded, and preferably a colleague to check with.',
		'The word of the manager in charge: the answer must be approved before it is sent.'
	],
	withoutFigure: {
		before: 'Is there no figure? Then answer with one of these instead: ',
		words: ['none', 'do not know', 'we do not ask', 'cannot be disclosed', 'does not concern us'],
		or: ' or ',
		after: '. Those answers matter as much as the figures.'
	},
	figures: (count) => `Questions about numbers in the survey (${String(count)})`,
	beforeTitle: 'Before you begin',
	definitions:
		'The first page of the survey is the definitions: what is meant by knowledge, child, period and the other words in the questions. Read them first, so that everybody counts in the same way.',
	never: [
		'Never write',
		' names, personal identity numbers, addresses, initials, ages in years or anything else that can point to a person – not in your own words either.'
	],
	contactTitle: 'Questions about the survey',
	contact: ['Contact person', 'E-mail', 'Telephone']
};

export const introductionTexts: Readonly<Record<Language, IntroductionTexts>> = {
	sv: swedish,
	en: english
};
