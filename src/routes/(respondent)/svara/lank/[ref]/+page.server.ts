import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { askedPeriod } from '#lib/responses/askedPeriod.ts';
import { answeringEffort } from '#lib/responses/answeringEffort.ts';
import { correctionCodeSchema } from '#lib/responses/correctionCode.ts';
import { partsAt } from '#lib/responses/questionnaireParts.ts';
import { pastedLinkSchema } from '#lib/invitations/invitationToken.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { readInformation } from '#lib/server/responses/readInformation.ts';
import { cancelCorrection, openCorrection } from '#lib/server/responses/openCorrection.ts';
import {
	moveDraft,
	readWithdrawnLink,
	type DraftMovingRefusal
} from '#lib/server/responses/withdrawnLink.ts';
import {
	isSharedComputer,
	languageOf,
	rememberLanguage,
	rememberSharedComputer,
	requireToken,
	sessionFrame
} from '../../answering.server.ts';
import { linkStateTexts, type LinkStateTexts } from '../../texts/linkStateTexts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cookies, locals, params, url } = event;
	rememberLanguage(event);
	const language = languageOf(event);
	const opening = await openAnswering(locals.application, requireToken({ cookies }));
	if (!opening.ok) {
		if (opening.refusal === 'unknown-link') error(404, 'Länken känns inte igen');
		// A manager's link has a page of its own.
		if (opening.refusal === 'approval-only') {
			redirect(303, resolve('/(respondent)/svara/lank/[ref]/godkanna', params));
		}
		if (opening.refusal !== 'withdrawn') return { state: opening.refusal, language };
		const withdrawn = await readWithdrawnLink(locals.application, requireToken({ cookies }));
		if (!withdrawn) error(404, 'Länken känns inte igen');
		return { state: opening.refusal, withdrawn, language };
	}
	const { instrument, resumePage, isCorrection, isColleague, askedPages } = opening.value;
	return {
		state: 'open' as const,
		/** Whether the questions can be read in the page's language. */
		isTranslated: language === 'sv' || instrument.translations !== undefined,
		...sessionFrame(opening.value),
		language,
		/** What the municipality wants to say before the questions. */
		information: await readInformation(locals.application, opening.value),
		period: askedPeriod(instrument, Number(opening.value.round.closesOn.slice(0, 4))),
		effort: answeringEffort(instrument),
		resumePage: resumePage === null ? null : resumePage + 1,
		isCorrection,
		isColleague,
		/** What the colleague was asked for; empty: all of it. */
		parts: partsAt(instrument, askedPages),
		isJustSaved: url.searchParams.has('sparat'),
		isShared: isSharedComputer({ cookies })
	};
};

const movingText: Readonly<Record<DraftMovingRefusal, keyof LinkStateTexts['replaced']>> = {
	'unknown-link': 'noLink',
	'approval-only': 'otherUnit',
	'other-unit': 'otherUnit',
	'draft-at-new-link': 'begun',
	'nothing-to-move': 'gone',
	'not-open-yet': 'closed',
	answered: 'answered',
	withdrawn: 'withdrawn',
	closed: 'closed'
};

export const actions: Actions = {
	/** "Jag använder en delad dator", set or taken back. */
	dator: async (event) => {
		requireToken(event);
		const form = await event.request.formData();
		rememberSharedComputer(event, form.get('delad') === 'ja');
		redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	},
	ratta: async (event) => {
		const typed = (await event.request.formData()).get('kod');
		const code = correctionCodeSchema.safeParse(typed);
		const words = linkStateTexts[languageOf(event)].answered;
		const asTyped = typeof typed === 'string' ? typed.slice(0, 100) : '';
		if (!code.success) {
			const message = code.error.issues[0]?.code === 'invalid_type' ? words.missing : words.notACode;
			return fail(422, { code: asTyped, message });
		}
		const opened = await openCorrection(event.locals.application, requireToken(event), code.data);
		if (!opened.ok && opened.refusal === 'wrong-code') {
			return fail(422, { code: asTyped, message: words.wrong });
		}
		redirect(
			303,
			opened.ok
				? resolve('/(respondent)/svara/lank/[ref]/granska', event.params)
				: resolve('/(respondent)/svara/lank/[ref]', event.params)
		);
	},
	/** What was begun with a withdrawn link goes to the new one that is pasted. */
	flytta: async (event) => {
		const from = requireToken(event);
		const typed = (await event.request.formData()).get('lank');
		const words = linkStateTexts[languageOf(event)].replaced;
		const typedLink = typeof typed === 'string' ? typed.slice(0, 2000) : '';
		const to = pastedLinkSchema.safeParse(typed);
		if (!to.success) return fail(422, { typedLink, message: words.noLink });
		const moving = await moveDraft(event.locals.application, { from, to: to.data });
		if (!moving.ok) return fail(422, { typedLink, message: words[movingText[moving.refusal]] });
		redirect(303, resolve('/(respondent)/svara/[token]', { token: to.data }));
	},
	avbryt: async (event) => {
		await cancelCorrection(event.locals.application, requireToken(event));
		redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	}
};
