import { randomUUID } from 'node:crypto';
import type { WaiverForm } from '#lib/organisations/registerForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { findNamedContact } from '../contactStore.ts';
import { insertWaiver, markWaiverWithdrawn } from '../waiverStore.ts';
import { changeRegister } from './changeRegister.ts';
import { listWaivedQuestions, listWaivedRounds } from './waiverChoices.ts';

export type WaiverRefusal =
	'not-allowed' | 'unknown-signer' | 'unknown-round' | 'unknown-question' | 'signed-in-the-future';

/** Registers a medgivande that an organisation has signed. A new one never changes an old one. */
export async function registerWaiver(
	application: Application,
	actor: Actor,
	{ organisationId, form }: { readonly organisationId: string; readonly form: WaiverForm }
): Promise<Result<string, WaiverRefusal>> {
	return await changeRegister<string, WaiverRefusal>(application, actor, {
		action: 'waiver-registered',
		subject: (id) => id,
		make: async (sql, today) => {
			const { signerId, seriesId, roundId, item } = form;
			const signer = await findNamedContact(sql, signerId);
			if (signer?.organisationId !== organisationId) return refused('unknown-signer');
			if (form.signedOn > today) return refused('signed-in-the-future');
			const rounds = await listWaivedRounds(sql);
			const isKnown = rounds.some((each) => each.seriesId === seriesId && each.roundId === roundId);
			if (!isKnown) return refused('unknown-round');
			const questions = await listWaivedQuestions(sql, seriesId);
			if (item !== null && !questions.some((each) => each.item === item)) return refused('unknown-question');
			const waiver = { ...form, waiverId: randomUUID(), organisationId, withdrawnOn: null };
			await insertWaiver(sql, waiver, { at: application.clock.now(), by: actor.accountId });
			return accepted(waiver.waiverId);
		}
	});
}

/** The organisation takes it back: from today it counts no more. What it let be published stays published. */
export async function withdrawWaiver(
	application: Application,
	actor: Actor,
	{ organisationId, waiverId }: { readonly organisationId: string; readonly waiverId: string }
): Promise<Result<null, 'not-allowed' | 'unknown-waiver'>> {
	return await changeRegister<null, 'unknown-waiver'>(application, actor, {
		action: 'waiver-withdrawn',
		subject: () => waiverId,
		make: async (sql, today) =>
			(await markWaiverWithdrawn(sql, { waiverId, organisationId, on: today }))
				? accepted(null)
				: refused('unknown-waiver')
	});
}
