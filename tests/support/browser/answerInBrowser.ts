import type { Page } from 'playwright-core';
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

/** Fills in what the page shows of the answers. A field that is not on the page belongs to a question not shown yet. */
export async function fillPage(page: Page, instrument: Instrument, answers: Answers): Promise<void> {
	for (const [name, value] of pageFields(instrument, pageNumberOf(page) - 1, answers)) {
		if ((await page.locator(`[name="${name}"]`).count()) > 0) await fillField(page, name, value);
	}
}

/** "Nästa", or "Granska svaren" on the last page, until the page has shown all its questions and leads on. */
export async function leavePage(page: Page, instrument: Instrument, answers: Answers): Promise<void> {
	const before = pageNumberOf(page);
	for (let turn = 0; turn < 5; turn += 1) {
		await fillPage(page, instrument, answers);
		await page.locator('button[name="till"][value="nasta"]').click();
		// The address changes when the next page begins to come; Chromium refuses "back" until it has.
		await page.waitForLoadState();
		if (pageNumberOf(page) !== before) return;
		expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
	}
	throw new Error(`Page ${String(before)} does not lead on`);
}

/** From the page shown to the review. */
export async function answerToReview(page: Page, instrument: Instrument, answers: Answers): Promise<void> {
	while (!page.url().endsWith('/granska')) await leavePage(page, instrument, answers);
}
