/** A sentence to the respondent, in the languages of the service: plain, and saying what to do. */
export interface Message {
	readonly sv: string;
	readonly en: string;
}

export type Language = keyof Message;

const shownNumber = (number: number) => ({ sv: String(number).replace('.', ','), en: String(number) });

/** What can be wrong with an answer. Both languages stand beside each other so that they are reviewed together. */
export const messages = {
	unreadable: {
		sv: 'Svaren går inte att läsa. Ladda om sidan och försök igen.',
		en: 'The answers cannot be read. Reload the page and try again.'
	},
	unknownName: (name: string): Message => ({
		sv: `Svaren innehåller ”${name}”, som inte finns i formuläret.`,
		en: `The answers contain “${name}”, which is not in the form.`
	}),
	needsAnswer: { sv: 'Frågan behöver ett svar.', en: 'This question needs an answer.' },
	fieldNeedsAnswer: { sv: 'Fältet behöver ett svar.', en: 'This field needs an answer.' },
	cellNeedsAnswer: { sv: 'Rutan behöver ett svar.', en: 'This cell needs an answer.' },
	rowNeedsAnswer: { sv: 'Raden behöver ett svar.', en: 'This row needs an answer.' },
	panelNeedsAnswer: { sv: 'Svara på minst en av frågorna.', en: 'Answer at least one of the questions.' },
	disagrees: {
		sv: 'Svaret stämmer inte med de andra svaren.',
		en: 'This answer does not agree with the other answers.'
	},
	countOrStatus: {
		sv: 'Ange antingen ett antal eller ett av svaren under, inte båda.',
		en: 'Give either a number or one of the answers below it, not both.'
	},
	neitherCountNorStatus: {
		sv: 'Ange ett antal, eller välj ett av svaren under.',
		en: 'Give a number, or choose one of the answers below it.'
	},
	// Of persons a typed 0 does not say whether anyone asked; the two statuses do, and they are different findings. In a
	// register of measures, staff or advertisements a zero is a zero (docs/decisions/0040).
	typedZero: {
		sv: 'Skriv inte 0. Välj i stället ”Noll – vi har frågat eller sökt och inte funnit någon” eller ”Vi frågar inte eller registrerar inte detta”.',
		en: 'Do not write 0. Choose “None – we have asked or searched and found nobody” or “We do not ask about or record this”.'
	},
	oneOfList: { sv: 'Välj ett av svaren i listan.', en: 'Choose one of the answers in the list.' },
	onlyOne: { sv: 'Välj bara ett svar.', en: 'Choose only one answer.' },
	giveOnlyOne: { sv: 'Ange bara ett svar.', en: 'Give only one answer.' },
	amongList: { sv: 'Välj bland svaren i listan.', en: 'Choose among the answers in the list.' },
	listOfChoices: { sv: 'Svaret ska vara en lista av val.', en: 'The answer must be a list of choices.' },
	repeatedChoice: { sv: 'Samma svar är valt flera gånger.', en: 'The same answer is chosen more than once.' },
	notWithOthers: (text: string): Message => ({
		sv: `Svaret ”${text}” kan inte väljas tillsammans med andra svar.`,
		en: `The answer “${text}” cannot be chosen together with other answers.`
	}),
	atMostChoices: (count: number): Message => ({
		sv: `Välj högst ${count} svar.`,
		en: `Choose at most ${count} ${count === 1 ? 'answer' : 'answers'}.`
	}),
	atLeastChoices: (count: number): Message => ({
		sv: `Välj minst ${count} svar.`,
		en: `Choose at least ${count} ${count === 1 ? 'answer' : 'answers'}.`
	}),
	disabledChoice: (text: string): Message => ({
		sv: `Svaret ”${text}” går inte att välja här.`,
		en: `The answer “${text}” cannot be chosen here.`
	}),
	rankingList: { sv: 'Svaret ska vara en lista i rangordning.', en: 'The answer must be a ranked list.' },
	placeInList: { sv: 'Välj en av platserna i listan.', en: 'Choose one of the places in the list.' },
	placeTaken: (place: string): Message => ({
		sv: `Plats ${place} är redan vald för ett annat svar.`,
		en: `Place ${place} is already chosen for another answer.`
	}),
	placesInOrder: {
		sv: 'Använd platserna i ordning från 1, utan att hoppa över någon.',
		en: 'Use the places in order from 1, without leaving any out.'
	},
	rankAllOrNone: {
		sv: 'Ge varje svar en plats, eller lämna alla utan plats.',
		en: 'Give every answer a place, or leave all without a place.'
	},
	number: {
		sv: 'Skriv ett tal med siffror, till exempel 12.',
		en: 'Write a number in digits, for example 12.'
	},
	numberTooLong: { sv: 'Talet är för långt.', en: 'The number is too long.' },
	wholeWithoutMarks: {
		sv: 'Skriv heltal utan punkt och komma, till exempel 2000 eller 2 000.',
		en: 'Write whole numbers without a point or comma, for example 2000 or 2 000.'
	},
	wholeNumber: { sv: 'Skriv ett heltal, utan decimaler.', en: 'Write a whole number, without decimals.' },
	notBelowZero: { sv: 'Talet får inte vara mindre än noll.', en: 'The number cannot be less than zero.' },
	atLeast: (number: number): Message => ({
		sv: `Talet får vara minst ${shownNumber(number).sv}.`,
		en: `The number must be at least ${shownNumber(number).en}.`
	}),
	atMost: (number: number): Message => ({
		sv: `Talet får vara högst ${shownNumber(number).sv}.`,
		en: `The number must be at most ${shownNumber(number).en}.`
	}),
	inSteps: (step: number): Message => ({
		sv: `Talet ska gå jämnt upp i steg om ${shownNumber(step).sv}.`,
		en: `The number must be in steps of ${shownNumber(step).en}.`
	}),
	range: { sv: 'Svaret ska vara två tal.', en: 'The answer must be two numbers.' },
	rangeOrder: {
		sv: 'Det första talet får inte vara större än det andra.',
		en: 'The first number cannot be greater than the second.'
	},
	text: { sv: 'Svaret ska vara text.', en: 'The answer must be text.' },
	tooLong: (length: number, most: number): Message => ({
		sv: `Texten är ${length} tecken. Korta den till högst ${most}.`,
		en: `The text is ${length} characters. Shorten it to at most ${most}.`
	}),
	tooShort: (least: number): Message => ({
		sv: `Skriv minst ${least} tecken.`,
		en: `Write at least ${least} characters.`
	}),
	noDigits: { sv: 'Texten får inte innehålla siffror.', en: 'The text cannot contain digits.' },
	form: (example: string): Message => ({
		sv: `Skriv i formen ${example}.`,
		en: `Write in the form ${example}.`
	}),
	pattern: {
		sv: 'Svaret har inte den form som frågan ber om.',
		en: 'The answer does not have the form that the question asks for.'
	},
	email: {
		sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
		en: 'Write an e-mail address, for example name@municipality.se.'
	},
	telephone: { sv: 'Skriv ett telefonnummer med siffror.', en: 'Write a telephone number in digits.' },
	webAddress: {
		sv: 'Skriv en webbadress som börjar med https://.',
		en: 'Write a web address that begins with https://.'
	},
	date: (form: Message): Message => ({
		sv: `Ange ett datum som finns, i formen ${form.sv}.`,
		en: `Give a date that exists, in the form ${form.en}.`
	}),
	earliest: (date: string): Message => ({
		sv: `Datumet får vara tidigast ${date}.`,
		en: `The date must be ${date} or later.`
	}),
	latest: (date: string): Message => ({
		sv: `Datumet får vara senast ${date}.`,
		en: `The date must be ${date} or earlier.`
	}),
	unknownCells: {
		sv: 'Raden innehåller något som inte finns i frågan.',
		en: 'The row contains something that is not in the question.'
	},
	unknownFields: {
		sv: 'Svaret innehåller fält som inte finns i frågan.',
		en: 'The answer contains fields that are not in the question.'
	},
	unknownRows: {
		sv: 'Svaret innehåller rader som inte finns i frågan.',
		en: 'The answer contains rows that are not in the question.'
	},
	entries: { sv: 'Svaret ska vara en lista.', en: 'The answer must be a list.' },
	atMostEntries: (count: number): Message => ({
		sv: `Det får vara högst ${count}.`,
		en: `There can be at most ${count}.`
	}),
	notUnique: {
		sv: 'Samma svar finns redan tidigare i listan.',
		en: 'The same answer already stands earlier in the list.'
	}
} as const;
