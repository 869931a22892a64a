import { createTransport, type Transporter } from 'nodemailer';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A connection to the mail server. Beyond this machine TLS is demanded: an invitation carries a link that opens a questionnaire. */
export function openTransport(smtpUrl: string): Transporter {
	const url = new URL(smtpUrl);
	const isLocal = loopbackHosts.has(url.hostname);
	return createTransport({
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port ? Number(url.port) : url.protocol === 'smtps:' ? 465 : 587,
		secure: url.protocol === 'smtps:',
		requireTLS: !isLocal && url.protocol === 'smtp:',
		...(url.username
			? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
			: {}),
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 60_000
	});
}
