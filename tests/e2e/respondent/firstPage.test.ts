import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { printedLink } from '../../support/browser/greeting.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { totalBytes, transfersOf, type Transfer } from '../../support/browser/transfer.ts';

// What a respondent's browser fetches before the first question can be answered, with nothing kept from before.

const address = inject('serverAddress');
const { token } = printedLink('polis');

let browser: Browser;
let context: BrowserContext;
let home = '';

beforeAll(async () => {
	browser = await openBrowser();
	context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`/svara/${token}`);
	home = page.url();
});

afterAll(() => browser.close());

async function fetched(path: string): Promise<Transfer[]> {
	return transfersOf(browser, `${home}${path}`, await context.storageState());
}

test('the introduction is fetched in 15 kB and no script', async () => {
	const transfers = await fetched('');
	expect(transfers.filter(({ path }) => path.endsWith('.js'))).toEqual([]);
	expect(totalBytes(transfers)).toBeLessThanOrEqual(15_000);
});

test.each(['/sida/1', '/sida/2'])('%s is fetched in 60 kB and 12 requests', async (path) => {
	const transfers = await fetched(path);
	expect(transfers.length).toBeGreaterThan(5);
	expect(transfers.length).toBeLessThanOrEqual(12);
	expect(totalBytes(transfers)).toBeLessThanOrEqual(60_000);
});

test('no page of questions fetches the libraries of validation or of SurveyJS, or words of another language', async () => {
	const scripts = new Set(
		(await fetched('/sida/4')).map(({ path }) => path).filter((path) => path.endsWith('.js'))
	);
	expect(scripts.size).toBeGreaterThan(5);
	const immutable = new URL('../../../build/client/', import.meta.url);
	for (const path of scripts) {
		const text = readFileSync(new URL(`.${path}`, immutable), 'utf8');
		// Texts that stand in the libraries' own code whatever the build has renamed.
		expect(text).not.toMatch(/~standard|ZodError|SurveyModel|surveyjs/i);
		expect(text).not.toMatch(/Nothing chosen|Save and continue later|The link is not recognised/);
	}
});
