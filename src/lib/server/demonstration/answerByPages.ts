import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { visiblePages } from '#lib/instruments/pageView.ts';
import type { Answers, Element, Instrument } from '#lib/instruments/instrument.ts';
import type { Application } from '../application.ts';
import { openAnswering } from '../responses/openAnswering.ts';
import { inventedFor } from './answerRound.ts';

/** One visitor's cookies and requests: what a browser without JavaScript does. */
interface Visitor {
	get(address: string): Promise<Response>;
	post(address: string, fields: URLSearchParams): Promise<Response>;
}

function visitor(origin: string): Visitor {
	const cookies = new Map<string, string>();
	const request = async (address: string, init: RequestInit): Promise<Response> => {
		const headers = new Headers(init.headers);
		headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
		headers.set('origin', origin);
		// Without it Kit answers a form with JSON for its own script.
		headers.set('accept', 'text/html');
		const response = await fetch(new URL(address, origin), { ...init, headers, redirect: 'manual' });
		for (const cookie of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
			cookies.set(name, value);
		}
		return response;
	};
	return {
		get: (address) => request(address, {}),
		post: (address, fields) => request(address, { method: 'POST', body: fields })
	};
}

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

function pageFields(instrument: Instrument, page: number, answers: Answers): URLSearchParams {
	const fields = new URLSearchParams();
	for (const name of elementNames(instrument.pages[page]?.elements ?? [])) {
		appendFields(fields, name, answers[name]);
	}
	fields.append('till', 'nasta');
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
 * Answers for one unit through the pages, as a browser without JavaScript: opens the link, fills in page by page, reviews
 * and sends. @throws when a page does not lead on.
 */
export async function answerByPages(
	application: Application,
	link: { readonly origin: string; readonly token: string; readonly roundYear: number }
): Promise<void> {
	const { origin, token, roundYear } = link;
	const opened = await openAnswering(application, token);
	if (!opened.ok) throw new Error(`The link cannot be answered with: ${opened.refusal}`);
	const { instrument, unit } = opened.value;
	const { answers } = validateAnswers(instrument, inventedFor(instrument, unit.name, roundYear));
	const browser = visitor(origin);
	const start = await locationOf(await browser.get(`/svara/${token}`), 'the link');
	for (const page of visiblePages(instrument, answers)) {
		const address = `${start}/sida/${String(page + 1)}`;
		const isOn = (location: string) => new URL(location, origin).searchParams.has('nya');
		const fields = pageFields(instrument, page, answers);
		// A page that shows new questions on account of the answers comes back once more before it leads on.
		for (let turn = 0; turn < 5; turn += 1) {
			const location = await locationOf(await browser.post(address, fields), `page ${String(page + 1)}`);
			if (!isOn(location)) break;
		}
	}
	const receipt = await locationOf(await browser.post(`${start}/granska`, new URLSearchParams()), 'sending');
	const page = await browser.get(receipt);
	await page.body?.cancel();
	if (!page.ok) throw new Error(`The receipt page gave ${String(page.status)}`);
}
