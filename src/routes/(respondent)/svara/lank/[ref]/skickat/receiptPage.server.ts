import { askedPeriod } from '#lib/responses/askedPeriod.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { answerSections } from '#lib/responses/answerSummary.ts';
import { writtenCode } from '#lib/responses/correctionCode.ts';
import { instrumentIn, questionLanguageOf } from '#lib/responses/instrumentIn.ts';
import { readReceipt } from '#lib/server/responses/receipts.ts';
import { isSharedComputer, languageOf, receiptHolder, type LinkEvent } from '../../../answering.server.ts';

export type ReceiptPage = NonNullable<ReturnType<typeof openReceipt>>;

/** null when this browser has no receipt to see, or not any more. */
export function openReceipt(event: LinkEvent) {
	const holder = receiptHolder(event);
	const receipt = holder && readReceipt(holder, event.locals.application.clock.now());
	if (receipt === null) return null;
	const language = languageOf(event);
	const instrument = instrumentIn(receipt.instrument, language);
	const { answers, answeredOn, unitName, closesOn, isCorrection } = receipt;
	const round = roundName(receipt.round);
	return {
		language,
		questionLanguage: questionLanguageOf(instrument),
		isShared: isSharedComputer(event),
		closesOn,
		isCorrection,
		correctionCode: writtenCode(receipt.correctionCode),
		answeredOn,
		kicker: `${unitName} · ${instrument.title} ${round}`,
		period: askedPeriod(instrument, receipt.round.year).name,
		title: instrument.title,
		version: instrument.version,
		sections: answerSections(instrument, answers)
	};
}
