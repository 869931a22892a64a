import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { outcomeOfFault, type SendingOutcome } from '#lib/invitations/outboxState.ts';

/** An e-mail as it is handed to the mail server. */
export type Mail = Pick<
	SendMailOptions,
	'from' | 'replyTo' | 'to' | 'subject' | 'text' | 'html' | 'headers'
> & {
	/** With angle brackets. */
	readonly messageId: string;
};

/** Connections to the mail server, opened when they are needed and kept. */
export interface Mailer {
	/** How many messages are handed over at once. */
	readonly connections: number;
	/** Hands one message over, once: it is never repeated here, whatever happens. */
	hand(mail: Mail): Promise<SendingOutcome>;
	close(): void;
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

// RFC 5321 § 4.5.3.2 lets a server take ten minutes after the text; one that does is left as unsure before the lease of an
// attempt runs out (outboxState.ts).
const longestAttemptMs = 3 * 60_000;

interface BodyStream {
	readonly readableDidRead: boolean;
}

/** The parts of nodemailer's message that tell whether its text has begun to go. */
interface MailInHand {
	readonly data: { onBody?: (body: BodyStream) => void };
	readonly message: { createReadStream(): BodyStream };
}

/** Tells the caller of each message's text as a stream: it is read when, and only when, the server has asked for the text. */
function watchBodies(transport: Transporter): void {
	transport.use('stream', (given, done) => {
		const { data, message } = given as unknown as MailInHand;
		const create = message.createReadStream.bind(message);
		message.createReadStream = () => {
			const body = create();
			data.onBody?.(body);
			return body;
		};
		done();
	});
}

function responseCodeOf(fault: unknown): number | null {
	const code = fault instanceof Error && 'responseCode' in fault ? fault.responseCode : null;
	return typeof code === 'number' ? code : null;
}

/** nodemailer found the envelope unusable before it said anything to the server. */
function isUnusableAddress(fault: unknown): boolean {
	return (
		fault instanceof Error &&
		'code' in fault &&
		fault.code === 'EENVELOPE' &&
		'command' in fault &&
		fault.command === 'API'
	);
}

async function hand(transport: Transporter, mail: Mail): Promise<SendingOutcome> {
	let body: BodyStream | null = null;
	const watched = {
		...mail,
		onBody: (stream: BodyStream) => {
			body = stream;
		},
		signal: AbortSignal.timeout(longestAttemptMs)
	};
	try {
		await transport.sendMail(watched);
		return { kind: 'sent' };
	} catch (fault) {
		const begun = body as BodyStream | null;
		return outcomeOfFault({
			responseCode: responseCodeOf(fault),
			hadBegun: begun?.readableDidRead ?? false,
			isUnusableAddress: isUnusableAddress(fault)
		});
	}
}

export interface MailServer {
	readonly smtpUrl: string;
	/** The most messages a second. */
	readonly mailsPerSecond: number;
}

/**
 * The way to the mail server. Beyond this machine TLS is demanded: an invitation carries a link that opens a questionnaire.
 */
export function openMailer({ smtpUrl, mailsPerSecond }: MailServer): Mailer {
	const url = new URL(smtpUrl);
	const isLocal = loopbackHosts.has(url.hostname);
	const connections = 5;
	const transport = createTransport({
		pool: true,
		maxConnections: connections,
		maxMessages: 500,
		// The pool would repeat a message whose connection closed, also one that had arrived.
		maxRequeues: 0,
		rateDelta: 1000,
		rateLimit: mailsPerSecond,
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port ? Number(url.port) : url.protocol === 'smtps:' ? 465 : 587,
		secure: url.protocol === 'smtps:',
		requireTLS: !isLocal && url.protocol === 'smtp:',
		...(url.username
			? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
			: {}),
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 60_000,
		// A message holds text only: nothing is read from disk or fetched to make it.
		disableFileAccess: true,
		disableUrlAccess: true
	});
	watchBodies(transport);
	return {
		connections,
		hand: (mail) => hand(transport, mail),
		close: () => {
			transport.close();
		}
	};
}
