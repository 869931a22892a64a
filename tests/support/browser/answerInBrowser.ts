import type { Page, Request, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { pageFields } from '#lib/server/demonstration/answerByPages.ts';

export function pageNumberOf(page: Page): number {
	return Number(/\/sida\/(\d+)/.exec(page.url())?.[1]);
}

async function fillField(page: Page, name: string, value: string): Promise<void> {
	const controls = page.locator(`[name="${name}"]`);
	const first = controls.first();
	const kind = await first.evaluate((control) =>
		control instanceof HTMLInputElement ? control.type : control.tagName.toLowerCase()
	);
	if (kind === 'radio' || kind === 'checkbox') {
		await page.locator(`[name="${name}"][value="${value}"]`).check();
	} else if (kind === 'select') await first.selectOption(value);
	else await first.fill(value);
}

/** Fills in what the page shows of the answers, and tells which fields. One that is not there belongs to a question not shown yet. */
export async function fillPage(page: Page, instrument: Instrument, answers: Answers): Promise<string[]> {
	const filled: string[] = [];
	for (const [name, value] of pageFields(instrument, pageNumberOf(page) - 1, answers)) {
		if ((await page.locator(`[name="${name}"]`).count()) === 0) continue;
		await fillField(page, name, value);
		filled.push(name);
	}
	return filled;
}

/** Where a posted page leads: told by a redirect to a browser alone, in words to the page's script. null: it stays. */
async function locationAfter(response: Response): Promise<string | null> {
	if (response.status() === 303) return response.headers()['location'] ?? null;
	if (!response.headers()['content-type']?.includes('json')) return null;
	const answer = (await response.json()) as { readonly type: string; readonly location?: string };
	return answer.type === 'redirect' ? (answer.location ?? null) : null;
}

/** What a page says when it stays: what is to be mended, that nobody answered, or that an answer was changed elsewhere. */
const saidOnStaying = '.error-summary, .notice[role="alert"], #andrat-pa-annat-hall';

/** Presses a button of the page and waits for where it leads; null when the page stays, and says why. */
export async function pressOnPage(page: Page, way: string): Promise<string | null> {
	const isPress = (request: Request) =>
		request.method() === 'POST' && new URLSearchParams(request.postData() ?? '').get('till') === way;
	const [response] = await Promise.all([
		page.waitForResponse((each) => isPress(each.request())),
		page.locator(`button[name="till"][value="${way}"]`).click()
	]);
	const location = await locationAfter(response);
	if (location === null) await page.locator(saidOnStaying).first().waitFor();
	else await page.waitForURL(new URL(location, page.url()).href);
	return location;
}

/** The fields that the page complains of. */
async function complainedFields(page: Page): Promise<string[]> {
	return await page
		.locator('.error-summary a')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
}

/**
 * "Nästa", or "Granska svaren" on the last page, until the page has shown all its questions and leads on. A question that
 * came with the answers after the page had been filled in may be asked for; one that was filled in may not.
 */
export async function leavePage(page: Page, instrument: Instrument, answers: Answers): Promise<void> {
	const before = pageNumberOf(page);
	let hasComplained = false;
	for (let turn = 0; turn < 5; turn += 1) {
		const filled = await fillPage(page, instrument, answers);
		if ((await pressOnPage(page, 'nasta')) === null) {
			// Only the first list is known to be this turn's: a later one takes the place of the one before it.
			const complained = hasComplained ? [] : await complainedFields(page);
			expect(complained.filter((field) => filled.includes(field))).toEqual([]);
			hasComplained = true;
		}
		if (pageNumberOf(page) !== before) return;
	}
	const said = await page.locator(saidOnStaying).allTextContents();
	throw new Error(`Page ${String(before)} does not lead on: ${said.join(' ')}`);
}

/** From the page shown to the review. */
export async function answerToReview(page: Page, instrument: Instrument, answers: Answers): Promise<void> {
	while (!page.url().endsWith('/granska')) await leavePage(page, instrument, answers);
}

/** Names and texts of what the page's form would send. */
export async function formTexts(page: Page): Promise<(readonly [string, string])[]> {
	return await page
		.locator('main form')
		.evaluate((form) =>
			[...new FormData(form as HTMLFormElement)].map(
				([name, value]) => [name, typeof value === 'string' ? value : ''] as const
			)
		);
}
