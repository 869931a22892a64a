import { render } from 'svelte/server';
import type { RequestEvent } from '@sveltejs/kit';
import type { RouteId } from '$app/types';
import { forgetOldest } from '#lib/server/forgetOldest.ts';
import { cutFrame, fillFrame, type DrawnFrame, type FilledPage } from '#lib/server/http/drawnPage.ts';
import type { LinkEvent } from '../../../answering.server.ts';
import AnswerSections from '../../../AnswerSections.svelte';
import { englishReceipt } from './englishReceipt.ts';
import { swedishReceipt } from './receiptTexts.ts';
import { openReceipt, type ReceiptPage } from './receiptPage.server.ts';

// Round what was answered a receipt says the same to all who answer on a day. docs/decisions/0087.

const frames = new Map<string, DrawnFrame>();

/** For some days' rounds and sectors, in two languages. */
const mostKept = 100;

const routeId: RouteId = '/(respondent)/svara/lank/[ref]/skickat';

/** Whether a browser asks for a receipt. */
export function isReceiptVisit(event: RequestEvent): event is RequestEvent & LinkEvent {
	return event.route.id === routeId && event.request.method === 'GET' && !event.isDataRequest;
}

/** All that the frame is drawn from: also what will be added to the page. */
function nameOf(receipt: ReceiptPage): string {
	return JSON.stringify({ ...receipt, kicker: null, correctionCode: null, sections: null });
}

const opening = '<!--[-->';
const ending = '<!--]-->';

/** The answers as the page draws them. */
function drawnSections({ sections, language, questionLanguage }: ReceiptPage): string {
	const { around } = language === 'en' ? englishReceipt : swedishReceipt;
	const props = { sections, words: around?.sections ?? null, lang: questionLanguage };
	const { body } = render(AnswerSections, { props });
	return body.slice(opening.length, -ending.length);
}

/** As Svelte writes a text between two tags. */
function written(text: string): string {
	return `>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}<`;
}

function ownOf(receipt: ReceiptPage, { params }: LinkEvent) {
	const { kicker, correctionCode } = receipt;
	return {
		once: [drawnSections(receipt), written(kicker), written(correctionCode)],
		anywhere: [params.ref]
	};
}

/** The receipt of this visitor, in a frame that has been drawn before. */
export function givenReceipt(event: LinkEvent): FilledPage | null {
	const receipt = openReceipt(event);
	// Then the browser is asked to forget as well.
	const frame = receipt && !receipt.isShared && frames.get(nameOf(receipt));
	if (!frame) return null;
	const { once, anywhere } = ownOf(receipt, event);
	return fillFrame(frame, [...once, ...anywhere]);
}

/** Keeps the frame of what Kit draws. */
export async function answerAndKeepFrame(event: LinkEvent, draw: () => Promise<Response>): Promise<Response> {
	const receipt = openReceipt(event);
	const response = await draw();
	if (!receipt || receipt.isShared || frames.has(nameOf(receipt))) return response;
	const frame = await cutFrame(response, ownOf(receipt, event));
	if (frame) frames.set(nameOf(receipt), frame);
	forgetOldest(frames, mostKept);
	return response;
}
