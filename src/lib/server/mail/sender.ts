import type { Config } from '../config.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';

/** Whom a municipality's mail is from, and where answers go. */
export interface Sender {
	readonly name: string;
	readonly address: string;
	readonly replyTo: string;
}

function addressIn(mailFrom: string): string {
	return /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom;
}

interface Signed {
	readonly municipality: Municipality;
	/** What is empty is the municipality's own. */
	readonly settings: { readonly senderName: string; readonly replyTo: string };
}

/**
 * The address is the installation's where it has one: a mail server seldom lets a program write in the name of any
 * municipality, and receivers check it (SPF, DMARC). The name and the answers are the municipality's own.
 */
export function senderOf({ mailFrom }: Pick<Config, 'mailFrom'>, { municipality, settings }: Signed): Sender {
	return {
		name: settings.senderName || municipality.name,
		address: mailFrom === null ? municipality.coordinatorEmail : addressIn(mailFrom),
		replyTo: settings.replyTo || municipality.coordinatorEmail
	};
}

/** A new message's Message-ID, without angle brackets: fixed when it is written, and the same at every attempt. */
export function internetIdOf(messageId: string, sender: Sender): string {
	// Lower case, as it is looked for in what comes back.
	return `${messageId}@${sender.address.split('@')[1] ?? 'localhost'}`.toLowerCase();
}
