import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import type { Sector } from '#lib/organisations/sector.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { printedLink } from './greeting.ts';
import { readLetters, type Letter } from './letters.ts';
import { openStaffPage, roundAddress } from './staffPage.ts';

/** The links of a sector in the round of 2026 that can still be answered, without the one that other tests answer. */
export async function openLinksOf(browser: Browser, sector: Sector): Promise<Letter[]> {
	const staff = await openStaffPage(browser, 'samordnare');
	const round = await roundAddress(staff, 2026);
	await staff.goto(round);
	const open = await staff
		.locator('tr', { hasText: sectorName[sector] })
		.filter({ hasNotText: /Besvarad|Påbörjat/ })
		.locator('th')
		.allInnerTexts();
	const letters = await readLetters(staff, round);
	await staff.context().close();
	const printed = printedLink(sector).unitName;
	const maybe = letters.filter(({ unitName }) => open.includes(unitName) && unitName !== printed);
	const answered = await Promise.all(maybe.map((letter) => isAnswered(browser, letter)));
	return maybe.filter((_, place) => !answered[place]);
}

/** What was answered today is not told to the staff: the link itself says it. */
async function isAnswered(browser: Browser, { token }: Letter): Promise<boolean> {
	const context = await browser.newContext({ baseURL: inject('serverAddress'), javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`/svara/${token}`);
	const title = await page.locator('h1').innerText();
	await context.close();
	return title === 'Besvarad';
}
