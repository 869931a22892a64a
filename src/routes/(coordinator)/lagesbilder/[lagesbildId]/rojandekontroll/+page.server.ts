import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { lagesbildAddress } from '#lib/lagesbild/lagesbildAddress.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { approveAndPublish, type PublicationRefusal } from '#lib/server/lagesbild/approveAndPublish.ts';
import { returnForChanges, type ReturnRefusal } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { readWaiversOf } from '#lib/server/lagesbild/readWaivers.ts';
import { readForm } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const returnSchema = z.object({
	reason: z
		.string()
		.transform((text) => cleanText(text, 'many'))
		.pipe(
			z
				.string()
				.min(1, { error: 'Skriv vad som behöver ändras' })
				.max(4000, { error: 'Texten är för lång: högst 4 000 tecken' })
		)
});

/** The revision that the page showed: what is approved is what was read. */
const approvalSchema = z.object({
	revision: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
});

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round, content, mayApprove } = await requireLagesbild(event, actor);
	const maySeeReasons = actor.role !== 'lasare';
	return {
		lagesbildId: stored.lagesbildId,
		revision: stored.revision,
		state,
		roundName: roundName(round),
		threshold: round.threshold,
		// Parameters of the rules on concentration are shown to nobody.
		protocol: { ...stored.released.protocol, policy: content.protocol.policy },
		wishes: maySeeReasons ? stored.wishes : [],
		waivers: maySeeReasons ? await readWaiversOf(event.locals.application, actor, stored) : null,
		obstacles: maySeeReasons ? (stored.hiding?.obstacles ?? []) : [],
		maySeeReasons,
		mayWish: actor.role === 'samordnare' && state === 'draft',
		address: { kommun: content.municipality.slug, ar: lagesbildAddress(content) },
		mayApprove,
		mayReturn: state === 'under-review' && actor.role === 'granskare'
	};
};

const publicationRefusalText: Readonly<Record<PublicationRefusal, string>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'En annan person än den som har skrivit eller skickat in lägesbilden måste godkänna den.',
	'not-under-review': 'Lägesbilden väntar inte på granskning.',
	'changed-meanwhile': 'Lägesbilden ändrades medan du granskade. Läs den igen.',
	'threshold-changed':
		'Det som skyddas har ändrats sedan lägesbilden räknades fram. Skicka tillbaka den, så att samordnaren kan sammanställa en ny version.',
	'quotation-withdrawn':
		'Ett citat i lägesbilden har tagits tillbaka. Skicka tillbaka den, så att samordnaren kan sammanställa en ny version.',
	'waiver-ended':
		'Ett medgivande som lägesbilden bygger på gäller inte längre. Skicka tillbaka den, så att samordnaren kan sammanställa en ny version.',
	'more-published-since':
		'En annan lägesbild har publicerats sedan den här räknades fram. Skicka tillbaka den, så att samordnaren kan sammanställa en ny version.'
};

const returnRefusalText: Readonly<Record<ReturnRefusal, string>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'Bara granskaren kan skicka tillbaka lägesbilden.',
	'not-under-review': 'Lägesbilden väntar inte på granskning.'
};

export const actions: Actions = {
	godkann: async (event) => {
		const actor = requireRole(event, 'granskare');
		const lagesbildId = lagesbildIdOf(event);
		const form = readForm(approvalSchema, await event.request.formData());
		if (!form.ok) return fail(400, { message: publicationRefusalText['changed-meanwhile'] });
		const { revision } = form.value;
		const publication = await approveAndPublish(event.locals.application, actor, { lagesbildId, revision });
		if (!publication.ok) return fail(409, { message: publicationRefusalText[publication.refusal] });
		const { municipality } = publication.value;
		redirect(
			303,
			resolve('/(public)/lagesbild/[kommun]/[ar]', {
				kommun: municipality.slug,
				ar: lagesbildAddress(publication.value)
			})
		);
	},
	skickaTillbaka: async (event) => {
		const actor = requireRole(event, 'granskare');
		const lagesbildId = lagesbildIdOf(event);
		const form = readForm(returnSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { reason } = form.value;
		const returning = await returnForChanges(event.locals.application, actor, { lagesbildId, reason });
		if (!returning.ok) {
			return fail(409, { message: returnRefusalText[returning.refusal], errors: [], typed: form.typed });
		}
		redirect(303, resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }));
	}
};
