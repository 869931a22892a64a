import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answers } from '#lib/instruments/instrument.ts';
import { answerToReview, fillPage, leavePage } from '../../support/browser/answerInBrowser.ts';
import { printedLink } from '../../support/browser/greeting.ts';
import { landingOf } from '../../support/browser/landing.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import { cookieHeader, openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

// One whole questionnaire in a browser that runs no script; each test goes on where the one before it ended.

const address = inject('serverAddress');
const { unitName, token } = printedLink('socialtjanst');
const { instrument, answers: invented } = questionnaireOf('socialtjanst', unitName, 2026);
const answers: Answers = { ...invented, A3_antal: 31, A3_status: undefined };
const lastPage = instrument.pages.length;

let browser: Browser;
let page: Page;
let home = '';
let code = '';

const number = () => page.locator('[name="A3_antal"]');
const goOn = () => page.locator('button[value="nasta"]').click();
const summary = () => page.locator('.error-summary');

beforeAll(async () => {
	browser = await openBrowser();
	const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
	page = await context.newPage();
	await page.goto(`/svara/${token}`);
	home = new URL(page.url()).pathname;
});

afterAll(() => browser.close());

test('an open link says what it is, who sees what and when the answer is due', async () => {
	const text = await page.locator('main').innerText();
	for (const part of [unitName, 'Vem ser vad', 'Svara senast den', 'Så lång tid tar det']) {
		expect(text).toContain(part);
	}
	expect(await page.locator('script').count()).toBe(0);
});

test('the first page can be read in English, and forgets it when Swedish is chosen', async () => {
	await page.getByRole('link', { name: 'In English' }).click();
	await page.getByRole('heading', { name: 'Who sees what' }).waitFor();
	expect(await page.locator('html').getAttribute('lang')).toBe('en');
	const text = await page.locator('main').innerText();
	expect(text).toContain('The questions are in Swedish.');
	expect(text).toMatch(/Please answer by \d+ [A-Z][a-z]+ 2026 at the latest/);
	expect(text).not.toContain('Svara senast');
	const cookies = async () => (await page.context().cookies()).map(({ name }) => name);
	expect(await cookies()).toEqual(['lb_svar', 'lb_sprak']);
	await page.getByRole('link', { name: 'På svenska' }).click();
	await page.getByRole('heading', { name: 'Vem ser vad' }).waitFor();
	expect(await cookies()).toEqual(['lb_svar']);
	expect(await page.locator('html').getAttribute('lang')).toBe('sv');
});

test('the letter’s sheet holds all questions and neither link nor answers', async () => {
	const sheet = await page.context().newPage();
	await sheet.goto(`/svara/${token}/underlag`);
	const html = await sheet.content();
	expect(await sheet.locator('h1').innerText()).toBe('Underlag: alla frågor');
	expect(html).not.toContain(token);
	expect(html).not.toContain(unitName);
	await sheet.close();
});

test('the sheet is a file too, at an address without the link', async () => {
	const file = await page.request.get(`${address}/svara/${token}/underlag.pdf`);
	const { 'content-type': type, 'content-disposition': disposition } = file.headers();
	expect([new URL(file.url()).pathname, file.status(), type]).toEqual([
		`${home}/underlag.pdf`,
		200,
		'application/pdf'
	]);
	expect(disposition).toBe('inline; filename="underlag-socialtjanst-2026.pdf"');
	const bytes = await file.body();
	expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
	expect(bytes.includes(token)).toBe(false);
});

test('a number that cannot be read leads to its field, and what was typed stays', async () => {
	await page.goto(`${home}/sida/2`);
	await fillPage(page, instrument, answers);
	await number().fill('tolv');
	await goOn();
	expect(page.url()).toContain('/sida/2');
	expect(await page.title()).toMatch(/^Fel: /);
	const link = summary().getByRole('link').first();
	expect(await link.innerText()).toContain('Skriv ett tal med siffror, till exempel 12.');
	expect(await link.getAttribute('href')).toBe('#A3_antal');
	expect(await number().inputValue()).toBe('tolv');
	expect(await number().getAttribute('aria-invalid')).toBe('true');
});

test.each([
	['12,5', 'Skriv ett heltal, utan decimaler.'],
	['2.000', 'Skriv heltal utan punkt och komma, till exempel 2000 eller 2 000.'],
	['-4', 'Talet får inte vara mindre än noll.']
])('%s is refused as a count: %s', async (typed, message) => {
	await number().fill(typed);
	await goOn();
	expect(await summary().innerText()).toContain(message);
	expect(await number().inputValue()).toBe(typed);
});

test('a Swedish number with a decimal comma or a space between thousands is taken', async () => {
	for (const [typed, read] of [
		['12,0', '12'],
		['1 200', '1200']
	] as const) {
		await page.goto(`${home}/sida/2`);
		await number().fill(typed);
		await goOn();
		expect(await summary().count()).toBe(0);
		await page.goto(`${home}/sida/2`);
		expect(await number().inputValue()).toBe(read);
	}
});

test('ten thousand characters are refused with how long a text may be, and none of them is lost', async () => {
	const long = 'Å'.repeat(10_000);
	await page.goto(`${home}/sida/${lastPage}`);
	// Past what the field lets a person type, as a browser without the limit would.
	const response = await page.request.post(`${address}${home}/sida/${lastPage}`, {
		headers: { origin: address, accept: 'text/html' },
		form: { Z10: long, till: 'nasta' }
	});
	expect(response.status()).toBe(422);
	const html = await response.text();
	expect(html).toContain(long);
	expect(html).toContain('2 000'.replace(' ', '\u00a0'));
});

test('emoji, text from right to left and line breaks come back as they were; control characters do not', async () => {
	const written = 'Rad ett 👩‍👩‍👧 🇸🇪\nשלום وسلام\n<b>"fet" & kursiv</b>';
	await page.goto(`${home}/sida/${lastPage}`);
	await page.request.post(`${address}${home}/sida/${lastPage}`, {
		headers: { origin: address, accept: 'text/html' },
		form: { Z10: `\u0000\u0007${written}\u001b\u009f`, till: 'spara' }
	});
	await page.goto(`${home}/sida/${lastPage}`);
	expect(await page.locator('[name="Z10"]').inputValue()).toBe(written);
});

test('the back button shows the page as it was saved, and going on from it loses nothing', async () => {
	await page.goto(`${home}/sida/1`);
	await leavePage(page, instrument, answers);
	await leavePage(page, instrument, answers);
	await page.goBack();
	expect(page.url()).toContain('/sida/2');
	await number().fill('31');
	await goOn();
	expect(page.url()).toContain('/sida/3');
	await page.goto(`${home}/sida/2`);
	expect(await number().inputValue()).toBe('31');
	expect(await page.locator(`[name="A1"][value="${String(answers['A1'])}"]`).isChecked()).toBe(true);
});

test('the review says what remains and has no button to send until nothing does', async () => {
	await page.goto(`${home}/granska`);
	expect(await page.locator('main').innerText()).toMatch(/frågor återstår/);
	expect(await page.getByRole('button', { name: 'Skicka in' }).count()).toBe(0);
	const refused = await page.request.post(`${address}${home}/granska`, {
		headers: { origin: address, accept: 'text/html' },
		form: { x: '' }
	});
	expect(refused.status()).toBe(422);
});

test('the whole questionnaire leads to a review that shows the answers', async () => {
	await page.goto(`${home}/sida/1`);
	await answerToReview(page, instrument, answers);
	expect(await page.locator('h1').innerText()).toBe('Granska och skicka in');
	expect(await page.locator('main').innerText()).not.toContain('återstår');
});

test('a double press of "Skicka in" in two tabs stores one answer, and both show the receipt', async () => {
	const staff = await openStaffPage(browser, 'samordnare');
	const round = await roundAddress(staff, 2026);
	const answeredUnits = async () => {
		await staff.goto(round);
		const [, count] = /(\d+) av \d+ enheter har svarat/.exec(await staff.locator('main').innerText()) ?? [];
		return Number(count);
	};
	const before = await answeredUnits();
	const cookie = await cookieHeader(page);
	const press = () =>
		fetch(`${address}${home}/granska`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				cookie,
				origin: address,
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
	const tab = await page.context().newPage();
	await tab.goto(`${home}/granska`);
	const [, ...others] = await Promise.all([
		page.getByRole('button', { name: 'Skicka in' }).click(),
		press(),
		press(),
		press()
	]);
	expect(others.map((response) => [response.status, landingOf(response)])).toEqual(
		others.map(() => [303, `${home}/skickat`])
	);
	await tab.getByRole('button', { name: 'Skicka in' }).click();
	for (const each of [page, tab]) {
		expect(await each.locator('h1').innerText()).toBe('Tack, svaret är inskickat');
	}
	expect(await answeredUnits()).toBe(before + 1);
	await staff.context().close();
});

test('the receipt shows what was sent; the link itself says only that it is answered', async () => {
	expect(await page.locator('.answer').count()).toBeGreaterThan(20);
	code = await page.locator('.code').innerText();
	await page.goto(`/svara/${token}`);
	const text = await page.locator('main').innerText();
	expect(await page.locator('h1').innerText()).toBe('Besvarad');
	expect(text).not.toContain(unitName);
	await page.goto(`${home}/sida/2`);
	expect(new URL(page.url()).pathname).toBe(home);
});

test('the code on the receipt opens the answer again, and what is sent then takes its place', async () => {
	await page.getByLabel('Kod från kvittot').fill('ABCD-1234');
	await page.getByRole('button', { name: 'Öppna svaret' }).click();
	expect(await summary().innerText()).toContain('fem grupper med fyra tecken');
	await page.getByLabel('Kod från kvittot').fill(code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'Öppna svaret' }).click();
	expect(new URL(page.url()).pathname).toBe(`${home}/granska`);
	await page.goto(`${home}/sida/2`);
	await number().fill('32');
	await page.locator('button[value="granska"]').click();
	await page.getByRole('button', { name: 'Skicka in rättelsen' }).click();
	expect(await page.locator('h1').innerText()).toBe('Tack, rättelsen är inskickad');
	expect(await page.locator('.code').innerText()).toBe(code);
	await page.goto(home);
	expect(await page.locator('h1').innerText()).toBe('Besvarad');
});
