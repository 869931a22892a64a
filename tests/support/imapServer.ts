import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { TestCertificate } from './testCertificate.ts';

/** A message in the box. */
export interface BoxedMail {
	readonly source: Uint8Array;
	isSeen: boolean;
}

export interface ImapServer {
	readonly imapUrl: string;
	readonly box: readonly BoxedMail[];
	put(...sources: readonly Uint8Array[]): void;
	/** Called when a message is about to be marked as seen; what it throws breaks the line. */
	beforeSeen(hook: () => void): void;
	/** How many times somebody has sent a name and a password. */
	signIns(): number;
	close(): Promise<void>;
}

const user = 'returer';
const password = 'hemligt';

interface Session {
	readonly socket: Socket;
	readonly box: BoxedMail[];
	readonly beforeSeen: () => void;
	readonly countSignIn: () => void;
	/** What STARTTLS goes over to; null where it is not offered. */
	readonly certificate: TestCertificate | null;
	isEncrypted: boolean;
	isSignedIn: boolean;
}

type Command = (session: Session, rest: string) => readonly (string | Uint8Array)[] | string;

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

/** Numbers of messages are their places from one on, and so are their UIDs: nothing is ever taken out of the box. */
function chosen({ box }: Session, set: string): number[] {
	return box.map((_, place) => place + 1).filter((uid) => set.split(',').includes(String(uid)));
}

const flagsOf = ({ isSeen }: BoxedMail): string => (isSeen ? '(\\Seen)' : '()');

function fetched(session: Session, set: string): (string | Uint8Array)[] {
	return chosen(session, set).flatMap((uid) => {
		const mail = session.box[uid - 1];
		if (!mail) return [];
		const { source } = mail;
		const size = String(source.length);
		return [
			`* ${String(uid)} FETCH (UID ${String(uid)} FLAGS ${flagsOf(mail)} RFC822.SIZE ${size} BODY[]<0> {${size}}\r\n`,
			source,
			')\r\n'
		];
	});
}

const uidCommands: Readonly<Record<string, Command>> = {
	SEARCH: ({ box }) => {
		const found = box.flatMap(({ isSeen }, place) => (isSeen ? [] : [String(place + 1)]));
		return [`* SEARCH ${found.join(' ')}`.trimEnd() + '\r\n'];
	},
	FETCH: (session, rest) => fetched(session, rest.split(' ')[0] ?? ''),
	STORE: (session, rest) => {
		session.beforeSeen();
		for (const uid of chosen(session, rest.split(' ')[0] ?? '')) {
			const mail = session.box[uid - 1];
			if (mail) mail.isSeen = true;
		}
		return [];
	}
};

const commands: Readonly<Record<string, Command>> = {
	CAPABILITY: ({ certificate, isEncrypted }) => {
		const offers = certificate && !isEncrypted ? ' STARTTLS LOGINDISABLED' : '';
		return [`* CAPABILITY IMAP4rev1${offers}\r\n`];
	},
	NOOP: () => [],
	LIST: () => ['* LIST (\\HasNoChildren) "/" INBOX\r\n'],
	LSUB: () => ['* LSUB (\\HasNoChildren) "/" INBOX\r\n'],
	CLOSE: () => [],
	LOGIN: (session, rest) => {
		session.countSignIn();
		const [name = '', secret = ''] = rest.split(' ').map(unquoted);
		const mustEncrypt = session.certificate !== null && !session.isEncrypted;
		if (mustEncrypt || name !== user || secret !== password) return 'NO [AUTHENTICATIONFAILED] no';
		session.isSignedIn = true;
		return [];
	},
	SELECT: ({ box }, rest) =>
		unquoted(rest).toUpperCase() === 'INBOX'
			? [
					'* FLAGS (\\Seen)\r\n',
					`* ${String(box.length)} EXISTS\r\n`,
					'* 0 RECENT\r\n',
					'* OK [UIDVALIDITY 1] valid\r\n',
					`* OK [UIDNEXT ${String(box.length + 1)}] next\r\n`,
					'* OK [PERMANENTFLAGS (\\Seen)] kept\r\n'
				]
			: 'NO [NONEXISTENT] no such mailbox',
	UID: (session, rest) => {
		const [, name = '', more = ''] = /^(\S+) (.*)$/.exec(rest) ?? [];
		return uidCommands[name.toUpperCase()]?.(session, more) ?? 'BAD unknown';
	},
	LOGOUT: () => ['* BYE bye\r\n']
};

function wordsOf(line: string) {
	const [, tag = '*', name = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? [];
	return { tag, name: name.toUpperCase(), rest };
}

const beforeSigningIn = new Set(['CAPABILITY', 'LOGIN', 'LOGOUT', 'NOOP']);

function commandOf({ isSignedIn }: Session, name: string): Command | undefined {
	return isSignedIn || beforeSigningIn.has(name) ? commands[name] : undefined;
}

function answer(session: Session, line: string): void {
	const { tag, name, rest } = wordsOf(line);
	const told = commandOf(session, name)?.(session, rest) ?? 'BAD unknown';
	if (typeof told === 'string') session.socket.write(`${tag} ${told}\r\n`);
	else {
		for (const each of told) session.socket.write(each);
		session.socket.write(`${tag} OK done\r\n`);
	}
	if (name === 'LOGOUT') session.socket.end();
}

/** From here on the same session in cipher (RFC 3501, § 6.2.1). */
function goOverToTls(session: Session, { key, cert }: TestCertificate, tag: string): void {
	const { socket } = session;
	socket.removeAllListeners('data');
	socket.write(`${tag} OK begin\r\n`);
	const secured = new TLSSocket(socket, { isServer: true, key, cert });
	listen({ ...session, socket: secured, isEncrypted: true });
}

function listen(session: Session): void {
	let waiting = '';
	const { socket, certificate } = session;
	socket.on('error', () => undefined);
	socket.setEncoding('latin1').on('data', (text: string) => {
		const lines = (waiting + text).split('\r\n');
		waiting = lines.pop() ?? '';
		for (const line of lines) {
			const { tag, name } = wordsOf(line);
			if (name === 'STARTTLS' && certificate && !session.isEncrypted) {
				goOverToTls(session, certificate, tag);
				return;
			}
			try {
				answer(session, line);
			} catch {
				socket.destroy();
			}
		}
	});
}

/**
 * An IMAP server (RFC 3501) on a real socket, with one box and what reading and marking it takes: no well-kept one can be
 * had from the registry (docs/decisions/0125). It knows no literals from the client and no other folders.
 * @param options.tls from the first byte, or by STARTTLS, without which nobody signs in
 */
export async function openImapServer({
	host = '127.0.0.1',
	tls
}: {
	readonly host?: string;
	readonly tls?: { readonly certificate: TestCertificate; readonly from: 'first-byte' | 'starttls' };
} = {}): Promise<ImapServer> {
	const box: BoxedMail[] = [];
	const sockets = new Set<Socket>();
	let hook: () => void = () => undefined;
	let signIns = 0;
	const countSignIn = () => {
		signIns += 1;
	};
	const serve = (socket: Socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		const beforeSeen = () => {
			hook();
		};
		const isEncrypted = tls?.from === 'first-byte';
		listen({
			socket,
			box,
			isSignedIn: false,
			beforeSeen,
			countSignIn,
			certificate: tls?.certificate ?? null,
			isEncrypted
		});
		socket.write('* OK ready\r\n');
	};
	const server =
		tls?.from === 'first-byte'
			? createTlsServer({ key: tls.certificate.key, cert: tls.certificate.cert }, serve)
			: createServer(serve);
	const port = await new Promise<number>((resolve) => {
		server.listen(0, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	return {
		imapUrl: `${tls?.from === 'first-byte' ? 'imaps' : 'imap'}://${user}:${password}@${host}:${String(port)}/INBOX`,
		box,
		put: (...sources) => {
			box.push(...sources.map((source) => ({ source, isSeen: false })));
		},
		beforeSeen: (chosenHook) => {
			hook = chosenHook;
		},
		signIns: () => signIns,
		close: () => {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
			});
		}
	};
}
