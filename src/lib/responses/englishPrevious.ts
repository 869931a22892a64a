import { sheetTexts } from './sheetTexts.ts';
import type { PreviousWords } from './previousText.ts';

export const englishPrevious: PreviousWords = {
	number: new Intl.NumberFormat('en-GB'),
	status: (status) => `“${sheetTexts.en.statuses[status]}”`,
	latest: 'Last time you answered',
	earlier: 'The last time you took part you answered',
	period: (period) => `(for ${period})`,
	asks: (now) => `Is it right that it is now ${now}? You decide, and can write why when you review.`
};
