import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import { askedPeriod } from '#lib/responses/askedPeriod.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { answerSummary } from '#lib/responses/answerSummary.ts';
import { writtenCode } from '#lib/responses/correctionCode.ts';
import { instrumentIn, questionLanguageOf } from '#lib/responses/instrumentIn.ts';
import { readReceipt } from '#lib/server/responses/receipts.ts';
import { forgettingHeader, isSharedComputer, languageOf, receiptHolder } from '../../../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { cookies, locals, params, setHeaders } = event;
	const holder = receiptHolder({ cookies });
	const receipt = holder ? readReceipt(holder, locals.application.clock.now()) : null;
	// The copy is kept a short while only; after that the link's first page says "besvarad".
	if (receipt === null) redirect(303, resolve('/(respondent)/svara/lank/[ref]', params));
	// The receipt is shown this once; what the browser has of the site goes as it comes.
	const isShared = isSharedComputer({ cookies });
	if (isShared) setHeaders({ 'clear-site-data': forgettingHeader });
	const language = languageOf(event);
	const instrument = instrumentIn(receipt.instrument, language);
	const { answers, answeredOn, unitName, round, closesOn, isCorrection } = receipt;
	return {
		language,
		questionLanguage: questionLanguageOf(instrument),
		isShared,
		closesOn,
		isCorrection,
		correctionCode: writtenCode(receipt.correctionCode),
		answeredOn,
		unitName,
		round: roundName(round),
		period: askedPeriod(instrument, round.year).name,
		title: instrument.title,
		version: instrument.version,
		sections: visiblePages(instrument, answers)
			.map((index) => answerSummary(pageView(instrument, index, answers)))
			.filter(({ questions }) => questions.length > 0)
	};
};
