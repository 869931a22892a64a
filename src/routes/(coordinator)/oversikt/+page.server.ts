import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readPlans } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { acceptedOfferSchema, acceptProposal, offerNextRound } from '#lib/server/rounds/acceptProposal.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readForm } from '../readForm.ts';
import { requireActor, requireRole } from '../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { application } = event.locals;
	const { series, ...overview } = await readOverview(application, actor);
	const { reminders } = await readPlans(application, actor);
	const offered = series.map(async (each) => ({
		...each,
		offer: await offerNextRound(application, actor, { ...each, seriesId: each.series.seriesId })
	}));
	return {
		overview: { ...overview, series: await Promise.all(offered) },
		reminders,
		mayPlan: actor.role === 'samordnare'
	};
};

const changedText =
	'Förslaget är ett annat nu, eller är redan planerat. Läs det som står på sidan och planera det om det stämmer.';

export const actions: Actions = {
	/** The next round of a series, as it was proposed. */
	planera: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(acceptedOfferSchema, await event.request.formData());
		const accepting = form.ok && (await acceptProposal(event.locals.application, actor, form.value));
		if (!accepting || !accepting.ok) return fail(409, { message: changedText });
		const { roundId } = accepting.value;
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	}
};
