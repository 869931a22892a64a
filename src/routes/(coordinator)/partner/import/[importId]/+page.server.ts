import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { columnHeading } from '#lib/organisations/register/registerCells.ts';
import type { Fate, RowFate } from '#lib/organisations/register/rowFate.ts';
import {
	confirmImport,
	discardImport,
	readImport,
	type ConfirmationRefusal
} from '#lib/server/organisations/register/importRegister.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Filen finns inte kvar. Den är redan inläst, eller äldre än ett dygn.';
const rowsOnPage = 100;
const fates = ['new', 'changed', 'unchanged', 'refused'] as const satisfies readonly Fate[];

/** A row as the page shows it, with the words of the columns. */
function shownRow({ changes, faults, ...row }: RowFate) {
	return {
		...row,
		changes: changes.map(({ column, from, to }) => ({ column: columnHeading[column], from, to })),
		faults: faults.map(({ column, message }) => ({ column: column ? columnHeading[column] : null, message }))
	};
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const importId = idInAddress(event.params.importId, missing);
	const view = await readImport(event.locals.application, actor, importId);
	if (!view.ok) error(404, missing);
	const { plan, counts, unread, planHash } = view.value;
	const { searchParams } = event.url;
	const shown = z.enum(fates).nullable().catch(null).parse(searchParams.get('visa'));
	const rows = shown === null ? plan.rows : plan.rows.filter(({ fate }) => fate === shown);
	const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
	const asked = z.coerce.number().int().min(1).catch(1).parse(searchParams.get('sida'));
	const page = Math.min(asked, pages);
	return {
		counts,
		unread,
		planHash,
		total: plan.rows.length,
		shown,
		page,
		pages,
		noted: plan.rows.filter(({ notes }) => notes.length > 0).length,
		rows: rows.slice((page - 1) * rowsOnPage, page * rowsOnPage).map(shownRow)
	};
};

const refusalText: Readonly<Record<ConfirmationRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan läsa in registret.',
	'unknown-import': missing,
	'register-changed':
		'Registret har ändrats sedan du öppnade sidan. Inget är skrivet. Titta igenom listan igen: den visar vad filen ändrar nu.',
	'nothing-to-write': 'Filen ändrar ingenting i registret.'
};

export const actions: Actions = {
	skriv: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const importId = idInAddress(event.params.importId, missing);
		const form = readForm(z.object({ planHash: z.string().max(100) }), await event.request.formData());
		const planHash = form.ok ? form.value.planHash : '';
		const confirmed = await confirmImport(event.locals.application, actor, { importId, planHash });
		if (!confirmed.ok) return fail(409, { message: refusalText[confirmed.refusal] });
		const { new: added, changed, refused } = confirmed.value;
		const result = new URLSearchParams({ nya: `${added}`, andrade: `${changed}`, vagrade: `${refused}` });
		redirect(303, `${resolve('/partner/import/klart')}?${result.toString()}`);
	},
	kasta: async (event) => {
		const actor = requireRole(event, 'samordnare');
		await discardImport(event.locals.application, actor, idInAddress(event.params.importId, missing));
		redirect(303, resolve('/partner/import'));
	}
};
