import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { confirm, signInPage } from '../../support/browser/staffPage.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { registerCsv } from '../../support/registerFile.ts';
import { insertSmallMunicipality, testPassword } from '../../support/smallMunicipality.ts';
import { until } from '../../support/until.ts';

// The samordnare's way through a round, with a mail server that mail really goes to; each test goes on where the one before
// it ended.

const imported = 'tuva@prov.example';
let mail: MailServer;
let program: ProgramWithDatabase;
let browser: Browser;
let page: Page;
let round = '';

beforeAll(async () => {
	mail = await openMailServer();
	program = await startProgramWithDatabase({ SMTP_URL: mail.smtpUrl, MAIL_FROM: 'lagesbild@prov.example' });
	await insertSmallMunicipality(program.application, '9993');
	browser = await openBrowser();
	const person = { email: 'samordnare@9993.example', password: testPassword };
	page = await signInPage(browser, person, { baseURL: program.server.origin, bypassCSP: true });
});

afterAll(async () => {
	await browser.close();
	await program.stop();
	await mail.close();
});

const mailTo = (address: string) => mail.received.filter(({ to }) => to === address);

/** The link in a message, which quoted-printable may have broken over lines. */
function linkIn(message: { readonly raw: string } | undefined): string {
	const text = message?.raw.replace(/=\r?\n/g, '') ?? '';
	return /\/svara\/[\w-]{22}/.exec(text)?.[0] ?? '';
}

async function headingAt(link: string): Promise<string> {
	const visitor = await (await browser.newContext({ baseURL: program.server.origin })).newPage();
	await visitor.goto(link);
	const heading = await visitor.locator('h1').innerText();
	await visitor.context().close();
	return heading;
}

test('a partner is read in from a file', async () => {
	const row = {
		organisation: 'Föreningen Famnen',
		kind: 'Civilsamhälle',
		unit: 'Famnens stödgrupp',
		sector: 'Civilsamhället',
		contact: 'Tuva Prov',
		email: imported
	};
	await page.goto('/partner/import');
	await page.getByLabel('Fil, XLSX eller CSV').setInputFiles({
		name: 'register.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(registerCsv([row]))
	});
	await page.getByRole('button', { name: 'Visa vad filen ändrar' }).click();
	await page.getByRole('button', { name: 'Skriv 1 rad till registret' }).click();
	await page.getByRole('heading', { name: 'Filen är inläst' }).waitFor();
});

test('the proposal is planned with one click', async () => {
	const today = dayInSweden(new Date());
	await page.goto('/oversikt');
	await page.locator('a[href*="omgangar/ny"]').click();
	// Not the day itself, on which it would open before anybody has seen that it was planned.
	await page.getByLabel('Första svarsdag').fill(addDays(today, 1));
	await page.getByLabel('Sista svarsdag').fill(addDays(today, 40));
	await page.getByRole('button', { name: 'Planera omgången' }).click();
	await page.getByText('Omgången är planerad och öppnar av sig själv').waitFor();
	round = new URL(page.url()).pathname;
	await page.getByRole('link', { name: 'Vad har ändrats i formuläret?' }).click();
	await page.getByText('Det här är seriens första omgång.').waitFor();
	expect(mail.received).toEqual([]);
});

test('it is opened, and each unit gets its own invitation', async () => {
	await page.goto(round);
	await confirm(page, 'Öppna omgången', /^Ja, öppna och skapa 5 inbjudningar/);
	await page.getByText('0 av 5 enheter har svarat. De övriga').waitFor();
	await until(() => mail.received.length === 5);
	const links = new Set(mail.received.map(linkIn));
	expect(links.size).toBe(5);
	expect(await headingAt(linkIn(mailTo(imported)[0]))).not.toBe('');
});

test('chosen units are reminded with a line of one’s own, and a note is kept', async () => {
	await page.goto(`${round}/paminn`);
	await page.getByLabel(/^Famnens stödgrupp/).check();
	await page.getByLabel('Egen rad i påminnelsen').fill('Vi ses den tolfte.');
	await page.getByRole('button', { name: 'Påminn de valda' }).click();
	await page.getByText('1 påminnelse är på väg').waitFor();
	await until(() => mailTo(imported).length === 2);
	expect(mail.received).toHaveLength(6);
	expect(mailTo(imported)[1]?.raw).toContain('Vi ses den tolfte.');
	await page.goto(`${round}/anteckningar`);
	await page.getByLabel('Ny anteckning').fill('Ring 070-174 06 05 om ersättare.');
	await page.getByRole('button', { name: 'Spara anteckningen' }).click();
	await page.getByText('Anteckningen ser ut att ha personuppgifter').waitFor();
	expect(await findFaultsInWindows(page)).toEqual([]);
	await page.getByLabel('Ny anteckning').fill('Famnen svarar i mars.');
	await page.getByRole('button', { name: 'Spara anteckningen' }).click();
	await page.locator('article', { hasText: 'Famnen svarar i mars.' }).waitFor();
});

test('it is closed for all, and opened again for one', async () => {
	await page.goto(round);
	await confirm(page, 'Stäng omgången', 'Ja, stäng omgången');
	await page.getByText('Svaren är slutgiltiga.').waitFor();
	const [first] = mailTo(imported);
	const other = mail.received.find(({ to }) => to !== imported);
	expect(await headingAt(linkIn(first))).toBe(await headingAt(linkIn(other)));
	await page.getByRole('link', { name: 'Ge en enhet mer tid att svara' }).click();
	await page.getByLabel('Enhet').selectOption({ label: 'Famnens stödgrupp' });
	await page.getByLabel('Skäl').fill('Handläggaren var sjuk');
	await page.getByRole('button', { name: 'Ge enheten mer tid' }).click();
	await page.getByText('Kan svara', { exact: true }).waitFor();
	expect(await findFaultsInWindows(page)).toEqual([]);
	await until(() => mailTo(imported).length === 3);
	const renewed = await headingAt(linkIn(mailTo(imported)[2]));
	expect(await headingAt(linkIn(first))).toBe(renewed);
	expect(await headingAt(linkIn(other))).not.toBe(renewed);
});
