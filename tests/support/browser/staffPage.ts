import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { signInOf, type StaffRole } from './greeting.ts';

/** A browser says of what the pages' policy has stopped; a test that made it say so fails. */
function failOnBreach(page: Page): void {
	page.on('console', (message) => {
		if (message.type() !== 'error' || !/Trusted|Content Security Policy/.test(message.text())) return;
		throw new Error(`${page.url()} breaks its policy: ${message.text()}`);
	});
}

/** A page of a browser of their own, signed in through the sign-in page. */
export async function openStaffPage(
	browser: Browser,
	role: StaffRole,
	options: BrowserContextOptions = {}
): Promise<Page> {
	return await signInPage(browser, signInOf(role), { baseURL: inject('serverAddress'), ...options });
}

/** As openStaffPage, on the server that the options name. */
export async function signInPage(
	browser: Browser,
	{ email, password }: { readonly email: string; readonly password: string },
	options: BrowserContextOptions
): Promise<Page> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	failOnBreach(page);
	await page.goto('/logga-in');
	await page.getByLabel('E-postadress').fill(email);
	await page.getByLabel('Lösenord').fill(password);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.waitForURL('**/oversikt');
	return page;
}

/** The session cookie, for requests beside the browser. */
export async function cookieHeader(page: Page): Promise<string> {
	const cookies = await page.context().cookies();
	return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The path that a link leads to. The server writes it relative to the page, a script that has started absolute. */
export function pathOf(link: Locator): Promise<string> {
	return link.first().evaluate((anchor) => {
		const { pathname, search, hash } = new URL((anchor as HTMLAnchorElement).href);
		return pathname + search + hash;
	});
}

/** The address of a round's page, found on the overview as a person finds it. */
export async function roundAddress(page: Page, year: number): Promise<string> {
	await page.goto('/oversikt');
	return await pathOf(page.getByRole('link', { name: `Omgång ${String(year)}`, exact: true }));
}

/** Opens an action that asks once more, and says yes. */
export async function confirm(page: Page, action: string, confirmation: RegExp | string): Promise<void> {
	await page.locator('summary', { hasText: action }).click();
	await page.getByRole('button', { name: confirmation }).click();
}

/** What a round's page says of each unit. */
export async function shownStates(page: Page): Promise<Map<string, string>> {
	const table = page.getByRole('table', { name: 'Vilka enheter som har svarat' });
	const rows = await table.locator('tbody tr').evaluateAll((all) =>
		all.map((row) => {
			const text = (part: string) => row.querySelector(part)?.textContent.trim() ?? '';
			return [text('th'), text('td:last-child')] as const;
		})
	);
	return new Map(rows);
}
