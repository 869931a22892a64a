import { englishQuestionWords } from '#lib/components/questions/englishQuestionWords.ts';
import QuotedMessage from '#lib/components/QuotedMessage.svelte';
import { englishPrevious } from '#lib/responses/englishPrevious.ts';
import type { PageTexts } from './pageTexts.ts';

export const englishPage: PageTexts = {
	newQuestions: [
		'More questions came',
		'They are shown because of what you answered. Answer them and choose Next again.'
	],
	restored: ['What you wrote is still here', 'What was not saved last time is back in its fields.'],
	place: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
	progress: 'How far you have come',
	buttons: {
		send: 'Send',
		review: 'Review the answers',
		next: 'Next',
		skip: 'Answer the rest later',
		back: 'Previous',
		pause: 'Save and continue later',
		toReview: 'Go to the review',
		nothingSent: (isShort) =>
			`All the buttons save the answers on the page. Nothing is given to the municipality until you choose Send${isShort ? '' : ' at the end'}.`
	},
	saving: {
		saved: (time) => `Saved ${time}`,
		butChanged: ', except what has been changed elsewhere.',
		butFaults: ', except what needs to be corrected',
		away: 'Not saved yet – we are trying again',
		signedOut:
			'Not saved yet. Open the link in the invitation in a new tab, and what you have written here is saved.',
		ended: 'Not saved. The survey takes no more answers on this page.',
		refused: 'Not saved.',
		choose: 'Choose which is right',
		see: 'See why'
	},
	stuck: (stuck) => [
		stuck === 'entries' ? 'The number could not be changed' : 'The page could not be left',
		`${stuck === 'saved' ? 'The answers are saved, but' : 'Everything you have written is still here, but'} the server does not answer just now. Choose the button again in a while.`
	],
	further: {
		errorsTitle: 'Something needs to be corrected',
		error: 'Error',
		questions: englishQuestionWords,
		previous: englishPrevious,
		Message: QuotedMessage,
		conflict: {
			title: 'The answer has been changed elsewhere',
			text: 'Somebody else, or you yourselves in another window, has saved something else in the same field. Which is right?',
			here: 'Here it says',
			saved: 'saved is',
			saveThis: 'Save what it says here',
			takeSaved: 'Take what is saved'
		}
	}
};
