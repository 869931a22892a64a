/** The words between the answers, where they are read before sending and on the receipt. */
export interface SectionWords {
	readonly change: string;
	/** Before the page's title. */
	readonly answersOn: string;
	readonly unanswered: string;
	readonly rowUnanswered: string;
}

export const englishSections: SectionWords = {
	change: 'Change',
	answersOn: 'the answers on',
	unanswered: 'Not answered',
	rowUnanswered: 'not answered'
};
