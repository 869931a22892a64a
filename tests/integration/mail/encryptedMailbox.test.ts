import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MailboxFault, readUnseen } from '#lib/server/mail/bounces/openMailbox.ts';
import { openImapServer, type ImapServer } from '../../support/imapServer.ts';
import { makeTestCertificate } from '../../support/testCertificate.ts';

const certificate = makeTestCertificate();
const known = getCACertificates('default');
/** An address of this machine that is not counted among its own: STARTTLS is demanded there. */
const elsewhere = '127.0.0.2';
let server: ImapServer | undefined;

beforeEach(() => {
	setDefaultCACertificates([...known, certificate.cert]);
});
afterEach(async () => {
	setDefaultCACertificates(known);
	await server?.close();
	server = undefined;
});

async function opened(options: Parameters<typeof openImapServer>[0]): Promise<ImapServer> {
	server = await openImapServer(options);
	server.put(Buffer.from('Subject: Retur\r\n\r\nOlevererbart\r\n'));
	return server;
}

/** What is read of the mailbox, or why nothing is. */
async function readingOf({ imapUrl }: ImapServer): Promise<readonly string[] | string> {
	const read: string[] = [];
	const keep = (source: Uint8Array | null) => {
		read.push(Buffer.from(source ?? []).toString('latin1'));
		return Promise.resolve();
	};
	try {
		await readUnseen(imapUrl, keep, new AbortController().signal);
		return read;
	} catch (fault) {
		if (fault instanceof MailboxFault) return fault.kind;
		throw fault;
	}
}

const whole = ['Subject: Retur\r\n\r\nOlevererbart\r\n'];

it('a mailbox is read over TLS from the first byte, from a server whose certificate is known', async () => {
	const mailbox = await opened({ tls: { certificate, from: 'first-byte' } });
	expect(await readingOf(mailbox)).toEqual(whole);
	expect(mailbox.box.map(({ isSeen }) => isSeen)).toEqual([true]);
});

it('a server beyond this machine is gone over to TLS with before anybody signs in', async () => {
	expect(await readingOf(await opened({ host: elsewhere, tls: { certificate, from: 'starttls' } }))).toEqual(
		whole
	);
});

it.each([
	['from the first byte', { tls: { certificate, from: 'first-byte' } }],
	['by STARTTLS', { host: elsewhere, tls: { certificate, from: 'starttls' } }]
] as const)('nothing is read %s of a server whose certificate nobody has signed', async (_, options) => {
	setDefaultCACertificates(known);
	const mailbox = await opened(options);
	expect(await readingOf(mailbox)).toBe('encryption');
	expect(mailbox.box.map(({ isSeen }) => isSeen)).toEqual([false]);
});

it('nobody signs in at a server beyond this machine that offers no TLS', async () => {
	const mailbox = await opened({ host: elsewhere });
	expect(await readingOf(mailbox)).toBe('encryption');
	expect(mailbox.signIns()).toBe(0);
});
