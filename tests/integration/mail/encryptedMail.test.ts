import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMailer } from '#lib/server/mail/mailer.ts';
import { makeTestCertificate } from '../../support/testCertificate.ts';

const certificate = makeTestCertificate();
const known = getCACertificates('default');
/** An address of this machine that is not counted among its own: STARTTLS is demanded there. */
const elsewhere = '127.0.0.2';
let server: SMTPServer | undefined;
/** Whether each message that came did so over TLS. */
let received: boolean[] = [];

beforeEach(() => {
	received = [];
});
afterEach(async () => {
	setDefaultCACertificates(known);
	await new Promise<void>((resolve) => {
		if (server) server.close(resolve);
		else resolve();
	});
});

/** What becomes of a message to a server beyond this machine. */
async function handed(options: SMTPServerOptions): Promise<string> {
	const opened = new SMTPServer({
		authOptional: true,
		...options,
		onData: (stream, session, answer) => {
			stream.resume();
			stream.on('end', () => {
				received.push(session.secure);
				answer();
			});
		}
	});
	server = opened;
	// Lines that are broken when the demand for TLS is not met.
	opened.on('error', () => undefined);
	const port = await new Promise<number>((resolve) => {
		const listening = opened.listen(0, elsewhere, () => {
			const address = listening.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	const mailer = openMailer({ smtpUrl: `smtp://${elsewhere}:${String(port)}`, mailsPerSecond: 100 });
	const mail = { from: 'a@prov.example', to: 'b@prov.example', subject: 'Länk', text: 'Länken' };
	const { kind } = await mailer.hand({ ...mail, messageId: '<1@prov.example>' });
	mailer.close();
	return kind;
}

it('a message goes over TLS to a server beyond this machine, whose certificate is known', async () => {
	setDefaultCACertificates([...known, certificate.cert]);
	expect([await handed(certificate), received]).toEqual(['sent', [true]]);
});

it.each([
	['offers no TLS', { disabledCommands: ['STARTTLS'] }],
	['shows a certificate that nobody knows', certificate]
] as const)('a server beyond this machine that %s gets no message', async (_, options) => {
	expect(await handed(options as SMTPServerOptions)).not.toBe('sent');
	expect(received).toEqual([]);
});
