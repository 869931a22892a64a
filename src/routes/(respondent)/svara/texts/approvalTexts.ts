import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { ApprovalStanding } from '#lib/responses/approval.ts';
import { englishSections, type SectionWords } from './sectionWords.ts';

type Asked = Exclude<ApprovalStanding, 'not-asked'>;
type TitleAndText = readonly [title: string, text: string];

/** The words of the page where a unit asks its manager for approval. */
export interface RequestTexts {
	readonly title: string;
	readonly lead: string;
	readonly link: TitleAndText;
	readonly points: readonly string[];
	readonly askedTitle: string;
	readonly askTitle: string;
	readonly when: string;
	readonly states: Readonly<Record<Asked, string>>;
	readonly again: string;
	readonly newLink: string;
	readonly makeLink: string;
	readonly withdrawTitle: string;
	readonly withdraw: string;
	readonly toReview: string;
}

/** The words of the manager's own page. */
export interface VerdictTexts {
	readonly error: string;
	readonly errorsTitle: string;
	readonly closed: Readonly<Record<'answered' | 'not-asked' | 'other', readonly [string, string, string]>>;
	readonly title: string;
	readonly lead: (unit: string, municipality: string, day: string) => string;
	readonly changed: TitleAndText;
	readonly states: Readonly<Record<Exclude<Asked, 'waiting'>, TitleAndText>>;
	readonly left: (count: number) => string;
	readonly leftText: string;
	readonly about: string;
	readonly sections: SectionWords | null;
	readonly differencesTitle: string;
	readonly now: string;
	readonly before: string;
	readonly reason: (reason: string) => string;
	readonly decisionTitle: string;
	readonly certify: string;
	readonly approve: string;
	readonly comment: TitleAndText;
	readonly sendBack: string;
	readonly faults: { readonly empty: string; readonly long: string };
}

const swedishRequest: RequestTexts = {
	title: 'Chefens godkännande',
	lead: 'Låt behörig chef läsa och godkänna svaren med en egen länk.',
	link: [
		'Chefens länk',
		'Kopiera länken nu och skicka den bara till chefen. Den visas inte igen. Gick den förlorad: skapa en ny, så slutar den gamla att gälla.'
	],
	points: [
		'Chefen ser alla svar men kan inte ändra dem, och godkänner dem eller skickar tillbaka dem.',
		'Godkännandet är svaret på frågan om behörig chef har godkänt.',
		'Ändras svaren efteråt gäller godkännandet inte längre, och ni får veta det.',
		'Bara ni kan skicka in, och det går först när svaren är godkända.',
		'Ingenting sparas om vem chefen är. Begäran och kommentaren är krypterade tillsammans med utkastet.'
	],
	askedTitle: 'Begäran är gjord',
	askTitle: 'Be om godkännande',
	when: 'Gör det när svaren är klara. Chefen kan läsa dem innan allt är besvarat, men inte godkänna dem.',
	states: {
		waiting: 'Chefen har inte svarat än.',
		approved: 'Chefen har godkänt svaren som de är nu.',
		'changed-since-approval': 'Chefen har godkänt, men svaren har ändrats sedan dess.',
		returned: 'Chefen har skickat tillbaka svaren med en kommentar. Den står på granskningssidan.',
		'changed-since-return': 'Chefen skickade tillbaka svaren, och de har ändrats sedan dess.'
	},
	again: 'Med en ny länk börjar begäran om: chefen godkänner på nytt.',
	newLink: 'Skapa en ny länk till chefen',
	makeLink: 'Skapa chefens länk',
	withdrawTitle: 'Dra tillbaka begäran',
	withdraw:
		'Chefens länk slutar att gälla, och svaren kan skickas in utan den. Då svarar ni själva på frågan om behörig chef har godkänt.',
	toReview: 'Till granskningen'
};

const englishRequest: RequestTexts = {
	title: 'The manager’s approval',
	lead: 'Let the manager in charge read and approve the answers with a link of their own.',
	link: [
		'The manager’s link',
		'Copy the link now and send it to the manager only. It is not shown again. If it is lost, make a new one, and the old one stops working.'
	],
	points: [
		'The manager sees all the answers but cannot change them, and approves them or sends them back.',
		'The approval is the answer to the question whether the manager in charge has approved.',
		'If the answers are changed afterwards the approval no longer holds, and you are told so.',
		'Only you can send, and only when the answers have been approved.',
		'Nothing is kept about who the manager is. The request and the comment are encrypted together with the draft.'
	],
	askedTitle: 'The request has been made',
	askTitle: 'Ask for approval',
	when: 'Do so when the answers are ready. The manager can read them before everything has been answered, but not approve them.',
	states: {
		waiting: 'The manager has not answered yet.',
		approved: 'The manager has approved the answers as they are now.',
		'changed-since-approval': 'The manager has approved, but the answers have been changed since then.',
		returned: 'The manager has sent the answers back with a comment. It is on the review page.',
		'changed-since-return': 'The manager sent the answers back, and they have been changed since then.'
	},
	again: 'With a new link the request begins anew: the manager approves again.',
	newLink: 'Make a new link for the manager',
	makeLink: 'Make the manager’s link',
	withdrawTitle: 'Take back the request',
	withdraw:
		'The manager’s link stops working, and the answers can be sent without it. Then you answer the question whether the manager in charge has approved yourselves.',
	toReview: 'To the review'
};

const swedishVerdict: VerdictTexts = {
	error: 'Fel',
	errorsTitle: 'Något behöver rättas',
	closed: {
		answered: [
			'Svaret är inskickat',
			'Det finns inget mer att godkänna.',
			'Länken visar inte längre vad enheten svarade. Den som svarade har en kopia.'
		],
		'not-asked': [
			'Inget att godkänna just nu',
			'Enheten ber inte om godkännande.',
			'Ska ett svar som har ändrats godkännas behövs en ny länk från den som svarar.'
		],
		other: [
			'Enkäten är inte öppen',
			'Den går inte att svara på eller godkänna nu.',
			'Fråga den som gav dig länken, eller den person i kommunen som står i inbjudan.'
		]
	},
	title: 'Läs och godkänn svaren',
	lead: (unit, municipality, day) =>
		`${unit} ber dig godkänna svaren innan de lämnas till ${municipality}, senast den ${day}.`,
	changed: [
		'Svaren ändrades medan du läste',
		'Ditt beslut sparades inte. Läs svaren som de är nu och välj igen.'
	],
	states: {
		approved: [
			'Du har godkänt svaren',
			'Nu kan enheten skicka in dem. Ändras något behövs ditt godkännande igen, med samma länk.'
		],
		'changed-since-approval': [
			'Svaren har ändrats sedan du godkände dem',
			'De går inte att skicka in förrän du har godkänt dem som de är nu.'
		],
		returned: [
			'Du har skickat tillbaka svaren',
			'Enheten ser din kommentar. Öppna länken igen när de har ändrat.'
		],
		'changed-since-return': ['Svaren har ändrats sedan du skickade tillbaka dem', 'Läs dem som de är nu.']
	},
	left: (count) => (count === 1 ? 'En fråga återstår' : `${String(count)} frågor återstår`),
	leftText: 'Svaren kan godkännas när allt är besvarat. Du kan läsa dem och skicka tillbaka dem redan nu.',
	about:
		'Du ser allt som enheten har svarat. Du ändrar ingenting här: godkänn svaren, eller skicka tillbaka dem med en kommentar. Ditt namn sparas inte.',
	sections: null,
	differencesTitle: 'Siffror som skiljer sig mycket från förra gången',
	now: 'Nu',
	before: 'förra gången',
	reason: (reason) => (reason === '' ? 'Ingen förklaring är skriven.' : `Förklaring: ${reason}`),
	decisionTitle: 'Ditt beslut',
	certify: 'Med Godkänn intygar du att svaren får lämnas till kommunen.',
	approve: 'Godkänn svaren',
	comment: ['Vad ska ändras?', 'Läses av den som svarar. Skriv inget som kan peka ut en person.'],
	sendBack: 'Skicka tillbaka',
	faults: { empty: 'Skriv vad som ska ändras', long: 'Korta kommentaren till högst 1 000 tecken' }
};

const englishVerdict: VerdictTexts = {
	error: 'Error',
	errorsTitle: 'Something needs to be corrected',
	closed: {
		answered: [
			'The answer has been sent',
			'There is nothing more to approve.',
			'The link no longer shows what the unit answered. Whoever answered has a copy.'
		],
		'not-asked': [
			'Nothing to approve just now',
			'The unit is not asking for approval.',
			'If an answer that has been changed is to be approved, a new link is needed from whoever answers.'
		],
		other: [
			'The survey is not open',
			'It cannot be answered or approved now.',
			'Ask whoever gave you the link, or the person in the municipality who is named in the invitation.'
		]
	},
	title: 'Read and approve the answers',
	lead: (unit, municipality, day) =>
		`${unit} asks you to approve the answers before they are given to ${municipality}, by ${day} at the latest.`,
	changed: [
		'The answers were changed while you were reading',
		'Your decision was not saved. Read the answers as they are now and choose again.'
	],
	states: {
		approved: [
			'You have approved the answers',
			'Now the unit can send them. If anything is changed your approval is needed again, with the same link.'
		],
		'changed-since-approval': [
			'The answers have been changed since you approved them',
			'They cannot be sent until you have approved them as they are now.'
		],
		returned: [
			'You have sent the answers back',
			'The unit sees your comment. Open the link again when they have made changes.'
		],
		'changed-since-return': [
			'The answers have been changed since you sent them back',
			'Read them as they are now.'
		]
	},
	left: (count) => (count === 1 ? 'One question is left' : `${String(count)} questions are left`),
	leftText:
		'The answers can be approved when everything has been answered. You can read them and send them back already now.',
	about:
		'You see everything that the unit has answered. You change nothing here: approve the answers, or send them back with a comment. Your name is not kept.',
	sections: englishSections,
	differencesTitle: 'Figures that differ much from last time',
	now: 'Now',
	before: 'last time',
	reason: (reason) => (reason === '' ? 'No explanation has been written.' : `Explanation: ${reason}`),
	decisionTitle: 'Your decision',
	certify: 'By approving you certify that the answers may be given to the municipality.',
	approve: 'Approve the answers',
	comment: ['What should be changed?', 'Read by whoever answers. Write nothing that can point to a person.'],
	sendBack: 'Send back',
	faults: { empty: 'Write what should be changed', long: 'Shorten the comment to at most 1,000 characters' }
};

export const requestTexts: Readonly<Record<Language, RequestTexts>> = {
	sv: swedishRequest,
	en: englishRequest
};

export const verdictTexts: Readonly<Record<Language, VerdictTexts>> = {
	sv: swedishVerdict,
	en: englishVerdict
};
