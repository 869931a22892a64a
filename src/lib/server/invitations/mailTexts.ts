import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import type { MessageLanguage } from '#lib/invitations/messageLanguage.ts';
import type { MessageText, TextKind } from '#lib/invitations/messageText.ts';
import { addDays, calendarDate, dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { publicAddress } from '../config.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { senderOf } from '../mail/sender.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { writeMessage } from '../mail/writeMessage.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import { listAskedUnits, listRounds } from '../rounds/roundStore.ts';
import { listSeries } from '../rounds/seriesStore.ts';
import { fillMessage, type Addressed } from './fillMessage.ts';
import { readOccasion } from './issueInvitations.ts';
import {
	deleteText,
	readMailSettings,
	upsertSigning,
	upsertText,
	type MailSettings
} from './mailSettingsStore.ts';

/** How the mail is signed, as a form sends it. What is empty is the municipality's own. */
export const signingSchema = z.object({
	senderName: z
		.string()
		.trim()
		.max(100, { error: 'Högst 100 tecken' })
		.regex(/^[^\p{Cc}<>"]*$/u, { error: 'Namnet får inte innehålla radbyten, citattecken eller < >' }),
	replyTo: z
		.string()
		.trim()
		.max(254, { error: 'Högst 254 tecken' })
		.regex(/^(?:[^\s@<>]+@[^\s@<>]+)?$/, { error: 'Ange en e-postadress' }),
	signature: z
		.string()
		.transform((text) => cleanText(text, 'many'))
		.pipe(z.string().max(1000, { error: 'Högst 1 000 tecken' }))
});

export interface MailTexts {
	readonly municipality: Municipality;
	readonly settings: MailSettings;
	/** Where the mail comes from: the installation's setting, or the samordnare's address. */
	readonly senderAddress: string;
	readonly hasMailServer: boolean;
}

export async function readMailTexts(application: Application, actor: Actor): Promise<MailTexts> {
	const { config, database } = application;
	return await withMunicipality(database, actor.municipalityId, async (sql) => {
		const municipality = await findMunicipality(sql);
		const settings = await readMailSettings(sql);
		const { address } = senderOf(config, { municipality, settings });
		return { municipality, settings, senderAddress: address, hasMailServer: Boolean(config.smtpUrl) };
	});
}

export async function saveSigning(
	application: Application,
	actor: Actor,
	signing: z.infer<typeof signingSchema>
): Promise<Result<null, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		await upsertSigning(sql, signing);
		const at = application.clock.now();
		await insertAuditEvent(sql, actor, { action: 'mail-texts-changed', subject: 'signature', at });
		return accepted(null);
	});
}

interface Place {
	readonly kind: TextKind;
	readonly language: MessageLanguage;
}

/** Keeps the municipality's own text; null takes the program's own again. */
export async function saveMailText(
	application: Application,
	actor: Actor,
	{ text, ...place }: Place & { readonly text: MessageText | null }
): Promise<Result<null, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (text) await upsertText(sql, { ...place, ...text });
		else await deleteText(sql, place);
		await insertAuditEvent(sql, actor, {
			action: 'mail-texts-changed',
			subject: `${place.kind}/${place.language}`,
			at: application.clock.now()
		});
		return accepted(null);
	});
}

function exampleRound(today: CalendarDate): Addressed['round'] {
	const year = Number(today.slice(0, 4));
	const [from, to] = [calendarDate(`${year - 1}-01-01`), calendarDate(`${year - 1}-12-31`)];
	return { year, part: null, period: { from, to }, closesOn: addDays(today, 42) };
}

/** The first unit of the latest round of the first series, as far as there are any. */
async function latestAsked(sql: Sql) {
	const [series] = await listSeries(sql);
	const [round] = series ? await listRounds(sql, series.seriesId) : [];
	const [unit] = round ? await listAskedUnits(sql, round.roundId) : [];
	return { series: series?.title ?? 'Exempelkartläggningen', round, unit };
}

/** A recipient to try a text on: the first unit of the latest round, else one that is made up. The link opens nothing. */
async function exampleOf(application: Application, sql: Sql, { language }: Place): Promise<Addressed> {
	const { series, round, unit } = await latestAsked(sql);
	const today = dayInSweden(application.clock.now());
	const { recipients, ...occasion } = await readOccasion(application, sql, unit ? [unit] : []);
	const contact = unit ? recipients.get(unit.unitId) : undefined;
	return {
		...occasion,
		series,
		round: round ?? exampleRound(today),
		unit: unit ?? { name: 'Exempelenheten', organisationName: 'Exempelorganisationen' },
		contact: { name: contact?.name ?? 'Exempel Exempelsson', language },
		link: `${publicAddress(application.config)}/svara/exempel-som-inte-oppnas`,
		ownLine: 'Här står raden som du skriver när du påminner vissa enheter.'
	};
}

async function filledExample(
	application: Application,
	sql: Sql,
	{ text, ...place }: Place & { readonly text: MessageText }
) {
	const example = await exampleOf(application, sql, place);
	const settings = { ...example.settings, texts: [{ ...place, ...text }] };
	return { example, filled: fillMessage(place.kind, { ...example, settings }) };
}

/** The text as a real recipient would see it. Nothing is kept. */
export async function previewMailText(
	application: Application,
	actor: Actor,
	given: Place & { readonly text: MessageText }
): Promise<MessageText> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const { filled } = await filledExample(application, sql, given);
		return { subject: filled.subject, body: filled.body };
	});
}

/** Sends the text, filled with an example, to the person who asks, by the same way as all mail. */
export async function sendTrial(
	application: Application,
	actor: Actor,
	given: Place & { readonly text: MessageText }
): Promise<Result<null, 'not-allowed' | 'no-mail-server'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	if (!application.config.smtpUrl) return refused('no-mail-server');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const { example, filled } = await filledExample(application, sql, given);
		await writeMessage(application, sql, {
			kind: 'trial',
			roundId: null,
			invitationId: null,
			contactId: null,
			recipient: actor.email,
			recipientName: actor.name,
			...filled,
			subject: `Prov: ${filled.subject}`.slice(0, 300),
			sender: senderOf(application.config, example)
		});
		await wakeSending(application, sql, actor.municipalityId);
		return accepted(null);
	});
}
