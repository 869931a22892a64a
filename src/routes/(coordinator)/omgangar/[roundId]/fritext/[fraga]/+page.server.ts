import { error, fail } from '@sveltejs/kit';
import { themesInRound } from '#lib/freetext/theme.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { readFreeTexts } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { saveCoding, type CodingRefusal } from '#lib/server/lagesbild/freetexts/saveCoding.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { roundIdOf } from '../../roundId.server.ts';
import { readCodingForm } from './readCodingForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many texts on a page: each has the whole code list beside it. */
const textsOnPage = 20;

const goneText = 'Det finns inga texter på den frågan';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const item = event.params.fraga;
	const view = await readFreeTexts(event.locals.application, actor, { roundId, item });
	if (!view.ok) error(404, goneText);
	const { round, question, texts, themes } = view.value;
	const isOnlyUncoded = event.url.searchParams.get('visa') === 'okodade';
	const chosen = isOnlyUncoded ? texts.filter(({ coding }) => coding.state === 'uncoded') : texts;
	const pages = Math.max(1, Math.ceil(chosen.length / textsOnPage));
	const wanted = Number(event.url.searchParams.get('sida') ?? '1');
	const page = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
	return {
		roundId,
		roundName: roundName(round),
		seriesId: round.seriesId,
		question: { item, title: question.title },
		coded: texts.filter(({ coding }) => coding.state === 'coded').length,
		all: texts.length,
		undecided: texts.filter(({ review }) => review === 'undecided').length,
		texts: chosen.slice((page - 1) * textsOnPage, page * textsOnPage),
		themes,
		offered: themesInRound(themes, round).map(({ code }) => code),
		isOnlyUncoded,
		page,
		pages
	};
};

const refusalText: Readonly<Record<CodingRefusal, string>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'round-not-closed': 'Omgången är inte stängd.',
	'texts-erased': 'Texterna är gallrade och kan inte kodas om.',
	'not-allowed': 'Bara samordnaren kan koda texterna.',
	'unknown-text': 'En av texterna finns inte. Läs om sidan. Inget är sparat.',
	'unknown-theme': 'Ett av temana erbjuds inte längre. Läs om sidan. Inget är sparat.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const choices = readCodingForm(await event.request.formData());
		if (!choices) return fail(400, { message: refusalText['unknown-text'] });
		const saving = await saveCoding(event.locals.application, actor, { roundId, choices });
		if (!saving.ok) return fail(409, { message: refusalText[saving.refusal] });
		const { saved, conflicts } = saving.value;
		return {
			saved,
			conflicts: choices
				.filter(({ freeTextId }) => conflicts.includes(freeTextId))
				.map(({ freeTextId, themes }) => ({ freeTextId, themes }))
		};
	}
};
