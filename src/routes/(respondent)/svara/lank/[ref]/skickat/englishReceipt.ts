import { aroundTexts } from '../../../texts/aroundTexts.ts';
import { englishSections } from '../../../texts/sectionWords.ts';
import type { ReceiptTexts } from './receiptTexts.ts';

const { ending, support } = aroundTexts.en;

export const englishReceipt: ReceiptTexts = {
	title: (isCorrection) =>
		isCorrection ? 'Thank you, the correction has been sent' : 'Thank you, the answer has been sent',
	sentOn: (day) => `Sent on ${day}.`,
	codeTitle: 'Code for correcting the answer',
	code: (day) =>
		`With the link in the invitation and this code the answer can be opened, changed and sent again until ${day}. The code is shown only now and cannot be had again. Whoever has both the link and the code can read the answer, so keep them apart.`,
	saveTitle: 'Save a copy now',
	save: [
		'This page is shown for a short while only. Print it or save it as a PDF with the browser’s print command (',
		' + ',
		', on a telephone under Share or Print). After that the link says only that the survey has been answered, and only the code above opens the answer again.'
	],
	nextTitle: 'What happens now',
	next: 'The coordinator sees that you have answered, but not what. When the round is closed the tables are reviewed so that no person can be recognised, and the situation report is given to the municipal council and published.',
	shared:
		'You are using a shared computer: the browser has been asked to forget everything from this site. Close the window when you have printed.',
	answersTitle: 'This is what you answered',
	version: (title, version, period) => `${title}, version ${version}. The figures are for ${period}.`,
	around: { sections: englishSections, ending, support }
};
