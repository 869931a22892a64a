import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findViolations } from '../../support/browser/accessibility.ts';
import { answerToReview, pressOnPage } from '../../support/browser/answerInBrowser.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openLinksOf } from '../../support/browser/openLinks.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import type { Letter } from '../../support/browser/letters.ts';

// A unit answers in English: in a browser that runs the pages' script, and in one that runs none. The questionnaire itself
// is in Swedish, and is marked as such. Each test goes on where the one before it ended.

const address = inject('serverAddress');

let browser: Browser;
let letters: Letter[];

beforeAll(async () => {
	browser = await openBrowser();
	letters = await openLinksOf(browser, 'skola');
});

afterAll(() => browser.close());

/** Words of ours in Swedish where nothing says that they are Swedish. The questionnaire’s own title (“frågor till …”) is a name. */
async function unmarkedSwedish(page: Page): Promise<string[]> {
	const text = await page.evaluate(() => {
		const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
		for (const part of main.querySelectorAll('[lang="sv"]')) part.remove();
		return main.textContent;
	});
	return text.match(/\b(?:inte|svar|svaren|spara|sparat|nästa|skicka|länken|ni|för|eller)\b/gi) ?? [];
}

describe.each([
	['with the pages’ script', true, -1],
	['without any script', false, -2]
] as const)('%s', (...[, runsScript, place]) => {
	let context: BrowserContext;
	let page: Page;
	let home = '';
	const letter = () => letters.at(place) ?? { unitName: '', token: '' };

	/** English but for what is marked, and no fault that axe can see. Axe is itself a script. */
	async function expectEnglish(): Promise<void> {
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		expect(await unmarkedSwedish(page)).toEqual([]);
		if (runsScript) expect(await findViolations(page)).toEqual([]);
	}

	beforeAll(async () => {
		context = await browser.newContext({
			baseURL: address,
			javaScriptEnabled: runsScript,
			bypassCSP: true
		});
		page = await context.newPage();
		await page.goto(`/svara/${letter().token}?sprak=en`);
		home = new URL(page.url()).pathname;
	});

	afterAll(() => context.close());

	test('the link’s first page leads to a page of questions in the same language', async () => {
		await expectEnglish();
		await page.getByRole('link', { name: 'Begin', exact: true }).first().click();
		await page.waitForURL(`**${home}/sida/1`);
		await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
		await expectEnglish();
	});

	test('a page that is not answered says so in English, and which questions in Swedish', async () => {
		await page.goto(`${home}/sida/2`);
		expect(await pressOnPage(page, 'nasta')).toBeNull();
		expect(await page.title()).toMatch(/^Error: /);
		await page.getByRole('heading', { name: 'Something needs to be corrected' }).waitFor();
		expect(await page.locator('.error-summary').innerText()).toMatch(/“.+”: /);
		expect(await page.locator('.field-error').first().innerText()).toMatch(/^Error:/);
		expect(await page.getByRole('button', { name: 'Answer the rest later' }).count()).toBe(1);
		await expectEnglish();
	});

	test('a count can be answered with one of five English answers, on Swedish questions', async () => {
		await page.goto(`${home}/sida/2`);
		const status = page.locator('label', { hasText: 'Cannot be disclosed (confidentiality)' });
		expect(await status.first().getAttribute('lang')).toBe('en');
		expect(await page.locator('main form [lang="sv"]').count()).toBe(1);
		await expectEnglish();
	});

	test.each(['underlag', 'kollegor', 'godkannande', 'granska'])('%s is in English', async (name) => {
		await page.goto(`${home}/${name}`);
		await expectEnglish();
	});

	test('the whole questionnaire is answered and sent, and the receipt is in English', async () => {
		const { instrument, answers } = questionnaireOf('skola', letter().unitName, 2026);
		await page.goto(`${home}/sida/1`);
		await answerToReview(page, instrument, answers);
		await page.getByRole('heading', { name: 'Review and send' }).waitFor();
		await expectEnglish();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await page.getByRole('heading', { name: 'Thank you, the answer has been sent' }).waitFor();
		await expectEnglish();
		await page.goto(home);
		await page.getByRole('heading', { name: 'Answered' }).waitFor();
		await expectEnglish();
	});

	test('ending on the computer is said in English, and forgets the language with the link', async () => {
		const shared = await context.newPage();
		await shared.goto(`/svara/${letter().token}?sprak=en`);
		await page.close();
		page = shared;
		await page.evaluate((action) => {
			const form = document.createElement('form');
			Object.assign(form, { method: 'POST', action });
			document.body.append(form);
			form.submit();
		}, `${home}/avsluta`);
		await page.getByRole('heading', { name: 'Ended on this computer' }).waitFor();
		await expectEnglish();
		expect(await context.cookies()).toEqual([]);
	});

	test('a link that nobody has given out can be told of in either language', async () => {
		await page.goto(`/svara/${'x'.repeat(22)}`);
		await page.getByRole('link', { name: 'In English' }).click();
		await page.getByRole('heading', { name: 'The link is not recognised' }).waitFor();
		await expectEnglish();
	});
});
