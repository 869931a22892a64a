import type { Approval } from './approval.ts';
import type { CorrectionCode } from './correctionCode.ts';

/** What the respondent has decided about the answers before sending; kept beside the draft, under the same link. */
export interface AnswerNotes {
	/** Why a figure departs from the time before: code of the count → what was written. */
	readonly reasons: Readonly<Record<string, string>>;
	/** Codes of counts that were said to be right. */
	readonly confirmed: readonly string[];
	/** Item → the very text that is kept although it looks like personal data. Another text must be decided anew. */
	readonly kept: Readonly<Record<string, string>>;
	/** Set while a sent answer is being corrected: the code that opened it. */
	readonly correctionCode?: CorrectionCode | undefined;
	/** The manager has been asked to approve the answers before they are sent. */
	readonly approval?: Approval | undefined;
}

export const noNotes: AnswerNotes = { reasons: {}, confirmed: [], kept: {} };

export const longestReason = 1000;

/** The free text item that a reason is sent as. */
export function reasonItem(code: string): string {
	return `${code}.skillnad`;
}

/** The count that a free text gives the reason for, or null when it is an answer to a question. */
export function countOfReason(item: string): string | null {
	return item.endsWith('.skillnad') ? item.slice(0, -'.skillnad'.length) : null;
}
