/** How the mailbox is reached, from a setting such as imaps://user:password@host:993/INBOX. */
export interface MailboxAddress {
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte. */
	readonly secure: boolean;
	/** Otherwise STARTTLS is demanded, but on this machine itself. */
	readonly doSTARTTLS: boolean;
	readonly user: string;
	readonly password: string;
	readonly folder: string;
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export function mailboxAddress(imapUrl: string): MailboxAddress {
	const url = new URL(imapUrl);
	const secure = url.protocol === 'imaps:';
	return {
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port ? Number(url.port) : secure ? 993 : 143,
		secure,
		doSTARTTLS: !secure && !loopbackHosts.has(url.hostname),
		user: decodeURIComponent(url.username),
		password: decodeURIComponent(url.password),
		folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
	};
}
