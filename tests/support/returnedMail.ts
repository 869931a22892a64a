interface Returned {
	/** Message-ID without angle brackets; null leaves the original out. */
	readonly internetId: string | null;
	readonly recipient?: string;
	readonly action?: string;
	readonly status?: string;
	readonly diagnostic?: string;
}

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

/** A report of a message, as Postfix writes it (RFC 3464). */
export function returnedMail({
	internetId,
	recipient = 'kontakt0@partner.example',
	action = 'failed',
	status = '5.1.1',
	diagnostic = '550 5.1.1 Hemlig text om Anna Andersson'
}: Returned): Uint8Array {
	const original =
		internetId === null
			? []
			: [
					'--RAPPORT',
					'Content-Type: text/rfc822-headers',
					'',
					'Subject: =?UTF-8?Q?Inbjudan?=',
					`Message-ID: <${internetId}>`,
					`To: ${recipient}`,
					''
				];
	return Buffer.from(
		lines(
			'From: MAILER-DAEMON@mx.partner.example (Mail Delivery System)',
			'To: lagesbild@kommunen.example',
			'Subject: Undelivered Mail Returned to Sender',
			'Auto-Submitted: auto-replied',
			'MIME-Version: 1.0',
			'Content-Type: multipart/report; report-type=delivery-status;',
			'\tboundary="RAPPORT"',
			'',
			'--RAPPORT',
			'Content-Type: text/plain; charset=us-ascii',
			'',
			'This is the mail system at host mx.partner.example.',
			'',
			'--RAPPORT',
			'Content-Type: message/delivery-status',
			'',
			'Reporting-MTA: dns; mx.partner.example',
			'',
			`Final-Recipient: rfc822; ${recipient}`,
			`Action: ${action}`,
			`Status: ${status}`,
			`Diagnostic-Code: smtp;`,
			`\t${diagnostic}`,
			'',
			...original,
			'--RAPPORT--'
		)
	);
}

/** As Exim writes it: no delivery-status, but a header and the message it is about. */
export function returnedByExim(internetId: string, text: string): Uint8Array {
	return Buffer.from(
		lines(
			'From: Mail Delivery System <Mailer-Daemon@mx.partner.example>',
			'X-Failed-Recipients: kontakt0@partner.example',
			`References: <${internetId}>`,
			'Subject: Mail delivery failed: returning message to sender',
			'',
			text
		)
	);
}

/** An absence that somebody's mail program answers with. */
export function absence(internetId: string): Uint8Array {
	return Buffer.from(
		lines(
			'From: kontakt0@partner.example',
			`In-Reply-To: <${internetId}>`,
			'Auto-Submitted: auto-replied',
			'Subject: Frånvarande',
			'',
			'Jag är tillbaka den 5.1.2026.'
		)
	);
}
