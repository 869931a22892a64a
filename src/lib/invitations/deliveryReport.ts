/** What a mail server has reported of one of our messages. Each of ours has one recipient. */
export interface DeliveryReport {
	/**
	 * permanent: refused for good (5.x.x). given-up: not delivered in time (4.x.x). delayed: still trying. delivered: it
	 * arrived, or was handed on.
	 */
	readonly outcome: 'permanent' | 'given-up' | 'delayed' | 'delivered';
	/** Message-ID of the message, without angle brackets, when the report shows one of ours. */
	readonly internetId: string | null;
	/** The address that the report names, as it is written there: not to be trusted, and not to be kept. */
	readonly recipient: string | null;
	/** Swedish, and without anything that the report says in words of its own. */
	readonly reason: string;
}

/** The parts of a message that can make it a report. */
export interface ReportParts {
	/** The message's own headers, as lines. */
	readonly headers: string;
	/** The body of message/delivery-status; null for a message without one. */
	readonly status: string | null;
	/** The message that was sent, or its headers, where the report brings it. */
	readonly original: string | null;
	readonly text: string;
}

/** Ours are a UUID and a domain (mail/sender.ts). A report of another's message is none of ours. */
const ownId = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^\s<>@]{1,255})>/i;

const enhancedCode = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/** A field's text, unfolded. Fields of delivery-status are written as headers are (RFC 3464 § 2.1.1). */
function fieldOf(block: string, name: string): string | null {
	const found = new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(block);
	return found?.[1] === undefined ? null : found[1].replace(/\r?\n[ \t]+/g, ' ').trim();
}

/** "rfc822; a@b.example" → "a@b.example" */
function addressOf(field: string | null): string | null {
	const address =
		field
			?.replace(/^[^;]*;/, '')
			.replace(/[<>]/g, '')
			.trim() ?? '';
	return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address) ? address : null;
}

interface StatusCode {
	readonly class: string;
	readonly subject: string;
	readonly detail: string;
}

function statusCodeIn(text: string | null): StatusCode | null {
	const [, kind, subject, detail] = enhancedCode.exec(text ?? '') ?? [];
	return kind && subject && detail ? { class: kind, subject, detail } : null;
}

/** RFC 3463: subject.detail → what it means. A subject alone holds for the details that are not named. */
const meanings: Readonly<Record<string, string>> = {
	'1': 'Adressen går inte att leverera till',
	'1.1': 'Adressen finns inte',
	'1.2': 'Adressens domän finns inte',
	'1.3': 'Adressen är felskriven',
	'1.6': 'Mottagaren har flyttat till en annan adress',
	'1.10': 'Adressens domän tar inte emot e-post',
	'2': 'Brevlådan tar inte emot meddelandet',
	'2.1': 'Brevlådan är avstängd',
	'2.2': 'Brevlådan är full',
	'2.3': 'Meddelandet är för stort för brevlådan',
	'3': 'Mottagarens e-postserver kan inte ta emot meddelandet',
	'4': 'Vägen till mottagarens e-postserver fungerar inte',
	'4.1': 'Mottagarens e-postserver svarar inte',
	'4.7': 'Tiden för leverans gick ut',
	'5': 'E-postservrarna förstod inte varandra',
	'6': 'Mottagarens e-postserver godtog inte innehållet',
	'7': 'Mottagarens e-postserver släppte inte igenom meddelandet'
};

function reasonOf(code: StatusCode | null): string {
	if (!code) return 'Mottagarens e-postserver tog inte emot meddelandet';
	const { subject, detail } = code;
	const meaning = meanings[`${subject}.${detail}`] ?? meanings[subject] ?? 'Meddelandet togs inte emot';
	return `${meaning} (${code.class}.${subject}.${detail})`;
}

const finalOutcome = (code: StatusCode | null): DeliveryReport['outcome'] =>
	code?.class === '4' ? 'given-up' : 'permanent';

function outcomeOf(action: string | null, code: StatusCode | null): DeliveryReport['outcome'] | null {
	switch (action?.toLowerCase()) {
		case 'failed':
			return finalOutcome(code);
		case 'delayed':
			return 'delayed';
		case 'delivered':
		case 'relayed':
		case 'expanded':
			return 'delivered';
		default:
			return null;
	}
}

const gravity: readonly DeliveryReport['outcome'][] = ['permanent', 'given-up', 'delayed', 'delivered'];

/** More recipients than this is no report of a message of ours. */
const mostBlocks = 20;

function readStatus(status: string): Omit<DeliveryReport, 'internetId'> | null {
	const blocks = status
		.split(/\r?\n[ \t]*\r?\n/, mostBlocks)
		.filter((block) => fieldOf(block, 'Action') !== null);
	const read = blocks.flatMap((block) => {
		const code = statusCodeIn(fieldOf(block, 'Status')) ?? statusCodeIn(fieldOf(block, 'Diagnostic-Code'));
		const outcome = outcomeOf(fieldOf(block, 'Action'), code);
		const recipient =
			addressOf(fieldOf(block, 'Original-Recipient')) ?? addressOf(fieldOf(block, 'Final-Recipient'));
		const reason = outcome === 'delivered' ? 'Meddelandet lämnades över' : reasonOf(code);
		return outcome ? [{ outcome, recipient, reason }] : [];
	});
	return read.toSorted((a, b) => gravity.indexOf(a.outcome) - gravity.indexOf(b.outcome))[0] ?? null;
}

/**
 * Exim and some others write no delivery-status. Their header names the address; without a code of refusal in the text it
 * is not known to be for good, and such a message is no report.
 */
function readFailedRecipients({ headers, text }: ReportParts): Omit<DeliveryReport, 'internetId'> | null {
	const named = fieldOf(headers, 'X-Failed-Recipients');
	const code = statusCodeIn(text.slice(0, 20_000));
	if (named === null || !code || code.class === '2') return null;
	return {
		outcome: finalOutcome(code),
		recipient: addressOf(named.split(',')[0] ?? null),
		reason: reasonOf(code)
	};
}

function internetIdIn({ original, headers }: ReportParts): string | null {
	const fields = [
		original === null ? null : fieldOf(original.slice(0, 64_000), 'Message-ID'),
		fieldOf(headers, 'In-Reply-To'),
		fieldOf(headers, 'References')
	];
	return (
		fields.map((field) => ownId.exec(field ?? '')?.[1]?.toLowerCase()).find((id) => id !== undefined) ?? null
	);
}

/** @returns null when the message is no report of a delivery: an answer, an absence, a receipt of reading. */
export function readDeliveryReport(parts: ReportParts): DeliveryReport | null {
	const read = parts.status === null ? readFailedRecipients(parts) : readStatus(parts.status);
	return read && { ...read, internetId: internetIdIn(parts) };
}
