import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import {
	dropQuestionnaire,
	readQuestionnaires,
	saveQuestionnaire,
	type SavingOutcome
} from '#lib/server/rounds/ownQuestionnaires.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { typedFields } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const goneText = 'Kartläggningen finns inte';

function seriesIdOf({ params }: { readonly params: { readonly seriesId: string } }): string {
	return idInAddress(params.seriesId, goneText);
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readQuestionnaires(event.locals.application, actor, seriesIdOf(event));
	if (!view.ok) error(404, goneText);
	const { series } = view.value;
	return {
		series: { seriesId: series.seriesId, title: series.title },
		sectors: view.value.sectors.map(({ sector, isOwn }) => ({ sector, isOwn, name: sectorName[sector] })),
		saved: event.url.searchParams.has('sparat')
	};
};

const sectorSchema = z.enum(sectors);

const refusalText: Readonly<Record<Extract<SavingOutcome, { ok: false }>['refusal'], string>> = {
	'not-allowed': 'Bara samordnaren kan byta formulär.',
	'unknown-series': goneText,
	'no-json': 'Texten är inte JSON. Hämta formuläret som fil, ändra i det och klistra in hela filens innehåll',
	'other-sector': 'Formuläret är för en annan sektor. Egenskapen sector ska vara sektorns kod',
	'not-compilable': 'Formuläret går inte att använda som det är'
};

function backTo(seriesId: string): never {
	redirect(303, `${resolve('/(coordinator)/serier/[seriesId]/formular', { seriesId })}?sparat`);
}

function sectorIn(form: Readonly<Record<string, string>>) {
	const sector = sectorSchema.safeParse(form['sector']);
	if (!sector.success) error(404, 'Sektorn finns inte');
	return sector.data;
}

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = seriesIdOf(event);
		const form = typedFields(await event.request.formData());
		const sector = sectorIn(form);
		const json = form['json'] ?? '';
		const saving = await saveQuestionnaire(event.locals.application, actor, { seriesId, sector, json });
		if (saving.ok) backTo(seriesId);
		const field = `json-${sector}`;
		return fail(400, {
			sector,
			json,
			errors: [{ field, message: refusalText[saving.refusal] }],
			// A file of another kind has as many faults as it has lines.
			faults: 'faults' in saving ? saving.faults.slice(0, 50) : []
		});
	},
	aterstall: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = seriesIdOf(event);
		const sector = sectorIn(typedFields(await event.request.formData()));
		const dropping = await dropQuestionnaire(event.locals.application, actor, { seriesId, sector });
		if (!dropping.ok) error(404, refusalText[dropping.refusal]);
		backTo(seriesId);
	}
};
