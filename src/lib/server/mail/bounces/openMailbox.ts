import { ImapFlow } from 'imapflow';
import { mailboxAddress, type MailboxAddress } from './mailboxAddress.ts';
import type { MailboxFaultKind } from './mailboxStore.ts';
import { largestReport } from './readReport.ts';

/** The mailbox could not be read; what its server said stays in the cause. */
export class MailboxFault extends Error {
	readonly kind: MailboxFaultKind;

	constructor(kind: MailboxFaultKind, cause: unknown) {
		super(`The mailbox could not be read: ${kind}`, { cause });
		this.kind = kind;
	}
}

const isSet = (fault: unknown, name: string): boolean =>
	fault instanceof Error && name in fault && Boolean((fault as unknown as Record<string, unknown>)[name]);

function kindOf(fault: unknown): MailboxFaultKind {
	if (isSet(fault, 'authenticationFailed')) return 'sign-in';
	if (isSet(fault, 'mailboxMissing')) return 'no-mailbox';
	const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
	const isCertificate = /^ERR_(?:SSL|TLS)|CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
	return isCertificate || isSet(fault, 'tlsFailed') ? 'encryption' : 'unreachable';
}

async function asking<Value>(question: Promise<Value>): Promise<Value> {
	try {
		return await question;
	} catch (fault) {
		throw new MailboxFault(kindOf(fault), fault);
	}
}

function clientOf({ host, port, secure, doSTARTTLS, user, password }: MailboxAddress): ImapFlow {
	const client = new ImapFlow({
		host,
		port,
		secure,
		// `false` is never to use it; left out it would be used where it is offered, and silently not where it is not.
		...(secure ? {} : { doSTARTTLS }),
		auth: { user, pass: password },
		// Its log quotes what is said, names and passwords with it.
		logger: false,
		disableAutoIdle: true,
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 60_000
	});
	// A line that breaks is told by the question that was being asked.
	client.on('error', () => undefined);
	return client;
}

/** So many at a time; the rest wait for the next reading. */
const mostAtOnce = 200;

async function readOne(client: ImapFlow, uid: number): Promise<Uint8Array | null> {
	const message = await client.fetchOne(
		String(uid),
		{ size: true, source: { start: 0, maxLength: largestReport } },
		{ uid: true }
	);
	const isWhole = message && (message.size ?? 0) <= largestReport;
	return isWhole ? (message.source ?? null) : null;
}

/**
 * Hands each message of the mailbox that nobody has read to `work`, and marks it as read when that is done: one whose work
 * fails, or is cut short, is handed out again next time.
 * @param work given null for a message that is too large
 * @throws {MailboxFault} when the mailbox's server cannot be reached or refuses
 */
export async function readUnseen(
	imapUrl: string,
	work: (source: Uint8Array | null) => Promise<void>,
	signal: AbortSignal
): Promise<void> {
	const address = mailboxAddress(imapUrl);
	const client = clientOf(address);
	try {
		await asking(client.connect());
		await asking(client.mailboxOpen(address.folder));
		const unseen = await asking(client.search({ seen: false }, { uid: true }));
		for (const uid of unseen ? unseen.slice(0, mostAtOnce) : []) {
			if (signal.aborted) break;
			await work(await asking(readOne(client, uid)));
			await asking(client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }));
		}
		await asking(client.logout());
	} finally {
		client.close();
	}
}
