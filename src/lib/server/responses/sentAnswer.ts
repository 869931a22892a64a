import type { CorrectionCode } from '#lib/responses/correctionCode.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Application } from '../application.ts';
import { sealFreeTexts } from './freeTextSealing.ts';
import type { Submission } from './readSubmission.ts';
import type { Receipt } from './receipts.ts';
import type { SealedText } from './responseStore.ts';
import { copyId, sealCopy } from './sentCopySealing.ts';
import type { SealedCopy } from './sentCopyStore.ts';

// What sending for the first time and sending a correction have in common.

/** @throws when the round has no key: then it has not been opened. */
export function sealTexts({ keys }: Application, { link, texts }: Submission): SealedText[] {
	const { roundId, freeTextKey: sealedKey } = link.round;
	if (!sealedKey) throw new Error('An open round has no key for free text');
	return sealFreeTexts(keys, { roundId, sealedKey }, texts);
}

/** What was written, sealed under the code, so that it can be taken back. */
export function copyOf(
	{ keys }: Application,
	sent: {
		readonly submission: Submission;
		readonly sealed: readonly SealedText[];
		readonly code: CorrectionCode;
	}
): SealedCopy {
	const { submission, sealed, code } = sent;
	const { link, answers, notes, packed } = submission;
	const { roundId } = link.round;
	const { reasons, confirmed, kept } = notes;
	const copy = {
		answers: { ...answers },
		notes: { reasons: { ...reasons }, confirmed: [...confirmed], kept: { ...kept } },
		opinions: packed.opinions.map(({ variable, option }) => ({ variable, option })),
		freeTextIds: sealed.map(({ freeTextId }) => freeTextId)
	};
	const holder = { code, roundId, pseudonym: link.pseudonym };
	return { copyId: copyId(keys, code), roundId, sealed: sealCopy(keys, holder, copy) };
}

export function receiptOf(
	{ link, answers }: Submission,
	sent: { readonly answeredOn: CalendarDate; readonly code: CorrectionCode }
): Receipt {
	return {
		answeredOn: sent.answeredOn,
		unitName: link.unit.unitName,
		round: { year: link.round.year, part: link.round.part },
		closesOn: link.round.closesOn,
		instrument: link.instrument,
		answers,
		correctionCode: sent.code,
		isCorrection: link.state === 'correcting'
	};
}
