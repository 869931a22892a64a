import type { Actor } from '#lib/server/access/actor.ts';
import type { Application } from '#lib/server/application.ts';
import { readFreeTexts, type ReadText } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { saveCoding, type TextChoice } from '#lib/server/lagesbild/freetexts/saveCoding.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { policeAnswers } from './policeAnswers.ts';
import { insertSmallMunicipality, openedRoundIn, type SmallMunicipality } from './smallMunicipality.ts';

const places = ['Norr', 'Söder', 'Öster', 'Väster', 'Centrum', 'Hamnen', 'Dalen', 'Berget'];

/** What each unit writes begins so, and nothing else does: it can be searched for in all that is put out. */
export const textMark = 'Ordagrant';

export interface RoundOfTexts {
	readonly municipality: SmallMunicipality;
	readonly roundId: string;
	/** Reads the texts of the question anew, in the order of their ids. */
	readonly texts: () => Promise<readonly ReadText[]>;
	readonly save: (choices: readonly TextChoice[], actor?: Actor) => ReturnType<typeof saveCoding>;
}

/** What is chosen for a text as it was read; without themes, that none fits. */
export function choiceOf(text: ReadText | undefined, themes: readonly string[]): TextChoice {
	if (!text) throw new Error('There is no such text');
	const { freeTextId, revision } = text;
	return { freeTextId, revision, themes, isWithoutTheme: themes.length === 0 };
}

/** An open round in which eight organisations have each written a text to the question Z7. */
export async function openRoundOfTexts(
	application: Application,
	municipalityId: string
): Promise<RoundOfTexts> {
	const units = places.map((place) => ['polis', `Lokalpolisområde ${place}`] as const);
	const municipality = await insertSmallMunicipality(application, municipalityId, units);
	const { samordnare } = municipality.actors;
	const { roundId, tokens } = await openedRoundIn(application, municipality);
	for (const [index, place] of places.entries()) {
		const token = tokens.get(`Lokalpolisområde ${place}`) ?? '';
		const written = `${textMark}${String(index)} hämtat ur vår egen text om möten i ${place}`;
		const answers = policeAnswers({ Z7: written, P21_motivera: '' });
		await saveDraft(application, token, { answers, page: 7 });
		const sent = await submitAnswers(application, { token, asksAboutTexts: false });
		if (!sent.ok) throw new Error(sent.refusal);
	}
	return {
		municipality,
		roundId,
		texts: async () => {
			const read = await readFreeTexts(application, samordnare, { roundId, item: 'Z7' });
			if (!read.ok) throw new Error(read.refusal);
			return read.value.texts;
		},
		save: (choices, actor = samordnare) => saveCoding(application, actor, { roundId, choices })
	};
}
