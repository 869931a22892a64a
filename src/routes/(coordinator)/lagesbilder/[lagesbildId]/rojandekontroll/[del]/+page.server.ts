import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { reviewTables } from '#lib/lagesbild/reviewTables.ts';
import { sectorOf } from '#lib/lagesbild/tabellbilaga.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { placeWish, wishSchema, type WishRefusal } from '#lib/server/lagesbild/placeWish.ts';
import { readHiding } from '#lib/server/lagesbild/readHiding.ts';
import { readCompilation } from '#lib/server/lagesbild/watchCompilation.ts';
import { readForm } from '../../../../readForm.ts';
import { requireReviewer, requireRole } from '../../../../requireActor.server.ts';
import { reviewPartName, reviewParts, reviewPartSchema, type ReviewPart } from '../../../../reviewPart.ts';
import { lagesbildIdOf } from '../../lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

function partOf({ params }: { readonly params: { readonly del: string } }): ReviewPart {
	const part = reviewPartSchema.safeParse(params.del);
	if (!part.success) error(404, 'Sidan finns inte');
	return part.data;
}

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const part = partOf(event);
	const view = await readHiding(event.locals.application, actor, lagesbildIdOf(event));
	if (!view.ok) error(404, 'Lägesbilden finns inte');
	const { stored, state, round, placed, isOutdated } = view.value;
	const places = stored.hiding?.places ?? [];
	const all = reviewTables(stored.released.tables, places, placed);
	const hiddenIn = (one: ReviewPart) =>
		all.filter((table) => sectorOf(table) === one).reduce((sum, { hidden }) => sum + hidden, 0);
	const isAll = event.url.searchParams.has('alla');
	return {
		lagesbildId: stored.lagesbildId,
		roundId: round.roundId,
		roundName: roundName(round),
		version: stored.version,
		state,
		part,
		parts: reviewParts.map((one) => ({ part: one, name: reviewPartName[one], hidden: hiddenIn(one) })),
		isAll,
		tables: all.filter((table) => sectorOf(table) === part && (isAll || table.hidden > 0)),
		hasReasons: stored.hiding !== null,
		isOutdated,
		mayWish: actor.role === 'samordnare' && state === 'draft' && stored.hiding !== null,
		compilation: readCompilation(event.locals.application, actor, round.roundId)
	};
};

const refusalText: Readonly<Record<WishRefusal, string>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'Bara samordnaren kan markera uppgifter.',
	'not-a-draft': 'Lägesbilden är skickad till granskning. Markeringarna kan inte ändras nu.',
	'unknown-place': 'Raden finns inte i den här versionen. Läs in sidan igen.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const del = partOf(event);
		const lagesbildId = lagesbildIdOf(event);
		const form = readForm(wishSchema, await event.request.formData());
		if (!form.ok) return fail(400, { message: form.errors[0]?.message ?? '', table: form.typed.table ?? '' });
		const placed = form.value;
		const placing = await placeWish(event.locals.application, actor, { lagesbildId, placed });
		if (!placing.ok) return fail(409, { message: refusalText[placing.refusal], table: placed.table });
		const page = resolve('/(coordinator)/lagesbilder/[lagesbildId]/rojandekontroll/[del]', {
			lagesbildId,
			del
		});
		redirect(303, `${page}${event.url.searchParams.has('alla') ? '?alla' : ''}#tabell-${placed.table}`);
	}
};
