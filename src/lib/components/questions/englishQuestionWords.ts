import { sheetTexts } from '#lib/responses/sheetTexts.ts';
import type { QuestionWords } from './questionWords.ts';

const number = new Intl.NumberFormat('en-GB');

export const englishQuestionWords: QuestionWords = {
	lang: 'en',
	required: ' (must be answered)',
	fault: 'Error:',
	nothingChosen: 'Nothing chosen',
	form: (example) => `Write it like this: ${example}`,
	limits: (least, most) => `A number from ${String(least)} to ${String(most)}.`,
	count: 'Number',
	orStatus: 'or, if you cannot give a number',
	noStatus: 'None of these – we give a number',
	basis: 'Fill in if you have given a number.',
	room: (most) => `At most ${number.format(most)} characters.`,
	written: (length, most) =>
		`Written: ${number.format(length)} of at most ${number.format(most)} characters.`,
	atMost: (count) => `Choose at most ${String(count)}.`,
	takeBack: 'Remove the answer',
	further: {
		countEachRow: 'Write a number in each row. If there is no number, choose an answer instead.',
		rank: 'Give each answer a place. 1 is first.',
		notYet: 'Worked out when you have answered'
	},
	own: new Set(Object.values(sheetTexts.en.statuses))
};
