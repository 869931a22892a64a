import { areFrequent } from '#lib/components/questions/frequentKinds.ts';
import { swedishPage } from './pageTexts.ts';
import type { PageLoad } from './$types';

// Works without a script too; with it, conditions are met at once and what is typed is saved while it is typed.
export const csr = true;

/**
 * Most pages have only the frequent kinds of questions; the components of the others are fetched by pages that have them.
 * So are the words of another language than Swedish.
 */
export const load: PageLoad = async ({ data }) => {
	const page = data.slice.instrument.pages[data.slice.page];
	const texts = data.language === 'en' ? (await import('./englishPage.ts')).englishPage : swedishPage;
	if (areFrequent(page?.elements ?? [])) return { ...data, texts, further: null };
	const { default: further } = await import('#lib/components/questions/FurtherQuestion.svelte');
	return { ...data, texts, further };
};
