import { hash } from 'node:crypto';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { CorrectionCode } from '#lib/responses/correctionCode.ts';
import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** What the respondent may print after sending. */
export interface Receipt {
	readonly answeredOn: CalendarDate;
	readonly unitName: string;
	readonly round: RoundTime;
	readonly closesOn: CalendarDate;
	readonly instrument: Instrument;
	readonly answers: Answers;
	/** Opens the answer for correction until the round is closed; shown on the receipt and kept nowhere else. */
	readonly correctionCode: CorrectionCode;
	readonly isCorrection: boolean;
}

const keptMilliseconds = 15 * 60 * 1000;
const mostKept = 500;

/**
 * Copies for the receipt page, in this process's memory only and a quarter of an hour at most: long enough to survive a
 * double click and a reload, and never written anywhere. After a restart the page says only that the link is answered.
 */
const kept = new Map<string, { readonly receipt: Receipt; readonly until: number }>();

/** Who may see the copy: the browser that sent, by a key of its own. The link alone opens nothing once it is answered. */
export interface ReceiptHolder {
	readonly token: string;
	readonly browserKey: string;
}

function keyOf({ token, browserKey }: ReceiptHolder): string {
	return hash('sha256', `receipt/${token}/${browserKey}`, 'base64url');
}

function forgetOld(now: number): void {
	for (const [key, entry] of kept) {
		if (entry.until > now && kept.size <= mostKept) break;
		kept.delete(key);
	}
}

export function keepReceipt(holder: ReceiptHolder, receipt: Receipt, now: Date): void {
	kept.set(keyOf(holder), { receipt, until: now.getTime() + keptMilliseconds });
	forgetOld(now.getTime());
}

/** null when the copy is no longer kept, or is another browser's. */
export function readReceipt(holder: ReceiptHolder, now: Date): Receipt | null {
	forgetOld(now.getTime());
	return kept.get(keyOf(holder))?.receipt ?? null;
}
