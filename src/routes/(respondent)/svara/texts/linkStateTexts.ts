import type { Language } from '#lib/instruments/texts/answerMessages.ts';

type State = 'not-open-yet' | 'closed' | 'withdrawn';

/** The words of a link that takes no answer: sent, not open, closed, withdrawn, or left on this computer. */
export interface LinkStateTexts {
	readonly states: Readonly<Record<State, readonly [title: string, lead: string, text: string]>>;
	/** Of a withdrawn link. */
	readonly replaced: {
		readonly ask: string;
		readonly title: string;
		readonly lead: string;
		readonly link: string;
		readonly hint: string;
		readonly move: string;
		readonly noLink: string;
		readonly otherUnit: string;
		readonly begun: string;
		readonly answered: string;
		readonly withdrawn: string;
		readonly closed: string;
		readonly gone: string;
	};
	readonly ended: readonly [title: string, lead: string, text: string, others: string];
	readonly answered: {
		readonly error: string;
		readonly errorsTitle: string;
		readonly title: string;
		readonly lead: string;
		readonly text: string;
		readonly correctTitle: string;
		readonly correct: string;
		readonly code: string;
		readonly codeHint: string;
		readonly open: string;
		readonly lost: string;
		readonly missing: string;
		readonly notACode: string;
		readonly wrong: string;
	};
}

const swedish: LinkStateTexts = {
	states: {
		'not-open-yet': [
			'Enkäten är inte öppen än',
			'Länken är rätt, men insamlingen har inte börjat.',
			'Första svarsdag står i inbjudan. Spara länken och öppna den igen då.'
		],
		closed: [
			'Enkäten är stängd',
			'Den tar inte emot fler svar.',
			'Inget svar har skickats in från er med den här länken. Vill ni ändå lämna uppgifter: kontakta den person i kommunen som står i inbjudan.'
		],
		withdrawn: [
			'Länken gäller inte längre',
			'Kommunen har dragit tillbaka den.',
			'Har ni fått en nyare länk gäller den. Annars: hör av er, så får ni en ny.'
		]
	},
	replaced: {
		ask: 'Fråga',
		title: 'Ta med det ni har börjat på',
		lead: 'Något är påbörjat med den här länken. Det finns kvar, och följer med till er nya länk om ni klistrar in den här.',
		link: 'Den nya länken',
		hint: 'Hela adressen, som den står i det senaste meddelandet.',
		move: 'Flytta och fortsätt',
		noLink: 'Klistra in hela den nya länken',
		otherUnit: 'Länken hör till någon annan. Klistra in er egen nya länk',
		begun: 'Ni har redan börjat svara med den nya länken. Fortsätt där',
		answered: 'Svaret är redan inskickat',
		withdrawn: 'Den länken gäller inte heller. Klistra in den senaste',
		closed: 'Enkäten är stängd',
		gone: 'Det finns inte längre något att flytta'
	},
	ended: [
		'Avslutat på den här datorn',
		'Inget av enkäten finns kvar i webbläsaren.',
		'Det ni har sparat finns kvar hos oss. Öppna länken i inbjudan igen när ni vill fortsätta, på vilken dator som helst.',
		'Har någon annan kunnat läsa på skärmen: stäng också fönstret.'
	],
	answered: {
		error: 'Fel',
		errorsTitle: 'Något behöver rättas',
		title: 'Besvarad',
		lead: 'Svaret på den här länken är inskickat. Tack!',
		text: 'Länken kan inte visa vad ni svarade, och det går inte att svara en gång till.',
		correctTitle: 'Rätta svaret',
		correct:
			'Har ni koden från kvittot kan ni öppna svaret, ändra det och skicka in det igen till och med sista svarsdag. Ingen annan har koden, inte heller kommunen.',
		code: 'Kod från kvittot',
		codeHint: 'Fem grupper med fyra tecken. Stora eller små bokstäver spelar ingen roll.',
		open: 'Öppna svaret',
		lost: 'Saknar ni koden och något blev fel: kontakta den person i kommunen som står i inbjudan. Då får det rättas i redovisningen, eftersom ingen kan ta fram just ert svar.',
		missing: 'Skriv koden som står på kvittot',
		notACode: 'Skriv koden som på kvittot: fem grupper med fyra tecken. Något tecken saknas eller är fel',
		wrong: 'Koden hör inte till svaret på den här länken. Jämför med kvittot'
	}
};

const english: LinkStateTexts = {
	states: {
		'not-open-yet': [
			'The survey is not open yet',
			'The link is right, but the survey has not begun.',
			'The first day for answering is in the invitation. Keep the link and open it again then.'
		],
		closed: [
			'The survey is closed',
			'It takes no more answers.',
			'No answer has been sent from you with this link. If you still want to leave information, contact the person in the municipality who is named in the invitation.'
		],
		withdrawn: [
			'The link no longer works',
			'The municipality has taken it back.',
			'If you have been given a newer link, use that one. Otherwise contact us, and you will get a new one.'
		]
	},
	replaced: {
		ask: 'Ask',
		title: 'Bring what you have begun',
		lead: 'Something has been begun with this link. It is still there, and comes along to your new link if you paste that here.',
		link: 'The new link',
		hint: 'The whole address, as it stands in the latest message.',
		move: 'Move and go on',
		noLink: 'Paste the whole of the new link',
		otherUnit: 'The link belongs to somebody else. Paste your own new link',
		begun: 'You have already begun to answer with the new link. Go on there',
		answered: 'The answer has already been sent',
		withdrawn: 'That link no longer works either. Paste the latest one',
		closed: 'The survey is closed',
		gone: 'There is nothing left to move'
	},
	ended: [
		'Ended on this computer',
		'Nothing of the survey is left in the browser.',
		'What you have saved is still with us. Open the link in the invitation again when you want to go on, on any computer.',
		'If somebody else can have read the screen, close the window too.'
	],
	answered: {
		error: 'Error',
		errorsTitle: 'Something needs to be corrected',
		title: 'Answered',
		lead: 'The answer on this link has been sent. Thank you!',
		text: 'The link cannot show what you answered, and it is not possible to answer once more.',
		correctTitle: 'Correct the answer',
		correct:
			'If you have the code on the receipt you can open the answer, change it and send it again until the last day for answering. Nobody else has the code, nor has the municipality.',
		code: 'Code on the receipt',
		codeHint: 'Five groups of four characters. Capital or small letters do not matter.',
		open: 'Open the answer',
		lost: 'If you do not have the code and something is wrong, contact the person in the municipality who is named in the invitation. It can then be corrected in the report, since nobody can find your very answer.',
		missing: 'Write the code that is on the receipt',
		notACode:
			'Write the code as on the receipt: five groups of four characters. A character is missing or wrong',
		wrong: 'The code does not belong to the answer on this link. Compare it with the receipt'
	}
};

export const linkStateTexts: Readonly<Record<Language, LinkStateTexts>> = { sv: swedish, en: english };
