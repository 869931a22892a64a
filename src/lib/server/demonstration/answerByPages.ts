import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { visiblePages } from '#lib/instruments/pages/pageView.ts';
import type { Element } from '#lib/instruments/element.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { Application } from '../application.ts';
import { openAnswering } from '../responses/openAnswering.ts';
import { inventedFor } from './answerRound.ts';
import { openVisitor } from './visitor.ts';

/** Answers as the form fields that carry them: `P1.koppleri.antal`, a repeated name for several choices. */
function appendFields(fields: URLSearchParams, name: string, value: unknown): void {
	if (Array.isArray(value)) for (const each of value) fields.append(name, String(each));
	else if (typeof value === 'object' && value !== null) {
		for (const [part, inner] of Object.entries(value)) appendFields(fields, `${name}.${part}`, inner);
	} else if (typeof value === 'string' || typeof value === 'number') fields.append(name, String(value));
}

function elementNames(elements: readonly Element[]): string[] {
	return elements.flatMap((element) =>
		element.kind === 'panel' ? elementNames(element.elements) : [element.name]
	);
}

/** What a browser posts of one page. */
export function pageFields(instrument: Instrument, page: number, answers: Answers): URLSearchParams {
	const fields = new URLSearchParams();
	for (const name of elementNames(instrument.pages[page]?.elements ?? [])) {
		appendFields(fields, name, answers[name]);
	}
	return fields;
}

async function locationOf(response: Response, step: string): Promise<string> {
	const location = response.headers.get('location');
	await response.body?.cancel();
	if (response.status !== 303 || location === null) {
		throw new Error(`The answering pages gave ${String(response.status)} at ${step}`);
	}
	return location;
}

/**
 * Opens the link, fills in page by page, reviews and sends, as a browser without JavaScript.
 * @throws when a page does not lead on.
 */
export async function sendByPages(
	link: { readonly origin: string; readonly token: string },
	instrument: Instrument,
	answers: Answers
): Promise<void> {
	const { origin, token } = link;
	const browser = openVisitor(origin);
	const start = await locationOf(await browser.get(`/svara/${token}`), 'the link');
	for (const page of visiblePages(instrument, answers)) {
		const address = `${start}/sida/${String(page + 1)}`;
		const isOn = (location: string) => new URL(location, origin).searchParams.has('nya');
		const fields = pageFields(instrument, page, answers);
		fields.append('till', 'nasta');
		// A page that shows new questions on account of the answers comes back once more before it leads on.
		for (let turn = 0; turn < 5; turn += 1) {
			const location = await locationOf(await browser.post(address, fields), `page ${String(page + 1)}`);
			if (!isOn(location)) break;
		}
	}
	// The review page gives the browser its key to the receipt.
	await (await browser.get(`${start}/granska`)).body?.cancel();
	const receipt = await locationOf(await browser.post(`${start}/granska`, new URLSearchParams()), 'sending');
	const page = await browser.get(receipt);
	await page.body?.cancel();
	if (!page.ok) throw new Error(`The receipt page gave ${String(page.status)}`);
}

/** Answers through the pages for one of the demonstration's units. @throws when a page does not lead on. */
export async function answerByPages(
	application: Application,
	link: { readonly origin: string; readonly token: string; readonly roundYear: number }
): Promise<void> {
	const opened = await openAnswering(application, link.token);
	if (!opened.ok) throw new Error(`The link cannot be answered with: ${opened.refusal}`);
	const { instrument, unit } = opened.value;
	const { answers } = validateAnswers(instrument, inventedFor(instrument, unit.name, link.roundYear));
	await sendByPages(link, instrument, answers);
}
