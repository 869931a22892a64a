import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openLinksOf } from '../../support/browser/openLinks.ts';
import type { Letter } from '../../support/browser/letters.ts';

// A window of 1280 × 1024 at 400 % (WCAG 1.4.10): 320 × 256 px of the page's own, with the text sixteen times as many dots.

const address = inject('serverAddress');

let browser: Browser;
let letter: Letter;

beforeAll(async () => {
	browser = await openBrowser();
	const [first] = await openLinksOf(browser, 'skola');
	if (!first) throw new Error('No school is left to answer');
	letter = first;
});

afterAll(() => browser.close());

/** What is wider than the window and cannot be read without scrolling sideways, as `selector by so many px`. */
async function tooWide(page: Page): Promise<string[]> {
	return await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll<HTMLElement>('main *')]
			.filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 1)
			.filter((element) => getComputedStyle(element).overflowX !== 'visible' || element.tagName === 'HTML')
			.map(
				(element) =>
					`${element.tagName}.${element.className} by ${String(element.scrollWidth - element.clientWidth)} px`
			)
	);
}

test('at 400 % no page of the respondent’s needs scrolling sideways, and a field with focus is not under the status', async () => {
	const viewport = { width: 320, height: 256 };
	const context = await browser.newContext({ baseURL: address, viewport, deviceScaleFactor: 4 });
	const page = await context.newPage();
	await page.goto(`/svara/${letter.token}`);
	const home = new URL(page.url()).pathname;
	const places = ['', '/kollegor', '/godkannande', '/granska', '/underlag'];
	const questions = Array.from({ length: 8 }, (_, index) => `/sida/${String(index + 1)}`);
	const found: [string, string[]][] = [];
	for (const place of [...places, ...questions]) {
		await page.goto(home + place);
		await page.locator('main details').evaluateAll((all) => {
			for (const each of all) (each as HTMLDetailsElement).open = true;
		});
		found.push([place, await tooWide(page)]);
	}
	expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
	await page.goto(`${home}/sida/2`);
	await page.locator('form[data-answers="live"]').waitFor();
	const field = page.locator('[name="A4_antal"]');
	await field.fill('240');
	await page
		.locator('.saving-status')
		.getByText(/^Sparat/)
		.waitFor();
	const [box, status] = [await field.boundingBox(), await page.locator('.saving-status').boundingBox()];
	expect(box && status && box.y >= 0 && box.y + box.height <= status.y).toBe(true);
	await context.close();
});
