import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../support/findChromium.ts';
import { findFreePort } from '../support/findFreePort.ts';
import { startProgram } from '../support/startedProgram.ts';

// Takes the pictures of the README and the handbook: the main pages of a freshly loaded demonstration, as a browser shows them.
// `npm run pictures` writes docs/pictures; `-- --out DIR --width 360 --theme dark` takes others to look at.

const { values: wish } = parseArgs({
	options: {
		out: { type: 'string', default: 'docs/pictures' },
		width: { type: 'string', default: '1366' },
		theme: { type: 'string', default: 'light' },
		full: { type: 'boolean', default: false },
		/** A server that runs already. */
		address: { type: 'string' },
		link: { type: 'string' }
	}
});

interface Site {
	readonly address: string;
	readonly link: string;
	readonly stop: () => Promise<void>;
}

async function startSite(): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'lagesbild-bilder-'));
	const port = await findFreePort();
	const program = startProgram(['start'], { PORT: String(port), DATA_DIR: folder });
	await program.until('Stoppa med Ctrl-C');
	const link = /Socialtjänsten \(.+\):\n\s+(\S+)/.exec(program.output())?.[1] ?? '';
	const stop = async () => {
		program.signal('SIGTERM');
		await program.ended;
		rmSync(folder, { recursive: true, force: true });
	};
	return { address: `http://localhost:${String(port)}`, link, stop };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext({
		baseURL: address,
		viewport: { width: Number(wish.width), height: 900 },
		colorScheme: wish.theme === 'dark' ? 'dark' : 'light',
		reducedMotion: 'reduce'
	});
	return await context.newPage();
}

async function take(page: Page, name: string): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
	mkdirSync(wish.out, { recursive: true });
	await page.screenshot({
		path: join(wish.out, `${name}-${wish.width}.png`),
		fullPage: wish.full,
		animations: 'disabled'
	});
	process.stdout.write(`${name}\n`);
}

async function takePublicPage(page: Page): Promise<void> {
	await page.goto('/lagesbild/sjovalla/2025');
	await take(page, 'lagesbild');
}

async function takeStaffPages(page: Page): Promise<void> {
	await page.goto('/logga-in');
	await take(page, 'logga-in');
	await page.getByLabel('E-postadress').fill('samordnare@sjovalla.example');
	await page.getByLabel('Lösenord').fill('strandpromenad-2026');
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.waitForURL('**/oversikt');
	await take(page, 'oversikt');
	const lagesbild = await page
		.getByRole('link', { name: /^Version/ })
		.first()
		.getAttribute('href');
	await page.getByRole('link', { name: 'Omgång 2026' }).click();
	await page.waitForURL('**/omgangar/*');
	const round = new URL(page.url()).pathname;
	await take(page, 'omgang');
	for (const [name, path] of [
		['partner', '/partner'],
		['uppdrag', '/uppdrag'],
		['atgardsplan', '/atgardsplan'],
		['annan-information', '/annan-information'],
		['meddelande', '/meddelanden/inbjudan/sv'],
		['kalender', `${round}/kalender`],
		['paminn', `${round}/paminn`],
		['rojandekontroll', `${lagesbild ?? ''}/rojandekontroll`],
		['iakttagelser', `${lagesbild ?? ''}/iakttagelser`]
	] as const) {
		await page.goto(path);
		await take(page, name);
	}
	await takeDecision(page, `${lagesbild ?? ''}/beslut`);
}

/** The decision of the demonstration's council, written in, which ends the handbook's year. */
async function takeDecision(page: Page, path: string): Promise<void> {
	await page.goto(path);
	for (const [label, text] of [
		['Organ', 'Kommunfullmäktige'],
		['Dag', '2025-06-16'],
		['Paragraf', '§ 103'],
		['Diarienummer (om det finns)', 'KS 2025/0142'],
		['Beslut', 'att lägga lägesbilden till handlingarna.']
	] as const) {
		await page.getByLabel(label, { exact: true }).fill(text);
	}
	await page.getByRole('button', { name: 'Skriv in beslutet' }).click();
	await page.getByRole('table', { name: 'Inskrivna beslut' }).waitFor();
	await take(page, 'beslut');
}

async function takeRespondentPages(page: Page, link: string): Promise<void> {
	await page.goto(link);
	const home = new URL(page.url()).pathname;
	await page.goto(`${home}/sida/2`);
	for (const [name, code] of [
		['A1', 'mottagning_barn_unga'],
		['A2', 'bara_kommunen']
	] as const) {
		await page.locator(`[name="${name}"][value="${code}"]`).check();
	}
	await page.locator('[name="A3_antal"]').fill('14');
	await page.locator('button[value="hoppa"], button[value="nasta"]').first().click();
	await page.goto(`${home}/sida/3`);
	await page.locator('[name="S1_antal"]').fill('7');
	await take(page, 'fragor');
	await page.locator('button[value="granska"]').click();
	await page.waitForURL('**/granska');
	await take(page, 'granskning');
}

const site: Site =
	wish.address === undefined
		? await startSite()
		: { address: wish.address, link: wish.link ?? '', stop: () => Promise.resolve() };
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking'
	]
});
try {
	await takePublicPage(await openPage(browser, site.address));
	await takeStaffPages(await openPage(browser, site.address));
	await takeRespondentPages(await openPage(browser, site.address), site.link);
} finally {
	await browser.close();
	await site.stop();
}
