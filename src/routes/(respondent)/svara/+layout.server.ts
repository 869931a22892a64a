import { languageOf } from './answering.server.ts';
import { englishErrors } from './texts/englishErrors.ts';
import { notSavedTexts } from './texts/notSavedTexts.ts';
import type { LayoutServerLoad } from './$types';

/** Also for the pages of errors, which have no load of their own. */
export const load: LayoutServerLoad = ({ cookies, locals, url }) => {
	// An action that has taken the choice away has said what it was.
	const language = locals.language ?? languageOf({ cookies, url });
	locals.language = language;
	return {
		...(url.searchParams.has('inte-sparat') && { notSaved: notSavedTexts[language] }),
		...(language !== 'sv' && { language, errorTexts: englishErrors })
	};
};
