import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { periodText } from '#lib/reference/referencePeriod.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { valueFates, type ValuePlan } from '#lib/reference/planValues.ts';
import { fewPersonsIn } from '#lib/reference/smallNumbers.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import {
	confirmValueImport,
	discardValueImport,
	readValueImport,
	type ValueConfirmationRefusal,
	type ValueImportView
} from '#lib/server/reference/importValues.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { typedFields } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Värdena finns inte kvar. De är redan inlästa, eller äldre än ett dygn.';
const rowsOnPage = 100;

const choicePrefix = 'val.';

/** What is chosen of each further dimension: `val.kon=1+2` in the address. */
function choiceIn(entries: Iterable<readonly [string, string]>): Record<string, string> {
	return Object.fromEntries(
		[...entries]
			.filter(([name]) => name.startsWith(choicePrefix))
			.map(([name, code]) => [name.slice(choicePrefix.length), code])
	);
}

/** Numbers of few persons among what would be written. */
function fewIn({ series, plan }: ValueImportView): string[] {
	const values = plan.rows.flatMap(({ write }) => (write ? [write] : []));
	const names = new Map(plan.rows.flatMap(({ write, area }) => (write ? [[write.area, area]] : [])));
	return fewPersonsIn({ kind: series.kind, values }, defaultThreshold).map(
		({ area, period, reading }) => `${names.get(area) ?? area} ${periodText(period)}: ${readingText(reading)}`
	);
}

/** Rows of other kommuner may be thousands: they are counted, and seen by who asks for them. */
function rowsToShow(plan: ValuePlan, shown: string | null) {
	if (shown === null) return plan.rows.filter(({ fate }) => fate !== 'passed');
	return plan.rows.filter(({ fate }) => fate === shown);
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const importId = idInAddress(event.params.importId, missing);
	const { searchParams } = event.url;
	const choice = choiceIn(searchParams);
	const view = await readValueImport(event.locals.application, actor, { importId, choice });
	if (!view.ok) error(404, missing);
	const { series, says, open, plan, planHash } = view.value;
	const shown = z.enum(valueFates).nullable().catch(null).parse(searchParams.get('visa'));
	const rows = rowsToShow(plan, shown);
	const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
	const asked = z.coerce.number().int().min(1).catch(1).parse(searchParams.get('sida'));
	const page = Math.min(asked, pages);
	return {
		seriesId: series.seriesId,
		title: series.title,
		unit: series.unit,
		says,
		open,
		counts: plan.counts,
		planHash,
		shown,
		page,
		pages,
		few: fewIn(view.value),
		threshold: defaultThreshold,
		rows: rows
			.slice((page - 1) * rowsOnPage, page * rowsOnPage)
			.map(({ line, area, period, value, fate, from, message }) => ({
				line,
				area,
				period,
				value,
				fate,
				from,
				message
			}))
	};
};

const refusalText: Readonly<Record<ValueConfirmationRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan läsa in värden.',
	'unknown-import': missing,
	'series-changed':
		'Serien har ändrats sedan du öppnade sidan. Inget är skrivet. Titta igenom listan igen: den visar vad som ändras nu.',
	'nothing-to-write': 'Filen ändrar ingenting i serien.'
};

export const actions: Actions = {
	skriv: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const importId = idInAddress(event.params.importId, missing);
		const typed = typedFields(await event.request.formData());
		const confirmed = await confirmValueImport(event.locals.application, actor, {
			importId,
			choice: choiceIn(event.url.searchParams),
			planHash: typed['planHash'] ?? ''
		});
		if (!confirmed.ok) return fail(409, { message: refusalText[confirmed.refusal] });
		redirect(
			303,
			resolve('/(coordinator)/annan-information/serie/[seriesId]', { seriesId: confirmed.value })
		);
	},
	kasta: async (event) => {
		const actor = requireRole(event, 'samordnare');
		await discardValueImport(event.locals.application, actor, idInAddress(event.params.importId, missing));
		redirect(303, resolve('/annan-information'));
	}
};
