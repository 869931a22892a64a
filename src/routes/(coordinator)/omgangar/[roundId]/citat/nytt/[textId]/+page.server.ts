import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { wordingSchema } from '#lib/freetext/quotation.ts';
import { longestSharedRun } from '#lib/freetext/rewording.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	proposeQuotation,
	readQuotableText,
	type QuotationRefusal
} from '#lib/server/lagesbild/freetexts/proposeQuotation.ts';
import { readForm, type FieldError } from '../../../../../readForm.ts';
import { requireRole } from '../../../../../requireActor.server.ts';
import { idInAddress } from '../../../../../idInAddress.server.ts';
import { roundIdOf } from '../../../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

const goneText = 'Texten finns inte';

function textIdOf({ params }: { readonly params: { readonly textId: string } }): string {
	return idInAddress(params.textId, goneText);
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const place = { roundId, freeTextId: textIdOf(event) };
	const view = await readQuotableText(event.locals.application, actor, place);
	if (!view.ok) error(404, goneText);
	const { round, question, text, themes } = view.value;
	return {
		roundId,
		roundName: roundName(round),
		question,
		parts: text.parts,
		themes: themes.map(({ code, label }) => ({ code, label })),
		longestSharedRun
	};
};

const proposalSchema = z.object({
	theme: z.string({ error: 'Välj vilket tema citatet ska stå under' }).regex(/^[a-z0-9-]{1,60}$/, {
		error: 'Välj vilket tema citatet ska stå under'
	}),
	wording: z
		.string()
		.transform((text) => cleanText(text, 'many'))
		.pipe(wordingSchema)
});

const refusalText: Readonly<Record<QuotationRefusal, string | FieldError>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'round-not-closed': 'Omgången är inte stängd.',
	'texts-erased': 'Texten är gallrad.',
	'not-allowed': 'Bara samordnaren kan föreslå citat.',
	'unknown-text': 'Texten finns inte längre.',
	'already-proposed': 'Texten har redan ett citat som väntar eller är godkänt. Ta tillbaka det först.',
	'theme-not-of-text': { field: 'theme', message: 'Texten är inte kodad med det temat' },
	'same-words': { field: 'wording', message: 'Det är textens egna ord. Skriv om med andra ord' },
	'copied-run': {
		field: 'wording',
		message: `Det står fler än ${String(longestSharedRun)} ord i följd ur texten. Skriv om med andra ord`
	},
	'copied-number': {
		field: 'wording',
		message: 'Ett tal ur texten står kvar. Det kan peka ut någon. Skriv utan talet'
	},
	'personal-data': {
		field: 'wording',
		message: 'Något ser ut som en personuppgift, till exempel ett namn eller en adress. Ta bort det'
	}
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const form = readForm(proposalSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const proposal = await proposeQuotation(event.locals.application, actor, {
			roundId,
			freeTextId: textIdOf(event),
			...form.value
		});
		if (!proposal.ok) {
			const refusal = refusalText[proposal.refusal];
			const typed: Record<string, string> = form.value;
			if (typeof refusal === 'string') return fail(409, { errors: [], typed, message: refusal });
			return fail(400, { errors: [refusal], typed });
		}
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/citat', { roundId }));
	}
};
