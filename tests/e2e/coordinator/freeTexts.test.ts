import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

// The texts of one question of the demonstration's first round, from coding to a draft; each test goes on where the one
// before it ended. The round's published version stays as it is.

const address = inject('serverAddress');
const shownWording = 'Kartläggningen fångar bara en del av dem som berörs.';
const hiddenWording = 'Språket är ett hinder som enkäten går förbi.';

let browser: Browser;
let samordnare: Page;
let granskare: Page;
let round = '';
let question = '';
let draft = '';

beforeAll(async () => {
	browser = await openBrowser();
	samordnare = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	granskare = await openStaffPage(browser, 'granskare', { bypassCSP: true });
	round = await roundAddress(samordnare, 2024);
	question = `${round}/fritext/Z10`;
});

afterAll(() => browser.close());

test('the samordnare finds how far the coding has come, question by question', async () => {
	await samordnare.goto(round);
	await samordnare.getByRole('link', { name: 'Läs och koda fritextsvaren' }).click();
	await samordnare.waitForURL('**/fritext');
	expect(await samordnare.getByText('Färdigkodad').count()).toBe(1);
	expect(await samordnare.getByText('Inte kodad').count()).toBeGreaterThan(0);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('a theme is added to the code list, and refused when the name is there', async () => {
	await samordnare.getByRole('link', { name: 'Ändra kodlistan' }).click();
	await samordnare.waitForURL('**/kodlista');
	const list = new URL(samordnare.url()).pathname;
	const add = async () => {
		const form = samordnare.locator('form[action="?/laggTill"]');
		await form.getByLabel('Namn').fill('Enkätens gränser');
		await form.getByLabel('Vad som hör till temat').fill('Vilka som frågorna inte fångar.');
		await form.getByLabel('Första omgång').selectOption('2024');
		await form.getByRole('button', { name: 'Lägg till temat' }).click();
	};
	await add();
	await samordnare.getByRole('heading', { name: 'Enkätens gränser' }).waitFor();
	await add();
	await samordnare.locator('.error-summary').waitFor();
	expect(await samordnare.locator('.error-summary').innerText()).toContain('har funnits ett tema');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	expect(new URL(samordnare.url()).pathname).toBe(list);
});

/** Ticks a theme of each text: the two first get the other one, the last none. */
async function codeAll(page: Page): Promise<number> {
	const texts = await page.locator('article').all();
	for (const [place, text] of texts.entries()) {
		const label = place < 2 ? 'Språk och tolk' : 'Enkätens gränser';
		await text.getByLabel(place === texts.length - 1 ? 'Inget av temana' : label).check();
	}
	return texts.length;
}

test('texts are coded without scripts, and another who coded meanwhile is not overwritten', async () => {
	const other = await openStaffPage(browser, 'samordnare', { javaScriptEnabled: false });
	await samordnare.goto(question);
	await other.goto(question);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	const texts = await codeAll(other);
	expect(texts).toBeGreaterThan(7);
	await other.getByRole('button', { name: 'Spara kodningen' }).click();
	await other.getByText('Kodningen är sparad').waitFor();
	await samordnare.locator('article').first().getByLabel('Hälsa och beroende').check();
	await samordnare.getByRole('button', { name: 'Spara kodningen' }).click();
	await samordnare.getByText(/texter? sparades inte/).waitFor();
	const first = samordnare.locator('article').first();
	expect(await first.innerText()).toContain('Du valde: Hälsa och beroende.');
	expect(await first.getByLabel('Språk och tolk').isChecked()).toBe(true);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.goto(question);
	expect(await samordnare.getByText(`${String(texts)} av ${String(texts)} texter är kodade`).count()).toBe(1);
	await other.context().close();
});

async function propose(place: number, wording: string): Promise<void> {
	await samordnare.goto(question);
	await samordnare.locator('article').nth(place).getByRole('link', { name: 'Föreslå ett citat' }).click();
	await samordnare.waitForURL('**/citat/nytt/**');
	await samordnare.getByLabel('Citatet, med andra ord').fill(wording);
	await samordnare.getByRole('button', { name: 'Föreslå citatet' }).click();
}

test('a quotation is proposed in other words than the text’s', async () => {
	await samordnare.goto(question);
	const original = await samordnare.locator('article').nth(2).locator('.marked-text').innerText();
	await propose(2, original);
	await samordnare.locator('.error-summary').waitFor();
	expect(await samordnare.locator('.error-summary').innerText()).toContain('textens egna ord');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	for (const [place, wording] of [
		[2, shownWording],
		[0, hiddenWording]
	] as const) {
		await propose(place, wording);
		await samordnare.waitForURL('**/citat');
	}
	expect(await samordnare.getByRole('button', { name: 'Godkänn citatet' }).count()).toBe(0);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('a second person sees text and rewording side by side, and approves with a reason', async () => {
	await granskare.goto(round);
	await granskare.getByRole('link', { name: 'Läs citaten' }).click();
	await granskare.waitForURL('**/citat');
	await granskare.getByRole('button', { name: 'Godkänn citatet' }).first().click();
	await granskare.locator('.error-summary').waitFor();
	expect(await findFaultsInWindows(granskare)).toEqual([]);
	for (const wording of [shownWording, hiddenWording]) {
		const waiting = granskare.locator('article', { hasText: wording });
		expect(await waiting.locator('section').count()).toBe(2);
		await waiting.getByLabel('Skäl till beslutet').fill('Kan inte knytas till någon.');
		await waiting.getByRole('button', { name: 'Godkänn citatet' }).click();
		await granskare.locator('tbody tr', { hasText: wording }).getByText('Godkänt').waitFor();
	}
	expect(await granskare.getByText('Inget citat väntar på granskning').isVisible()).toBe(true);
	expect(await findFaultsInWindows(granskare)).toEqual([]);
});

test('the lägesbild shows the theme and its quotation, and neither a theme in few texts nor what is under it', async () => {
	await samordnare.goto(round);
	await samordnare.locator('summary', { hasText: 'Behöver något rättas?' }).click();
	// It takes seconds, more than a click waits for by itself.
	await samordnare.getByRole('button', { name: 'Sammanställ en ny version' }).click({ noWaitAfter: true });
	await samordnare.waitForURL(/\/lagesbilder\/[0-9a-f-]{36}$/, { timeout: 90_000 });
	draft = new URL(samordnare.url()).pathname;
	const text = await samordnare.locator('main').innerText();
	expect(text).toContain('antalet texter med temat visas inte');
	const table = samordnare.locator('table', { hasText: 'Enkätens gränser' }).first();
	const rows = await table.locator('tbody th').allInnerTexts();
	expect(rows.map((row) => row.trim())).toEqual(['Enkätens gränser', 'Texter i allt']);
	const quotation = samordnare.locator('figure.quotation', { hasText: shownWording });
	expect(await quotation.innerText()).toContain('Tema: Enkätens gränser. Återgivet med andra ord.');
	expect(await samordnare.content()).not.toContain(hiddenWording);
});

test('nothing of it, and no word of any text, is on the page that is published already', async () => {
	await samordnare.goto(question);
	const originals = await samordnare.locator('article .marked-text').allInnerTexts();
	for (const path of [
		'/lagesbild/sjovalla/2024',
		'/lagesbild/sjovalla/2024/tabeller',
		'/lagesbild/sjovalla/2024/tabeller.csv'
	]) {
		const published = await (await fetch(`${address}${path}`)).text();
		expect(published).toContain('Teman i fritext');
		const found = [...originals, shownWording, 'Enkätens gränser'].filter((words) =>
			published.includes(words)
		);
		expect(found).toEqual([]);
	}
});

test('a quotation that has been taken back keeps the draft from being submitted', async () => {
	await samordnare.goto(`${round}/citat`);
	const row = samordnare.locator('tbody tr', { hasText: shownWording });
	await row.getByRole('button', { name: 'Ta tillbaka' }).click();
	await row.getByText('Tillbakataget').waitFor();
	const refused = await samordnare.request.post(`${address}${draft}`, {
		headers: { origin: address },
		form: { x: '' }
	});
	expect(await refused.text()).toContain('Ett citat i lägesbilden har tagits tillbaka');
});
