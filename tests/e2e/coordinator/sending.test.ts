import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage } from '../../support/browser/staffPage.ts';

// What a form says when it cannot be sent. What was typed must stand in it, whatever the reason.

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
	page = await openStaffPage(browser, 'samordnare');
});

afterAll(() => browser.close());

const name = () => page.getByLabel('Namn');
const save = () => page.getByRole('button', { name: 'Spara' });

async function fillOrganisation(given: string): Promise<void> {
	await page.goto('/partner/organisation/ny', { waitUntil: 'networkidle' });
	await name().fill(given);
	await page.getByLabel('Typ').selectOption({ label: 'Skola' });
}

test('a form that does not reach the program stays as it was typed, and is sent by the next press', async () => {
	await fillOrganisation('Skolan utan nät');
	await page.context().setOffline(true);
	await save().click();
	await page.getByRole('alert').getByText('Inget är skickat: programmet svarar inte').waitFor();
	expect(await name().inputValue()).toBe('Skolan utan nät');
	await page.context().setOffline(false);
	await save().click();
	await page.getByRole('heading', { name: 'Skolan utan nät' }).waitFor();
});

test('who has been signed out meanwhile signs in beside the form, and sends what stands in it', async () => {
	await fillOrganisation('Skolan efter lunchen');
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	await save().click();
	await page.getByRole('alert').getByText('Inget är skickat: du är utloggad').waitFor();
	expect(await page.getByRole('link', { name: 'Logga in i en ny flik' }).getAttribute('target')).toBe(
		'_blank'
	);
	expect(await name().inputValue()).toBe('Skolan efter lunchen');
	await page.context().addCookies(cookies);
	await save().click();
	await page.getByRole('heading', { name: 'Skolan efter lunchen' }).waitFor();
});

test('a button that is pressed twice sends once', async () => {
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
	});
	await fillOrganisation('Skolan med dubbelklick');
	// In the page itself: the browser's driver waits for the first click to lead somewhere.
	await save().evaluate((button) => {
		const click = () => {
			(button as HTMLElement).click();
		};
		click();
		click();
		setTimeout(click, 20);
	});
	await page.getByRole('heading', { name: 'Skolan med dubbelklick' }).waitFor();
	expect(sent).toEqual(['/partner/organisation/ny']);
});

test('a file that is too large is stopped on the page, which says how large it may be', async () => {
	await page.goto('/meddelanden/returer', { waitUntil: 'networkidle' });
	await page.getByLabel('Eller klistra in').fill('Det här står kvar.');
	const large = { name: 'stor.eml', mimeType: 'message/rfc822', buffer: Buffer.alloc(3_000_000, 'a') };
	await page.getByLabel('Filer').setInputFiles(large);
	await page.getByRole('button', { name: 'Läs in' }).click();
	await page.getByRole('alert').getByText('Högst 2 MB åt gången').waitFor();
	expect(await page.getByLabel('Eller klistra in').inputValue()).toBe('Det här står kvar.');
});

test('a form in two windows does not undo what the other has saved', async () => {
	await fillOrganisation('Skolan i två fönster');
	await save().click();
	await page.getByRole('link', { name: 'Ändra namn eller typ' }).click();
	await page.waitForURL('**/andra');
	const other = await page.context().newPage();
	await other.goto(page.url());
	await other.getByLabel('Typ').selectOption({ label: 'Region eller vård' });
	await other.getByRole('button', { name: 'Spara' }).click();
	await other.getByText('Region eller vård').waitFor();
	await name().fill('Skolan i ett fönster');
	await save().click();
	await page.getByRole('alert').getByText('har ändrats sedan du öppnade sidan').waitFor();
	expect([await name().inputValue(), await page.getByLabel('Typ').inputValue()]).toEqual([
		'Skolan i ett fönster',
		'health_care'
	]);
	await save().click();
	await page.getByRole('heading', { name: 'Skolan i ett fönster' }).waitFor();
	await other.close();
});

test('what is no longer there is told within the staff’s own pages', async () => {
	await page.goto(`/partner/import/${crypto.randomUUID()}`);
	await page.getByText('Filen finns inte kvar. Den är redan inläst, eller äldre än ett dygn.').waitFor();
	expect(await page.getByRole('navigation', { name: 'Huvudmeny' }).count()).toBe(1);
});

test('nobody is told more than whether they are signed in themselves', async () => {
	const response = await fetch(`${inject('serverAddress')}/logga-in/lage`);
	expect([response.status, await response.text()]).toEqual([401, '']);
});
