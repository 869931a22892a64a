import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Sector } from '#lib/organisations/sector.ts';
import { sendByPages } from '#lib/server/demonstration/answerByPages.ts';
import { sjovallaOrganisations } from '#lib/server/demonstration/sjovalla.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import {
	answerToReview,
	formTexts,
	leavePage,
	pageNumberOf,
	pressOnPage
} from '../../support/browser/answerInBrowser.ts';
import { pdfStrings } from '../../support/documentText.ts';
import { readLetters, type Letter } from '../../support/browser/letters.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import { confirm, openStaffPage, shownStates } from '../../support/browser/staffPage.ts';
import { changePlanInBrowser } from '../../support/browser/changePlanInBrowser.ts';
import { expectNoReasons, wishInBrowser } from '../../support/browser/wishInBrowser.ts';

// One round from invitation to publication; each test goes on where the one before it ended.

const address = inject('serverAddress');
const year = 2027;
const today = dayInSweden(new Date());

const sectorOf: ReadonlyMap<string, Sector> = new Map(
	sjovallaOrganisations.flatMap(({ sector, units }) => units.map(({ name }) => [name, sector] as const))
);
const inBrowser = ['Lokalpolisområde Sjövalla', 'Sjögymnasiet'];
const neverAnswer = ['Ekonomiskt bistånd', 'Föreningen Klivet'];

let browser: Browser;
let samordnare: Page;
let round = '';
let lagesbild = '';
let letters: Letter[] = [];

beforeAll(async () => {
	browser = await openBrowser();
	samordnare = await openStaffPage(browser, 'samordnare');
});

afterAll(() => browser.close());

function letterTo(unitName: string): Letter {
	return letters.find((letter) => letter.unitName === unitName)!;
}

test('the overview shows the series, its rounds and how long the law gives for the next', async () => {
	await samordnare.goto('/oversikt');
	const heading = samordnare.getByRole('heading', { name: 'Sex mot ersättning och människohandel' });
	expect(await heading.isVisible()).toBe(true);
	const rows = await samordnare
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) => row.querySelector('th')?.textContent.replaceAll('\u00a0', ' ').trim())
		);
	expect(rows).toEqual(['Omgång 2026', 'Omgång 2025', 'Omgång 2024']);
	const clock = await samordnare.locator('.notice', { hasText: '2023:196' }).innerText();
	expect(clock).toMatch(/20\d\d/);
});

test('a round is created from the proposal, with everybody who was asked last time', async () => {
	await samordnare.goto('/oversikt');
	await samordnare.getByRole('heading', { name: `Förslag: omgång ${year}` }).waitFor();
	await samordnare.getByRole('link', { name: 'Se och ändra förslaget' }).click();
	await samordnare.waitForURL('**/omgangar/ny**');
	expect(await samordnare.getByLabel('Omgångens år').inputValue()).toBe(String(year));
	expect(await samordnare.locator('input[name="unitIds"]:checked').count()).toBe(sectorOf.size);
	await samordnare.getByLabel('Första svarsdag').fill(today);
	await samordnare.getByLabel('Sista svarsdag').fill(addDays(today, 42));
	await samordnare.getByRole('button', { name: 'Spara som förslag' }).click();
	await samordnare.waitForURL(/\/omgangar\/[0-9a-f-]{36}$/);
	round = new URL(samordnare.url()).pathname;
	expect(await samordnare.locator('h1').innerText()).toContain(`Omgång ${year}`);
	expect(await samordnare.getByText('Förslag', { exact: true }).isVisible()).toBe(true);
});

test('a second round for the same year is refused, and what was filled in stays', async () => {
	const page = await samordnare.context().newPage();
	await page.goto('/oversikt');
	await page.getByRole('link', { name: /^Skapa omgång/ }).click();
	await page.getByLabel('Omgångens år').fill(String(year));
	await page.getByLabel('Minsta antal personer som får visas').fill('7');
	await page.getByRole('button', { name: 'Spara som förslag' }).click();
	const summary = page.locator('.error-summary');
	await summary.waitFor();
	expect(await summary.innerText()).toContain('Det finns redan en omgång för den tiden');
	expect(await page.getByLabel('Minsta antal personer som får visas').inputValue()).toBe('7');
	await page.close();
});

test('opening makes one letter with a link of its own for each unit', async () => {
	await samordnare.goto(round);
	await confirm(samordnare, 'Öppna omgången', /^Ja, öppna/);
	await samordnare.getByText('Öppen för svar', { exact: true }).waitFor();
	letters = await readLetters(samordnare, round);
	expect(letters.map(({ unitName }) => unitName).toSorted()).toEqual([...sectorOf.keys()].toSorted());
	expect(new Set(letters.map(({ token }) => token)).size).toBe(sectorOf.size);
	const file = await samordnare.request.get(`${round}/brev.pdf`);
	expect([file.status(), file.headers()['cache-control']]).toEqual([200, 'no-store']);
	const pdf = await file.body();
	expect(pdfStrings(pdf, 'Alt')).toHaveLength(letters.length);
	await samordnare.goto(`${round}/utskick`);
	expect(await samordnare.locator('.message-list > li').count()).toBe(sectorOf.size);
	expect(await samordnare.locator('.message-list').innerText()).not.toContain('Skickat ');
});

test.each(inBrowser)('%s answers page by page, pauses, comes back and sends', async (unitName) => {
	const { token } = letterTo(unitName);
	const { instrument, answers } = questionnaireOf(sectorOf.get(unitName)!, unitName, year);
	const context = await browser.newContext({ baseURL: address });
	const page = await context.newPage();
	await page.goto(`/svara/${token}`);
	expect(page.url()).not.toContain(token);
	expect(await page.locator('main').innerText()).toContain('Vem ser vad');
	await page.getByRole('link', { name: 'Börja svara' }).first().click();
	await page.getByRole('heading', { name: 'Så räknar ni' }).waitFor();
	await leavePage(page, instrument, answers);
	await leavePage(page, instrument, answers);
	const paused = pageNumberOf(page);
	const reached = page.url();
	await pressOnPage(page, 'spara');
	await page.getByText('Ingenting är inskickat än').first().waitFor();
	await context.close();

	const later = await browser.newContext({ baseURL: address });
	const resumed = await later.newPage();
	await resumed.goto(`/svara/${token}`);
	await resumed
		.getByRole('link', { name: `Fortsätt på sidan ${paused}` })
		.first()
		.click();
	await resumed.waitForURL(reached);
	await answerToReview(resumed, instrument, answers);
	expect(await resumed.locator('.answer').count()).toBeGreaterThan(20);
	// As a window that was closed without a network leaves it.
	const [, reference] = /\/lank\/([^/]+)\//.exec(resumed.url()) ?? [];
	const left = `lagesbild/osparat/${String(reference)}/0/a-window`;
	await resumed.evaluate((name) => {
		localStorage.setItem(name, '9999-12-31 left behind');
	}, left);
	await resumed.getByRole('button', { name: 'Skicka in' }).click();
	await resumed.waitForURL('**/skickat');
	await expect.poll(() => resumed.evaluate((name) => localStorage.getItem(name), left)).toBe(null);
	expect(await resumed.locator('h1').innerText()).toContain('Tack, svaret är inskickat');
	expect(await resumed.locator('.answer').count()).toBeGreaterThan(20);

	await resumed.goto(`/svara/${token}`);
	expect(await resumed.locator('h1').innerText()).toBe('Besvarad');
	expect(await resumed.locator('main button').allInnerTexts()).toEqual(['Öppna svaret']);
	await later.close();
});

test('the answers of a page that was left stand in it when the link is opened again', async () => {
	const unitName = 'Vuxenenheten';
	const { token } = letterTo(unitName);
	const { instrument, answers } = questionnaireOf('socialtjanst', unitName, year);
	const page = await (await browser.newContext({ baseURL: address })).newPage();
	await page.goto(`/svara/${token}`);
	await page.getByRole('link', { name: 'Börja svara' }).first().click();
	await page.waitForURL('**/sida/1');
	await leavePage(page, instrument, answers);
	const filled = page.url();
	await leavePage(page, instrument, answers);
	await page.goto(filled);
	const before = await formTexts(page);
	expect(before.length).toBeGreaterThan(0);
	const other = await (await browser.newContext({ baseURL: address })).newPage();
	await other.goto(`/svara/${token}`);
	await other.goto(filled);
	expect(await formTexts(other)).toEqual(before);
	await page.context().close();
	await other.context().close();
});

test('the others answer, and the samordnare sees at once how many, not who and nothing of what', async () => {
	const waiting = letters.filter(({ unitName }) => ![...inBrowser, ...neverAnswer].includes(unitName));
	for (const { unitName, token } of waiting) {
		const { instrument, answers } = questionnaireOf(sectorOf.get(unitName)!, unitName, year);
		await sendByPages({ origin: address, token }, instrument, answers);
	}
	await samordnare.goto(round);
	const answered = sectorOf.size - neverAnswer.length;
	const inAll = `${String(answered)} av ${String(sectorOf.size)} enheter har svarat`;
	expect(await samordnare.locator('main').innerText()).toContain(inAll);
	expect(new Set((await shownStates(samordnare)).values())).toEqual(new Set(['Inte besvarad']));
	const sent = questionnaireOf('socialtjanst', 'Vuxenenheten', year).answers;
	const written = Object.values(sent).filter((value) => typeof value === 'string' && value.length > 25);
	const shown = await samordnare.content();
	expect(written.filter((text) => shown.includes(String(text)))).toEqual([]);
});

test('after closing nobody can answer', async () => {
	await samordnare.goto(round);
	await confirm(samordnare, 'Stäng omgången', 'Ja, stäng omgången');
	await samordnare.getByText('Stängd', { exact: true }).waitFor();
	const notAnswered = [...(await shownStates(samordnare))].filter(([, state]) => state !== 'Besvarad');
	expect(notAnswered.map(([unitName]) => unitName).toSorted()).toEqual(neverAnswer);
	const page = await (await browser.newContext({ baseURL: address })).newPage();
	await page.goto(`/svara/${letterTo(neverAnswer[0]!).token}`);
	expect(await page.locator('h1').innerText()).toBe('Enkäten är stängd');
	const link = new URL(page.url()).pathname;
	await page.goto(`${link}/sida/1`);
	expect(new URL(page.url()).pathname).toBe(link);
	await page.context().close();
});

test('the table plan is changed, and changed back', { timeout: 180_000 }, () =>
	changePlanInBrowser(samordnare, round)
);

test('compiling runs the disclosure control and leads to the draft', async () => {
	await samordnare.goto(round);
	await samordnare.getByRole('button', { name: 'Sammanställ lägesbilden' }).click();
	await samordnare.waitForURL(/\/lagesbilder\/[0-9a-f-]{36}$/, { timeout: 90_000 });
	lagesbild = new URL(samordnare.url()).pathname;
	expect(await samordnare.locator('main').innerText()).toContain('Skyddet är kontrollräknat.');
});

test('the samordnare sees why numbers are hidden, says what must be shown and compiles anew', async () => {
	lagesbild = await wishInBrowser(browser, lagesbild);
});

test('what is missing is listed with links, and submission is refused until it is written', async () => {
	await samordnare.goto(lagesbild);
	const links = await samordnare
		.locator('main li a[href*="#"]')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.replace(location.origin, '')));
	expect(links).toEqual([
		`${lagesbild}/text#annanInformation`,
		`${lagesbild}/text#analys`,
		`${round}#whyThisProblem`,
		`${round}#sourcesUsed`,
		`${round}#limitsOfSources`,
		`${round}#meaningOfLimits`
	]);
	expect(await samordnare.getByText('Skicka till granskning').count()).toBe(0);
	const refused = await samordnare.request.post(`${address}${lagesbild}`, {
		headers: { origin: address },
		form: { x: '' }
	});
	expect(await refused.text()).toContain('Delarna nedan behöver fyllas i först');
});

test("the four questions of Brå's guide are answered on the round's page", async () => {
	await samordnare.goto(round);
	const areas = samordnare.locator('#metod ~ form textarea, form[action*="metod"] textarea');
	expect(await areas.count()).toBe(4);
	for (const area of await areas.all()) await area.fill('Skälet står i kommunfullmäktiges beslut.');
	await samordnare.getByRole('button', { name: 'Spara metodsvaren' }).click();
	await samordnare.getByText('Svaren är sparade').waitFor();
});

test('the samordnare writes the analysis and submits', async () => {
	await samordnare.goto(`${lagesbild}/text`);
	await samordnare.getByLabel('Annan information av betydelse').fill('Lagen ändrades den 1 juli 2025.');
	await samordnare.getByLabel('Analys', { exact: true }).fill('Fler enheter frågar.\n\n- Det höjer talen.');
	await samordnare.getByRole('button', { name: 'Spara' }).click();
	await samordnare.getByText('Texterna är sparade').waitFor();
	await samordnare.goto(lagesbild);
	await confirm(samordnare, 'Skicka till granskning', 'Ja, skicka till granskning');
	await samordnare.getByText('Väntar på granskning', { exact: true }).waitFor();
	expect(await samordnare.locator('main').innerText()).toContain('Fler enheter frågar.');
});

test('a second person reads the protocol, approves and publishes', async () => {
	const granskare = await openStaffPage(browser, 'granskare');
	await granskare.goto(`${lagesbild}/rojandekontroll`);
	expect(await granskare.locator('main').innerText()).toContain('Skyddet är kontrollräknat');
	expect(await samordnare.goto(`${lagesbild}/rojandekontroll`)).not.toBeNull();
	expect(await samordnare.getByText('Godkänn och publicera').count()).toBe(0);
	await confirm(granskare, 'Godkänn och publicera', 'Ja, godkänn och publicera');
	await granskare.waitForURL(`**/lagesbild/sjovalla/${year}`, { timeout: 60_000 });
	await expectNoReasons(granskare, lagesbild);
	await granskare.context().close();
});

test('the published page has a table after each figure, for everybody to read', async () => {
	const page = await (await browser.newContext({ baseURL: address })).newPage();
	await page.goto(`/lagesbild/sjovalla/${year}`, { waitUntil: 'networkidle' });
	// In the order they are read: what follows a figure is its table, open to all.
	const order = await page.locator('figure.chart, .data-table').evaluateAll((parts) =>
		parts.map((part) => {
			if (part.matches('figure')) return 'figure';
			return part.checkVisibility() ? 'table' : 'closed table';
		})
	);
	const followers = order.flatMap((part, place) => (part === 'figure' ? [order[place + 1]] : []));
	expect(followers.length).toBeGreaterThan(2);
	expect(new Set(followers)).toEqual(new Set(['table']));
	// Figures are drawn when they come near the screen.
	for (const figure of await page.locator('figure.chart').all()) {
		await figure.scrollIntoViewIfNeeded();
		await figure.locator('canvas[data-drawn]').waitFor();
	}
	await page.context().close();
});
