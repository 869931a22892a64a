import { areFrequent } from '#lib/components/questions/frequentKinds.ts';
import type { PageLoad } from './$types';

// Works without a script too; with it, conditions are met at once and what is typed is saved while it is typed.
export const csr = true;

/** Most pages have only the frequent kinds of questions; the components of the others are fetched by pages that have them. */
export const load: PageLoad = async ({ data }) => {
	const page = data.slice.instrument.pages[data.slice.page];
	if (areFrequent(page?.elements ?? [])) return { ...data, further: null };
	const { default: further } = await import('#lib/components/questions/FurtherQuestion.svelte');
	return { ...data, further };
};
