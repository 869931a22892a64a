import type { MessageLanguage } from '#lib/invitations/messageLanguage.ts';
import type { MessageText, TextKind } from '#lib/invitations/messageText.ts';
import type { Sql } from '../db/connection.ts';

export interface OwnText extends MessageText {
	readonly kind: TextKind;
	readonly language: MessageLanguage;
}

/** How a municipality's mail looks. What is empty is the program's own. */
export interface Signing {
	readonly senderName: string;
	readonly replyTo: string;
	readonly signature: string;
}

export interface MailSettings extends Signing {
	readonly texts: readonly OwnText[];
}

export async function readMailSettings(sql: Sql): Promise<MailSettings> {
	const [signing] = await sql<Signing[]>`
		select sender_name as "senderName", reply_to as "replyTo", signature from mail_setting
		where municipality_id = current_municipality()`;
	const texts = await sql<OwnText[]>`
		select kind, language, subject, body from message_text
		where municipality_id = current_municipality() order by kind, language`;
	return { ...(signing ?? { senderName: '', replyTo: '', signature: '' }), texts };
}

export async function upsertSigning(sql: Sql, signing: Signing): Promise<void> {
	await sql`
		insert into mail_setting (municipality_id, sender_name, reply_to, signature)
		values (current_municipality(), ${signing.senderName}, ${signing.replyTo}, ${signing.signature})
		on conflict (municipality_id) do update set sender_name = excluded.sender_name,
			reply_to = excluded.reply_to, signature = excluded.signature`;
}

export async function upsertText(sql: Sql, text: OwnText): Promise<void> {
	await sql`
		insert into message_text (municipality_id, kind, language, subject, body)
		values (current_municipality(), ${text.kind}, ${text.language}, ${text.subject}, ${text.body})
		on conflict (municipality_id, kind, language) do update set subject = excluded.subject, body = excluded.body`;
}

/** The program's own text holds again. */
export async function deleteText(sql: Sql, text: Pick<OwnText, 'kind' | 'language'>): Promise<void> {
	await sql`
		delete from message_text
		where municipality_id = current_municipality() and kind = ${text.kind} and language = ${text.language}`;
}
