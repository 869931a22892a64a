import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { openBenchRound, storedSerials, type BenchRound } from '../../bench/respond/benchRound.ts';

// The server holds pages, links and receipts in its memory (docs/decisions/0081, 0084, 0087). A restart takes them away; nothing
// that a respondent has typed may go with them.

let browser: Browser;
let program: ProgramWithDatabase;
let round: BenchRound;

beforeAll(async () => {
	browser = await openBrowser();
	program = await startProgramWithDatabase();
	round = await openBenchRound(program.application, program.owner, 3);
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

async function openPage(place: number, javaScriptEnabled: boolean): Promise<Page> {
	const context: BrowserContext = await browser.newContext({
		baseURL: program.server.origin,
		javaScriptEnabled
	});
	const page = await context.newPage();
	await page.goto(`/svara/${round.links[place]?.token ?? ''}`);
	return page;
}

const number = (page: Page, name: string) => page.locator(`[name="${name}"]`);

test('what is typed while the server is away is saved when it has started again', async () => {
	const page = await openPage(0, true);
	const status = page.locator('.saving-status');
	await page.locator('form[data-answers="live"]').waitFor();
	await number(page, 'N1').fill('41');
	await status.getByText(/^Sparat \d\d\.\d\d$/).waitFor();
	await program.restart(async () => {
		await number(page, 'N2').fill('42');
		await status.getByText('Inte sparat än – vi försöker igen').waitFor();
	});
	await status.getByText(/^Sparat \d\d\.\d\d$/).waitFor({ timeout: 60_000 });
	const other = await openPage(0, false);
	expect([await number(other, 'N1').inputValue(), await number(other, 'N2').inputValue()]).toEqual([
		'41',
		'42'
	]);
});

test('a page that was opened before the restart is sent after it, and leads to its receipt', async () => {
	const page = await openPage(1, false);
	await number(page, 'N1').fill('51');
	await program.restart(() => Promise.resolve());
	await page.getByRole('button', { name: 'Skicka in' }).click();
	await page.getByRole('heading', { name: 'Tack, svaret är inskickat' }).waitFor();
	expect((await storedSerials(program.application, round.roundId)).get(51)).toBe(1);
});

test('what was typed just before the computer was closed is saved when it is opened again, though the server was away', async () => {
	const page = await openPage(2, true);
	const devtools = await page.context().newCDPSession(page);
	await page.locator('form[data-answers="live"]').waitFor();
	await number(page, 'N1').fill('61');
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await program.restart(() => Promise.resolve());
	await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	await page
		.locator('.saving-status')
		.getByText(/^Sparat \d\d\.\d\d$/)
		.waitFor({ timeout: 60_000 });
	const other = await openPage(2, false);
	expect(await number(other, 'N1').inputValue()).toBe('61');
});
