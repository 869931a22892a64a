import type { ReviewTexts } from './reviewTexts.ts';
import { englishSections } from './sectionWords.ts';

/** The words of the page before sending, in English. */
export const englishReview: ReviewTexts = {
	error: 'Error',
	title: 'Review and send',
	lead: 'Read through the answers. You can change everything until you send.',
	left: (count) => (count === 1 ? 'One question is left' : `${String(count)} questions are left`),
	leftText: 'Answer them before you send. You may answer that you do not know.',
	notSent: {
		title: 'Not sent yet',
		before: 'Something in the texts looks like personal data. ',
		link: 'Decide about it',
		after: ', or send anyway.'
	},
	sections: englishSections,
	sendTitle: 'Send',
	asColleague: 'The answers are saved in the common draft. Whoever gave you the link reviews and sends them.',
	notApproved: 'The button to send is shown here when the answers have been approved. They are saved.',
	correction:
		'The correction replaces what you sent before. The same code holds if you need to correct again.',
	whatHappens: (day) =>
		`When you have sent, the link says only that the survey has been answered. On the next page you get a copy to print and a code that the answer can be corrected with until ${day}.`,
	incomplete: 'The button to send is shown here when everything has been answered. The answers are saved.',
	buttons: {
		send: 'Send',
		sendCorrection: 'Send the correction',
		sendAnyway: 'Send anyway',
		goOn: 'Go to what is left',
		saveMarks: 'Save what you have marked',
		wait: 'Wait with sending',
		later: 'Continue later'
	},
	approval: {
		title: 'The manager’s approval',
		notAsked: 'Is the manager to read the answers before they are sent?',
		give: 'Give the manager a link to approve with',
		askGiver: 'Whoever gave you the link can ask for it.',
		states: {
			approved: [
				'The manager has approved the answers',
				'The approval is of these answers. If anything is changed a new one is needed.'
			],
			'changed-since-approval': [
				'The answers have been changed since the manager approved them',
				'The approval no longer holds. Ask the manager to open the link again and approve the answers as they are now.'
			],
			waiting: [
				'Waiting for the manager’s approval',
				'The answers can be sent when the manager has approved them with the link.'
			],
			returned: [
				'The manager has sent the answers back',
				'Ask the manager to open the link again when the answers are ready.'
			],
			'changed-since-return': [
				'The manager has sent the answers back',
				'The answers have been changed since then. Ask the manager to open the link again when they are ready.'
			]
		},
		change: 'Give the manager a new link, or take back the request'
	},
	differences: {
		title: 'Are the figures right?',
		text: 'These figures differ much from your own last time. They may well be right. You decide, and you can send without answering here.',
		now: 'Now',
		before: 'last time',
		period: (period) => ` (for ${period})`,
		change: 'Change',
		isRight: 'The figure is right',
		why: 'What is the reason for the difference? (optional)',
		whyHint:
			'Read by the coordinator among what the sector has written, without the name of the unit. At most 1,000 characters.',
		error: 'Error',
		tooLong: 'Shorten the text to at most 1,000 characters.'
	},
	marked: {
		title: 'Can the text point to somebody?',
		found: (texts) =>
			`Something in ${texts === 1 ? 'one text' : `${String(texts)} texts`} looks like personal data`,
		advice:
			'Take away what can point to a person. If it is something else, such as a case number, mark that the text is to be kept. What you do not decide about is reviewed by the coordinator.',
		kept: 'You have chosen to keep the texts as they are.',
		looksLike: 'Looks like',
		kinds: {
			personnummer: 'personal identity number',
			samordningsnummer: 'coordination number',
			telefon: 'telephone number',
			'e-post': 'e-mail address',
			registreringsnummer: 'registration number',
			adress: 'address',
			namn: 'name'
		},
		change: 'Change the text',
		inQuestion: 'in',
		changeAbove: 'Change the text above',
		keep: 'Keep the text – it points to nobody',
		limits:
			'The program finds what has a fixed form, and common names. It does not find everything: read through the texts yourselves too.'
	}
};
