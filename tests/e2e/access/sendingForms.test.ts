import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { signInPage } from '../../support/browser/staffPage.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { insertSmallMunicipality, testPassword } from '../../support/smallMunicipality.ts';

// What holds for all forms of the staff, shown on the one for an event; more in coordinator/sending.test.ts.

let program: ProgramWithDatabase;
let browser: Browser;
let page: Page;

const credentials = { email: 'samordnare@9997.example', password: testPassword };

beforeAll(async () => {
	program = await startProgramWithDatabase();
	await insertSmallMunicipality(program.application, '9997');
	browser = await openBrowser();
	page = await signInPage(browser, credentials, { baseURL: program.server.origin });
}, 120_000);

afterAll(async () => {
	await browser.close();
	await program.stop();
});

async function writeEvent(title: string): Promise<void> {
	await page.goto('/annan-information/handelse/ny', { waitUntil: 'networkidle' });
	await page.getByLabel('Vad som hände').fill(title);
	await page.getByLabel('Slag').selectOption('lag');
	await page.getByLabel('Dag, eller första dagen').fill('2025-03-01');
	await page.getByLabel('Källa', { exact: true }).fill('Riksdagen');
}

const sendButton = () => page.getByRole('button', { name: 'Lägg till' });
const notice = () => page.locator('.notice-danger');

async function eventsCalled(title: string): Promise<number> {
	await page.goto('/annan-information');
	return await page.getByRole('link', { name: title }).count();
}

test('a button that is double-clicked does once what it does', async () => {
	await writeEvent('Dubbelklickad');
	await sendButton().dblclick();
	await page.waitForURL('**/annan-information');
	expect(await eventsCalled('Dubbelklickad')).toBe(1);
});

test('without a script too, since the second sending is given the answer of the first', async () => {
	const plain = await signInPage(browser, credentials, {
		baseURL: program.server.origin,
		javaScriptEnabled: false
	});
	const form = {
		title: 'Sänd två gånger',
		kind: 'lag',
		on: '2025-03-01',
		source: 'Riksdagen',
		isShown: 'ja'
	};
	const address = '/annan-information/handelse/ny';
	const headers = { origin: program.server.origin, accept: 'text/html' };
	const both = await Promise.all(
		[1, 2].map(() => plain.request.post(address, { form, headers, maxRedirects: 0 }))
	);
	expect(both.map((answer) => [answer.status(), answer.headers()['location']])).toEqual([
		[303, '../../annan-information'],
		[303, '../../annan-information']
	]);
	expect(await eventsCalled('Sänd två gånger')).toBe(1);
	await plain.context().close();
});

test('a form is not sent in another person’s name', async () => {
	await writeEvent('Som någon annan');
	const tab = await page.context().newPage();
	await tab.goto('/oversikt');
	await tab.getByRole('button', { name: 'Logga ut' }).click();
	await tab.waitForURL('**/logga-in');
	await tab.getByLabel('E-postadress').fill('granskare@9997.example');
	await tab.getByLabel('Lösenord').fill(testPassword);
	await tab.getByRole('button', { name: 'Logga in' }).click();
	await tab.waitForURL('**/oversikt');
	await sendButton().click();
	await notice().waitFor();
	expect(await notice().innerText()).toContain('Inget är skickat: någon annan har loggat in');
	await tab.getByRole('button', { name: 'Logga ut' }).click();
	await tab.waitForURL('**/logga-in');
	await tab.getByLabel('E-postadress').fill(credentials.email);
	await tab.getByLabel('Lösenord').fill(testPassword);
	await tab.getByRole('button', { name: 'Logga in' }).click();
	await tab.waitForURL('**/oversikt');
	await tab.close();
	expect(await page.getByLabel('Vad som hände').inputValue()).toBe('Som någon annan');
	await sendButton().click();
	await page.waitForURL('**/annan-information');
	expect(await eventsCalled('Som någon annan')).toBe(1);
});

test('whoever leaves a page with something unsent is asked first', async () => {
	await writeEvent('Kvar');
	const questions: string[] = [];
	let isLeaving = false;
	page.on('dialog', (dialog) => {
		questions.push(dialog.message());
		void (isLeaving ? dialog.accept() : dialog.dismiss());
	});
	await page.getByRole('link', { name: 'Uppdrag' }).click();
	await expect.poll(() => questions.length).toBe(1);
	expect(await page.getByLabel('Vad som hände').inputValue()).toBe('Kvar');
	isLeaving = true;
	await page.getByRole('link', { name: 'Uppdrag' }).click();
	await page.waitForURL('**/uppdrag');
	const question = 'Det du har skrivit är inte sparat. Vill du lämna sidan ändå?';
	expect(questions).toEqual([question, question]);
});

test('without a script the sign-in page says that nothing was saved, and leads back to the form', async () => {
	const plain = await signInPage(browser, credentials, {
		baseURL: program.server.origin,
		javaScriptEnabled: false
	});
	await plain.goto('/annan-information/handelse/ny');
	await plain.getByLabel('Vad som hände').fill('Förlorad');
	await plain.context().clearCookies();
	await plain.getByRole('button', { name: 'Lägg till' }).click();
	expect(await plain.locator('.notice-danger').innerText()).toContain(
		'Inte skickat: inloggningen hade gått ut'
	);
	await plain.getByLabel('E-postadress').fill(credentials.email);
	await plain.getByLabel('Lösenord').fill(credentials.password);
	await plain.getByRole('button', { name: 'Logga in' }).click();
	await plain.waitForURL('**/annan-information/handelse/ny');
	await plain.context().close();
});
