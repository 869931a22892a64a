/** What has happened to a message; its state follows from it. */
export interface MessageTimes {
	/** Not before this moment; null is a message that is printed and not sent. */
	readonly dueAt: Date | null;
	readonly sendingAt: Date | null;
	readonly sentAt: Date | null;
	/** The latest attempt that the mail server, or the line to it, put off. */
	readonly failedAt: Date | null;
	readonly refusedAt: Date | null;
	readonly unsureAt: Date | null;
	readonly cancelledAt: Date | null;
	/** A mail server has reported that it never arrived. */
	readonly bouncedAt: Date | null;
	/** A mail server has reported that it still tries. */
	readonly delayedAt: Date | null;
}

/**
 * printed: never meant for e-mail. planned: written, and goes with the next that are sent. sending: handed to the mail server just now. waiting: put off,
 * tried again by itself. refused: never tried again by itself. unsure: it may have gone, and only a person may send it again.
 * bounced: taken by a mail server that later reported that it did not arrive; delayed: that it still tries.
 */
export type MessageState =
	| 'printed'
	| 'planned'
	| 'sending'
	| 'waiting'
	| 'sent'
	| 'delayed'
	| 'bounced'
	| 'refused'
	| 'unsure'
	| 'cancelled';

/** An attempt is given up after three minutes (mail/mailer.ts): one that has lasted longer belongs to a program that stopped. */
export const longestSendingMs = 5 * 60_000;

/** What came to be known after the mail server had taken it. */
function stateReported({ bouncedAt, delayedAt, sentAt }: MessageTimes): MessageState | null {
	if (bouncedAt) return 'bounced';
	return sentAt && delayedAt ? 'delayed' : null;
}

function stateBeforeSending({ dueAt, failedAt }: MessageTimes, now: Date): MessageState {
	if (!dueAt) return 'printed';
	// Due again, by the program's own clock or on a person's word: it goes with the next that are sent.
	return failedAt && dueAt > now ? 'waiting' : 'planned';
}

export function messageState(times: MessageTimes, now: Date): MessageState {
	const reported = stateReported(times);
	if (reported) return reported;
	if (times.sentAt) return 'sent';
	if (times.cancelledAt) return 'cancelled';
	if (times.refusedAt) return 'refused';
	if (times.unsureAt) return 'unsure';
	if (times.sendingAt) {
		return now.getTime() - times.sendingAt.getTime() > longestSendingMs ? 'unsure' : 'sending';
	}
	return stateBeforeSending(times, now);
}

/** What became of an attempt. */
export type SendingOutcome =
	| { readonly kind: 'sent' }
	/** Nothing was taken; worth trying again. isServerAway: no use in trying the next one now. */
	| { readonly kind: 'put-off'; readonly reason: string; readonly isServerAway: boolean }
	| { readonly kind: 'refused'; readonly reason: string }
	/** The text had begun to go when the line broke: nobody knows. */
	| { readonly kind: 'unsure'; readonly reason: string };

export interface AttemptFault {
	/** The mail server's three digits, when it answered. */
	readonly responseCode: number | null;
	/** Whether any of the text had gone over the line. */
	readonly hadBegun: boolean;
	/** The address cannot be used at all, which was found before anything was sent. */
	readonly isUnusableAddress: boolean;
}

/** RFC 5321 § 4.2.1: 5yz is for good, 4yz for now. Without an answer, a text that had begun to go may have arrived. */
export function outcomeOfFault({ responseCode, hadBegun, isUnusableAddress }: AttemptFault): SendingOutcome {
	if (isUnusableAddress) return { kind: 'refused', reason: 'Adressen går inte att använda' };
	if (responseCode !== null) {
		const reason = `E-postservern svarade med kod ${String(responseCode)}`;
		return responseCode >= 500
			? { kind: 'refused', reason }
			: { kind: 'put-off', reason, isServerAway: responseCode === 421 };
	}
	return hadBegun
		? { kind: 'unsure', reason: 'Förbindelsen bröts medan e-postservern tog emot meddelandet' }
		: { kind: 'put-off', reason: 'E-postservern gick inte att nå', isServerAway: true };
}

// A server that asks for patience (greylisting) wants minutes; one that is down wants hours. Together two days.
const pausesInMinutes = [1, 5, 15, 60, 180, 360, 720, 1440] as const;

/** When to try again after a number of attempts that were put off; null is never again by itself. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
	const minutes = pausesInMinutes[attempts - 1];
	return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
