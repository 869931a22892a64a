import type { FindingKind } from '#lib/freetext/finding.ts';
import { findingName } from '#lib/freetext/finding.ts';
import type { ApprovalStanding } from '#lib/responses/approval.ts';
import type { SectionWords } from './sectionWords.ts';

type TitleAndText = readonly [title: string, text: string];

/** The words of the page before sending. */
export interface ReviewTexts {
	readonly error: string;
	readonly title: string;
	readonly lead: string;
	readonly left: (count: number) => string;
	readonly leftText: string;
	readonly notSent: {
		readonly title: string;
		readonly before: string;
		readonly link: string;
		readonly after: string;
	};
	readonly sections: SectionWords | null;
	readonly sendTitle: string;
	readonly asColleague: string;
	readonly notApproved: string;
	readonly correction: string;
	readonly whatHappens: (day: string) => string;
	readonly incomplete: string;
	readonly buttons: {
		readonly send: string;
		readonly sendCorrection: string;
		readonly sendAnyway: string;
		readonly goOn: string;
		readonly saveMarks: string;
		readonly wait: string;
		readonly later: string;
	};
	readonly approval: {
		readonly title: string;
		readonly notAsked: string;
		readonly give: string;
		readonly askGiver: string;
		readonly states: Readonly<Record<Exclude<ApprovalStanding, 'not-asked'>, TitleAndText>>;
		readonly change: string;
	};
	readonly differences: {
		readonly title: string;
		readonly text: string;
		readonly now: string;
		readonly before: string;
		readonly period: (period: string) => string;
		readonly change: string;
		readonly isRight: string;
		readonly why: string;
		readonly whyHint: string;
		readonly error: string;
		readonly tooLong: string;
	};
	readonly marked: {
		readonly title: string;
		readonly found: (texts: number) => string;
		readonly advice: string;
		readonly kept: string;
		readonly looksLike: string;
		readonly kinds: Readonly<Record<FindingKind, string>>;
		readonly change: string;
		/** Before the question's title. */
		readonly inQuestion: string;
		readonly changeAbove: string;
		readonly keep: string;
		readonly limits: string;
	};
}

export const swedishReview: ReviewTexts = {
	error: 'Fel',
	title: 'Granska och skicka in',
	lead: 'Läs igenom svaren. Ni kan ändra allt tills ni skickar in.',
	left: (count) => (count === 1 ? 'En fråga återstår' : `${String(count)} frågor återstår`),
	leftText: 'Svara på dem innan ni skickar in. Det går bra att svara vet ej.',
	notSent: {
		title: 'Inte skickat än',
		before: 'I texterna finns något som ser ut som personuppgifter. ',
		link: 'Ta ställning till dem',
		after: ', eller skicka in ändå.'
	},
	sections: null,
	sendTitle: 'Skicka in',
	asColleague: 'Svaren är sparade i det gemensamma utkastet. Den som gav dig länken granskar och skickar in.',
	notApproved: 'Knappen för att skicka in visas här när svaren är godkända. De är sparade.',
	correction: 'Rättelsen ersätter det ni skickade tidigare. Samma kod gäller om ni behöver rätta igen.',
	whatHappens: (day) =>
		`När ni har skickat in säger länken bara att enkäten är besvarad. På nästa sida får ni en kopia att skriva ut och en kod som svaret kan rättas med till och med den ${day}.`,
	incomplete: 'Knappen för att skicka in visas här när allt är besvarat. Svaren är sparade.',
	buttons: {
		send: 'Skicka in',
		sendCorrection: 'Skicka in rättelsen',
		sendAnyway: 'Skicka in ändå',
		goOn: 'Gå till det som återstår',
		saveMarks: 'Spara det ni har markerat',
		wait: 'Vänta med att skicka in',
		later: 'Fortsätt senare'
	},
	approval: {
		title: 'Chefens godkännande',
		notAsked: 'Ska chefen läsa svaren innan de skickas in?',
		give: 'Ge chefen en egen länk att godkänna med',
		askGiver: 'Den som gav dig länken kan be om det.',
		states: {
			approved: [
				'Chefen har godkänt svaren',
				'Godkännandet gäller de här svaren. Ändras något behövs ett nytt.'
			],
			'changed-since-approval': [
				'Svaren har ändrats sedan chefen godkände dem',
				'Godkännandet gäller inte längre. Be chefen öppna sin länk igen och godkänna svaren som de är nu.'
			],
			waiting: [
				'Väntar på chefens godkännande',
				'Svaren kan skickas in när chefen har godkänt dem med sin länk.'
			],
			returned: ['Chefen har skickat tillbaka svaren', 'Be chefen öppna sin länk igen när svaren är klara.'],
			'changed-since-return': [
				'Chefen har skickat tillbaka svaren',
				'Svaren har ändrats sedan dess. Be chefen öppna sin länk igen när svaren är klara.'
			]
		},
		change: 'Ge chefen en ny länk, eller dra tillbaka begäran'
	},
	differences: {
		title: 'Stämmer siffrorna?',
		text: 'De här siffrorna skiljer sig mycket från era egna förra gången. Det kan vara helt riktigt. Ni bestämmer, och det går att skicka in utan att svara här.',
		now: 'Nu',
		before: 'förra gången',
		period: (period) => ` (för ${period})`,
		change: 'Ändra',
		isRight: 'Siffran stämmer',
		why: 'Vad beror skillnaden på? (frivilligt)',
		whyHint: 'Läses av samordnaren bland sektorns fritextsvar, utan enhetens namn. Högst 1\u00a0000 tecken.',
		error: 'Fel',
		tooLong: 'Korta texten till högst 1\u00a0000 tecken.'
	},
	marked: {
		title: 'Kan texten peka ut någon?',
		found: (texts) =>
			`I ${texts === 1 ? 'en text' : `${String(texts)} texter`} finns något som ser ut som en personuppgift`,
		advice:
			'Ta bort det som kan peka ut en person. Är det något annat, till exempel ett ärendenummer, så markera att texten ska behållas. Det ni inte tar ställning till granskar samordnaren.',
		kept: 'Ni har valt att behålla texterna som de är.',
		looksLike: 'Ser ut som',
		kinds: findingName,
		change: 'Ändra texten',
		inQuestion: 'i',
		changeAbove: 'Ändra texten ovan',
		keep: 'Behåll texten – den pekar inte ut någon',
		limits:
			'Programmet hittar det som har en bestämd form och vanliga namn. Det hittar inte allt: läs igenom texterna själva också.'
	}
};
