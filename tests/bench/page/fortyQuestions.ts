const degrees = ['mycket liten', 'liten', 'måttlig', 'stor', 'mycket stor'].map((text, index) => ({
	value: `v${String(index)}`,
	text
}));

const code = (index: number) => `F${String(index + 1)}`;

const elements = Array.from({ length: 40 }, (_, index) => ({
	name: code(index),
	itemCode: code(index),
	itemVersion: 1,
	...(index % 2 === 0
		? {
				type: 'text',
				inputType: 'number',
				min: 0,
				max: 99_999_999,
				unit: 'person',
				title: `Hur många personer i grupp ${String(index + 1)} hade ni kännedom om under året?`
			}
		: {
				type: 'radiogroup',
				choices: degrees,
				title: `I vilken grad stämmer påstående ${String(index + 1)} för er verksamhet?`,
				// Every second question has a condition on the one before, so that each stroke of a key is met by some.
				requiredIf: `{${code(index - 1)}} > 0`
			})
}));

/** 40 questions on the first of two pages: 20 numbers, 20 opinions that depend on them. Invented. */
export const fortyQuestions = {
	title: 'Fyrtio frågor',
	sector: 'skola',
	instrumentCode: 'FYR',
	instrumentVersion: 1,
	locale: 'sv',
	pages: [
		{ name: 'alla', title: 'Alla frågor', elements },
		{
			name: 'sist',
			title: 'Till sist',
			elements: [
				{
					type: 'comment',
					name: 'T1',
					itemCode: 'T1',
					itemVersion: 1,
					flags: ['FRI'],
					title: 'Något mer?',
					maxLength: 1000
				}
			]
		}
	]
};
