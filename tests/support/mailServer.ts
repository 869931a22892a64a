import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** What the server does with a message once it has come whole. */
export type Treatment =
	| 'take'
	/** 451 */
	| 'put-off'
	/** 550 */
	| 'refuse'
	/** Keeps the message and breaks the line instead of saying so. */
	| 'take-and-drop'
	/** Loses the message and breaks the line. */
	| 'lose-and-drop'
	/** Keeps the message and says nothing until `release` is called. */
	| 'hold';

export interface ReceivedMail {
	readonly to: string;
	/** Message-ID with its angle brackets. */
	readonly messageId: string;
	/** As a reader sees it. */
	readonly subject: string;
	readonly raw: string;
}

/** The encoded words of a header (RFC 2047, in the form that nodemailer writes). */
function decodedHeader(raw: string, name: string): string {
	const [, folded = ''] = new RegExp(`^${name}: *(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw) ?? [];
	const words = folded.replace(/\?=\r?\n[ \t]+=\?/g, '?==?').replace(/\r?\n[ \t]+/g, ' ');
	return words.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) => {
		if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString('utf8');
		const bytes = text
			.replaceAll('_', ' ')
			.replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16)));
		return Buffer.from(bytes, 'latin1').toString('utf8');
	});
}

export interface MailServer {
	readonly smtpUrl: string;
	readonly received: readonly ReceivedMail[];
	/** How a message to an address is treated; 'take' until something else is said. */
	treat(treatment: (to: string, messageId: string) => Treatment): void;
	/** Answers what is held. */
	release(): void;
	held(): number;
	forget(): void;
	close(): Promise<void>;
}

type Answer = (fault?: Error | null) => void;

const withCode = (responseCode: number) => Object.assign(new Error('No'), { responseCode });

function breakLine(server: SMTPServer, session: SMTPServerSession): void {
	const { connections } = server as unknown as {
		connections: Set<{ session: { id: string }; _socket: { destroy(): void } }>;
	};
	for (const connection of connections)
		if (connection.session.id === session.id) connection._socket.destroy();
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** A real SMTP server on this machine, with a box and with moods. */
export async function openMailServer(): Promise<MailServer> {
	const received: ReceivedMail[] = [];
	const waiting: (() => void)[] = [];
	let treatment: (to: string, messageId: string) => Treatment = () => 'take';
	const settle = (mail: ReceivedMail, session: SMTPServerSession, answer: Answer) => {
		const chosen = treatment(mail.to, mail.messageId);
		if (chosen === 'put-off') answer(withCode(451));
		else if (chosen === 'refuse') answer(withCode(550));
		else if (chosen === 'lose-and-drop') breakLine(server, session);
		else {
			received.push(mail);
			if (chosen === 'take') answer();
			else if (chosen === 'take-and-drop') breakLine(server, session);
			else waiting.push(answer);
		}
	};
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, session, answer) => {
			const take = (raw: string) => {
				const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
				const messageId = /^Message-ID: *(<[^>]+>)/im.exec(raw)?.[1] ?? '';
				settle({ to, messageId, subject: decodedHeader(raw, 'Subject'), raw }, session, answer);
			};
			// A text that breaks off has not been received: the program that sent it was killed.
			void textOf(stream).then(take, () => undefined);
		}
	});
	// Lines that are broken on purpose, and those of programs that are killed.
	server.on('error', () => undefined);
	const port = await new Promise<number>((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () => {
			const address = listening.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	return {
		smtpUrl: `smtp://127.0.0.1:${String(port)}`,
		received,
		treat: (chosen) => {
			treatment = chosen;
		},
		release: () => {
			for (const answer of waiting.splice(0)) answer();
		},
		held: () => waiting.length,
		forget: () => {
			received.length = 0;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
			})
	};
}
