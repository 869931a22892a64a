import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quotableValues } from '#lib/lagesbild/quoted/quotableValues.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	testPassword
} from '../../support/smallMunicipality.ts';

// The analysis of a round that the police alone have answered, in a program of its own; each test goes on where the one
// before it ended.

let program: ProgramWithDatabase;
let browser: Browser;
let samordnare: Page;
let lagesbild = '';
let hidden = '';

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: program.server.origin, bypassCSP: true, ...options });
	const page = await context.newPage();
	await page.goto('/logga-in');
	await page.getByLabel('E-postadress').fill('samordnare@9998.example');
	await page.getByLabel('Lösenord').fill(testPassword);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.waitForURL('**/oversikt');
	return page;
}

beforeAll(async () => {
	program = await startProgramWithDatabase();
	const { application } = program;
	const municipality = await insertSmallMunicipality(application, '9998');
	const actor = municipality.actors.samordnare;
	const today = dayInSweden(new Date());
	const plan = planOf(municipality, { opensOn: today, closesOn: addDays(today, 30) });
	const { roundId, tokens } = await openedRoundIn(application, municipality, plan);
	const token = tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers: policeAnswers(), page: 7 });
	await submitAnswers(application, { token, asksAboutTexts: false });
	await closeRound(application, actor, roundId);
	const compiled = await compileLagesbild(application, actor, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const { lagesbildId } = compiled.value;
	const read = await readLagesbild(application, actor, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	const values = quotableValues(read.value.stored.released.tables);
	hidden = values.find(({ text }) => text === null)?.reference ?? '';
	lagesbild = `/lagesbilder/${lagesbildId}`;
	browser = await openBrowser();
	samordnare = await openPage();
}, 120_000);

afterAll(async () => {
	await browser.close();
	await program.stop();
});

test('a finding is written, and refused while it quotes a number that is hidden', async () => {
	await samordnare.goto(lagesbild);
	await samordnare.getByRole('link', { name: 'Inga skrivna än' }).click();
	await samordnare.getByRole('link', { name: 'Lägg till iakttagelse' }).click();
	await samordnare.waitForURL('**/iakttagelser/ny');
	await samordnare.getByLabel('Iakttagelse', { exact: true }).fill('Bara polisen har svarat');
	await samordnare.getByLabel('Vad vet ni inte?').fill(`Det är {{${hidden}}} personer.`);
	await samordnare.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	const summary = samordnare.locator('.error-summary');
	await summary.waitFor();
	expect(await summary.innerText()).toContain(`{{${hidden}}} kan inte citeras: talet visas inte`);
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await samordnare.getByLabel('Vad vet ni inte?').fill('Vad de andra känner till.');
	await samordnare.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	await samordnare.getByText('Iakttagelsen är sparad').waitFor();
	expect(await samordnare.locator('tbody tr').innerText()).toContain('Inte bedömd');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('what hinders publication is listed with links, the finding’s own too', async () => {
	await samordnare.goto(lagesbild);
	const parts = await samordnare.locator('main li a[href*="#"]').evaluateAll((all) =>
		all.map((link) => {
			const { pathname, hash } = new URL((link as HTMLAnchorElement).href);
			return `${pathname.split('/').at(-2) ?? ''}${hash}`;
		})
	);
	expect(parts.filter((part) => part.startsWith('iakttagelser'))).toEqual([
		'iakttagelser#degree',
		'iakttagelser#evidence',
		'iakttagelser#severity',
		'iakttagelser#reasons'
	]);
	expect(parts.filter((part) => part.endsWith('#annanInformation'))).toHaveLength(1);
	expect(await samordnare.getByText('Skicka till granskning').count()).toBe(0);
});

test('a finding that is judged stands in the analysis, in its place', async () => {
	await samordnare.goto(`${lagesbild}/iakttagelser`);
	await samordnare.getByRole('link', { name: 'Bara polisen har svarat' }).click();
	await samordnare.waitForURL('**/iakttagelser/*-*');
	await samordnare.getByLabel('Grad av belägg').selectOption('indicated');
	await samordnare.getByLabel('Allvarlighet').selectOption('4');
	await samordnare.getByLabel('Omfattning').selectOption('2');
	await samordnare.getByLabel('Möjlighet att påverka').selectOption('3');
	await samordnare.getByLabel('Skäl till prioriteringen').fill('Fler **kan** tillfrågas.');
	const preview = samordnare.getByRole('region', { name: 'Så blir texten: Skäl till prioriteringen' });
	await preview.locator('strong', { hasText: 'kan' }).waitFor();
	await samordnare.getByText('Sparat av programmet').waitFor();
	await samordnare.locator('[name="views.polis"]').fill('- Ser **anmälningar**.');
	await samordnare.locator('[name="causes.0.kind"]').selectOption('risk');
	await samordnare.locator('[name="causes.0.level"]').selectOption('society');
	await samordnare.locator('[name="causes.0.strength"]').selectOption('weak');
	await samordnare.locator('[name="causes.0.text"]').fill('Ingen rutin');
	await samordnare.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	await samordnare.getByText('Iakttagelsen är sparad').waitFor();
	expect(await samordnare.locator('tbody tr').innerText()).toContain('1 (24 av 64)');
	await samordnare.goto(lagesbild);
	const section = samordnare.locator('.chapter-section', { hasText: 'Bara polisen har svarat' }).last();
	const text = await section.innerText();
	expect(text).toContain('Prioritet 1 av 1. Indikation');
	expect(text).toContain('Riskfaktor, samhälle, svag: Ingen rutin.');
	expect(await section.locator('dd li strong').innerText()).toBe('anmälningar');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('two who write causes at once see what the other saved beside each field, and nothing is lost', async () => {
	const other = await openPage({ javaScriptEnabled: false });
	const first = await openPage({ javaScriptEnabled: false });
	for (const page of [other, first]) {
		await page.goto(`${lagesbild}/iakttagelser`);
		await page.getByRole('link', { name: 'Bara polisen har svarat' }).click();
		await page.waitForURL('**/iakttagelser/*-*');
	}
	await other.locator('[name="causes.0.strength"]').selectOption('strong');
	await other.locator('[name="causes.0.text"]').fill('Ingen rutin för att fråga');
	await other.locator('[name="causes.1.kind"]').selectOption('protective');
	await other.locator('[name="causes.1.level"]').selectOption('society');
	await other.locator('[name="causes.1.strength"]').selectOption('weak');
	await other.locator('[name="causes.1.text"]').fill('En ny samordnare');
	await other.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	await other.getByText('Iakttagelsen är sparad').waitFor();
	await first.locator('[name="causes.0.text"]').fill('Rutinen är okänd');
	await first.locator('[name="causes.0.grounds"]').fill('Tre samtal');
	await first.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	await first.getByText('Någon annan har sparat iakttagelsen medan du skrev').waitFor();
	const causes = first.locator('fieldset.cause');
	expect(await first.locator('[name="causes.0.text"]').inputValue()).toBe('Rutinen är okänd');
	expect(await first.locator('[name="causes.0.grounds"]').inputValue()).toBe('Tre samtal');
	expect(await causes.locator('.field-hint').allInnerTexts()).toEqual([
		'Sparat av någon annan: Stark.',
		'Sparat av någon annan: Ingen rutin för att fråga.',
		'Sparat av någon annan: inget.',
		'Sparat av någon annan: Skyddsfaktor.',
		'Sparat av någon annan: Samhälle.',
		'Sparat av någon annan: Svag.',
		'Sparat av någon annan: En ny samordnare.'
	]);
	await first.locator('[name="causes.0.strength"]').selectOption('strong');
	await first.locator('[name="causes.1.kind"]').selectOption('protective');
	await first.locator('[name="causes.1.level"]').selectOption('society');
	await first.locator('[name="causes.1.strength"]').selectOption('weak');
	await first.locator('[name="causes.1.text"]').fill('En ny samordnare');
	await first.getByRole('button', { name: 'Spara iakttagelsen' }).click();
	await first.getByText('Iakttagelsen är sparad').waitFor();
	await first.goto(lagesbild);
	const text = await first
		.locator('.chapter-section', { hasText: 'Bara polisen har svarat' })
		.last()
		.innerText();
	expect(text).toContain('Riskfaktor, samhälle, stark: Rutinen är okänd.');
	expect(text).toContain('Skyddsfaktor, samhälle, svag: En ny samordnare.');
	for (const page of [other, first]) await page.context().close();
});

const quoting =
	'## Underlag\n\n**Svar:** {{svarande.alla.svarade}} av {{svarande.alla.tillfragade}} enheter.';

test('a number to quote is found in the list', async () => {
	await samordnare.goto(`${lagesbild}/tal`);
	await samordnare.getByLabel('Sök tal').fill('alla svarade');
	await samordnare.getByRole('button', { name: 'Sök' }).click();
	await samordnare.waitForURL('**/tal?sok=*');
	expect(await samordnare.locator('code').allInnerTexts()).toContain('{{svarande.alla.svarade}}');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});

test('what is written is drawn and saved while it is written, and refused with a number that is hidden', async () => {
	await samordnare.setViewportSize({ width: 1366, height: 900 });
	await samordnare.goto(`${lagesbild}/text`, { waitUntil: 'networkidle' });
	const analysis = samordnare.getByLabel('Analys', { exact: true });
	await analysis.fill(quoting);
	const preview = samordnare.getByRole('region', { name: 'Så blir texten: Analys' });
	await preview.getByText('1 av 4 enheter.').waitFor();
	expect(await preview.locator('h3').innerText()).toBe('Underlag');
	await samordnare.getByText('Sparat av programmet').waitFor();
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
	await analysis.fill(`Det är {{${hidden}}}.`);
	await samordnare.getByRole('button', { name: 'Spara', exact: true }).click();
	await samordnare.locator('.error-summary').waitFor();
	expect(await samordnare.locator('.error-summary').innerText()).toContain('kan inte citeras');
	expect(await analysis.inputValue()).toBe(`Det är {{${hidden}}}.`);
	await samordnare.goto(`${lagesbild}/text`);
	expect(await samordnare.getByLabel('Analys', { exact: true }).inputValue()).toBe(quoting);
});

test('texts that are too long are refused field by field, and stand where they were typed', async () => {
	await samordnare.goto(`${lagesbild}/text`, { waitUntil: 'networkidle' });
	const long = 'å'.repeat(10_000);
	const fields = samordnare.locator('main form textarea:visible');
	const names = await fields.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).name));
	for (const name of names) await samordnare.locator(`[name="${name}"]`).fill(long);
	await samordnare.getByRole('button', { name: 'Spara', exact: true }).click();
	const summary = samordnare.locator('.error-summary');
	await summary.getByText('Raden är för lång: högst 300 tecken').first().waitFor();
	// Each of several lines at the same place is refused; it is said once.
	const lines = await summary.locator('a').evaluateAll((all) => all.map((link) => link.outerHTML));
	expect(new Set(lines).size).toBe(lines.length);
	for (const name of names) expect(await samordnare.locator(`[name="${name}"]`).inputValue()).toBe(long);
});

test('without scripts a text is previewed and saved by buttons, and two who write see both texts and decide', async () => {
	const other = await openPage({ javaScriptEnabled: false });
	const first = await openPage({ javaScriptEnabled: false });
	for (const page of [other, first]) await page.goto(`${lagesbild}/text`);
	await other.getByLabel('Slutsatser').fill('Fler behöver frågas.');
	await other.getByRole('button', { name: 'Förhandsvisa' }).click();
	const preview = other.getByRole('region', { name: 'Så blir texten: Slutsatser' });
	expect(await preview.innerText()).toContain('Fler behöver frågas.');
	await other.getByRole('button', { name: 'Spara', exact: true }).click();
	await other.getByText('Texterna är sparade').waitFor();
	await first.getByLabel('Slutsatser').fill('Fler behöver svara.');
	// A look at the preview between is not a way past the other's text.
	await first.getByRole('button', { name: 'Förhandsvisa' }).click();
	await first.getByRole('button', { name: 'Spara', exact: true }).click();
	await first.getByText('Någon annan har sparat medan du skrev').waitFor();
	expect(await first.getByLabel('Slutsatser').inputValue()).toBe('Fler behöver svara.');
	expect([await first.locator('del').textContent(), await first.locator('ins').textContent()]).toEqual([
		'Borttaget:svara',
		'Tillagt:frågas'
	]);
	await first.getByLabel('Slutsatser').fill('Fler behöver frågas och svara.');
	await first.getByRole('button', { name: 'Spara', exact: true }).click();
	await first.getByText('Texterna är sparade').waitFor();
	for (const page of [other, first]) await page.context().close();
});

test('the history says who changed what', async () => {
	await samordnare.goto(`${lagesbild}/text/historik`);
	await samordnare.locator('a[href*="sparning="]').first().click();
	await samordnare.waitForURL('**/historik?sparning=*');
	expect(await samordnare.locator('ins').first().textContent()).toContain('och svara');
	expect(await findFaultsInWindows(samordnare)).toEqual([]);
});
