import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';

// A link stops taking answers while somebody has one of its pages open. What is typed by then cannot be taken, and that
// is said on the page that the link leads to instead.

const told = 'Det ni ändrade på den senaste sidan är inte sparat';

let browser: Browser;
let program: ProgramWithDatabase;
let municipality: SmallMunicipality;

beforeAll(async () => {
	browser = await openBrowser();
	program = await startProgramWithDatabase();
	municipality = await insertSmallMunicipality(program.application, '9993');
});

afterAll(async () => {
	await browser.close();
	await program.stop();
});

interface Visit {
	readonly page: Page;
	readonly home: string;
}

async function visit(token: string, javaScriptEnabled: boolean): Promise<Visit> {
	const context = await browser.newContext({ baseURL: program.server.origin, javaScriptEnabled });
	const page = await context.newPage();
	await page.goto(`/svara/${token}`);
	return { page, home: new URL(page.url()).pathname };
}

async function beginPage({ page, home }: Visit, count: string, runsScript: boolean): Promise<void> {
	await page.goto(`${home}/sida/2`);
	if (runsScript) await page.locator('form[data-answers="live"]').waitFor();
	await page.locator('[name="A3_antal"]').fill(count);
}

const main = (page: Page) => page.locator('main').innerText();

describe.each([
	['with the pages’ script', true, 2026],
	['without any script', false, 2027]
] as const)('%s', (...[, runsScript, year]) => {
	test('a page that is posted after the round was closed says that it is not saved', async () => {
		const today = dayInSweden(program.application.clock.now());
		const days = { opensOn: addDays(today, -1), closesOn: addDays(today, 30) };
		const round = await openedRoundIn(
			program.application,
			municipality,
			planOf(municipality, { year, ...days })
		);
		const unit = await visit(round.tokens.get('Vuxenenheten') ?? '', runsScript);
		await beginPage(unit, '14', runsScript);
		const closed = await closeRound(program.application, municipality.actors.samordnare, round.roundId);
		expect(closed.ok).toBe(true);
		await unit.page.locator('button[value="nasta"]').click();
		await unit.page.getByRole('heading', { name: 'Enkäten är stängd' }).waitFor();
		expect(await main(unit.page)).toContain(told);
		await unit.page.goto(unit.home);
		expect(await main(unit.page)).not.toContain(told);
	});

	test('a colleague whose link is withdrawn meanwhile is told so, and what was saved stays', async () => {
		const today = dayInSweden(program.application.clock.now());
		const days = { opensOn: addDays(today, -1), closesOn: addDays(today, 30) };
		const plan = planOf(municipality, { year: year + 2, ...days });
		const round = await openedRoundIn(program.application, municipality, plan);
		const unit = await visit(round.tokens.get('Mottagningen') ?? '', runsScript);
		await unit.page.goto(`${unit.home}/kollegor`);
		await unit.page.getByLabel('Vem är länken till?').fill('Statistiken');
		await unit.page.getByRole('button', { name: 'Skapa länken' }).click();
		const given = (await unit.page.locator('.address').innerText()).trim().slice(-22);
		const colleague = await visit(given, runsScript);
		await beginPage(colleague, '14', runsScript);
		await colleague.page.locator('button[value="spara"]').click();
		await colleague.page.waitForURL('**?sparat');
		await beginPage(colleague, '15', runsScript);
		await unit.page.goto(`${unit.home}/kollegor`);
		await unit.page.getByRole('button', { name: /^Dra tillbaka/ }).click();
		await unit.page.getByText('Ingen länk är given.').waitFor();
		await colleague.page.locator('button[value="nasta"]').click();
		await colleague.page.getByRole('heading', { name: 'Länken känns inte igen' }).waitFor();
		expect(await main(colleague.page)).toContain(told);
		expect(await main(colleague.page)).toContain('en kollega gav dig länken och har dragit tillbaka den');
		await unit.page.goto(`${unit.home}/sida/2`);
		expect(await unit.page.locator('[name="A3_antal"]').inputValue()).toBe('14');
	});
});
