import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { offerNextRound } from '#lib/server/rounds/acceptProposal.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readSeriesGround } from '#lib/server/rounds/readSeriesGround.ts';
import { changeSeries, readSeries } from '#lib/server/rounds/saveSeries.ts';
import { idInAddress } from '../../idInAddress.server.ts';
import { requireRole } from '../../requireActor.server.ts';
import { heldFields, saveSeriesForm } from '../saveSeriesForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

const goneText = 'Kartläggningen finns inte';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { application } = event.locals;
	const series = await readSeries(application, actor, idInAddress(event.params.seriesId, goneText));
	if (!series.ok) error(404, goneText);
	const { seriesId, title } = series.value;
	const overviews = (await readOverview(application, actor)).series;
	const overview = overviews.find((each) => each.series.seriesId === seriesId);
	return {
		offer: overview ? await offerNextRound(application, actor, { ...overview, seriesId }) : null,
		series: { seriesId, title },
		held: heldFields(series.value),
		...(await readSeriesGround(application, actor)),
		saved: event.url.searchParams.has('sparat')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = idInAddress(event.params.seriesId, goneText);
		const { application } = event.locals;
		const before = await readSeries(application, actor, seriesId);
		if (!before.ok) error(404, goneText);
		const saved = await saveSeriesForm(
			event.request,
			(settings) => changeSeries(application, actor, { seriesId, ...settings }),
			heldFields(before.value)
		);
		if (typeof saved !== 'string') return saved;
		redirect(303, `${resolve('/(coordinator)/serier/[seriesId]', { seriesId })}?sparat`);
	}
};
