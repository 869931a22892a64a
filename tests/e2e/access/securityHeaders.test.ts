import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { printedLink } from '../../support/browser/greeting.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage, roundAddress } from '../../support/browser/staffPage.ts';

const address = inject('serverAddress');
const { token } = printedLink('polis');

let browser: Browser;
let staff: Page;
let respondent: Page;
let home = '';
const requests: Request[] = [];

beforeAll(async () => {
	browser = await openBrowser();
	staff = await openStaffPage(browser, 'samordnare');
	respondent = await (await browser.newContext({ baseURL: address })).newPage();
	respondent.on('request', (request) => requests.push(request));
	await respondent.goto(`/svara/${token}`);
	home = new URL(respondent.url()).pathname;
});

afterAll(() => browser.close());

/** The directives of a policy, without the nonces that differ from page to page. */
function directives(policy: string): Record<string, string> {
	return Object.fromEntries(
		policy.split(';').map((directive) => {
			const [name = '', ...sources] = directive.trim().split(' ');
			return [name, sources.filter((source) => !source.startsWith("'nonce-")).join(' ')];
		})
	);
}

test('every kind of page forbids foreign and inline content, framing and caching', async () => {
	const round = await roundAddress(staff, 2026);
	const kinds: (readonly [Page, string])[] = [
		[respondent, '/'],
		[respondent, '/lagesbild/sjovalla/2025'],
		[respondent, '/tillganglighet'],
		[respondent, '/finns-inte'],
		[respondent, '/logga-in'],
		[respondent, home],
		[respondent, `${home}/sida/2`],
		[respondent, `${home}/granska`],
		[staff, '/oversikt'],
		[staff, round],
		[staff, `${round}/brev`]
	];
	for (const [page, path] of kinds) {
		const headers = (await page.goto(path))!.headers();
		const policy = directives(headers['content-security-policy'] ?? '');
		expect([path, policy['default-src'], policy['frame-ancestors']]).toEqual([path, "'none'", "'none'"]);
		expect([path, policy['script-src'], policy['form-action']]).toEqual([path, "'self'", "'self'"]);
		expect(policy['style-src']).toBe("'self'");
		expect(JSON.stringify(policy)).not.toMatch(/unsafe-(?:inline|eval)|https?:|\*/);
		expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
		expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
		const policyOfReferrers = path.startsWith('/svara/') ? 'no-referrer' : 'same-origin';
		expect([path, headers['referrer-policy']]).toEqual([path, policyOfReferrers]);
	}
});

test('the pages of respondents are kept out of search engines', async () => {
	const { headers } = await fetch(`${address}/svara/${token}`, { redirect: 'manual' });
	const page = await respondent.goto(home);
	expect(page!.headers()['x-robots-tag']).toContain('noindex');
	expect(headers.get('cache-control')).toBe('no-store');
});

test('the cookie of a link is unreadable to scripts, for its own pages, and gone with the browser', async () => {
	const [cookie] = await respondent.context().cookies(`${address}${home}`);
	expect(cookie).toMatchObject({
		name: 'lb_svar',
		path: home,
		httpOnly: true,
		sameSite: 'Lax',
		expires: -1
	});
	expect(await respondent.context().cookies(address)).toEqual([]);
});

test('the session of the staff is unreadable to scripts', async () => {
	const cookies = await staff.context().cookies();
	expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual(
		cookies.map(() => [true, 'Lax'])
	);
});

test('after the first redirect the token is in no address, no referrer and no page', async () => {
	requests.length = 0;
	await respondent.goto(`/svara/${token}`);
	const shown = [await respondent.content()];
	await respondent
		.getByRole('link', { name: /Börja svara|Gå till första sidan/ })
		.first()
		.click();
	shown.push(await respondent.content());
	await respondent.locator('button[value="nasta"]').click();
	shown.push(await respondent.content());
	const [, ...later] = requests;
	expect(later.length).toBeGreaterThan(2);
	for (const request of later) {
		expect(request.url()).not.toContain(token);
		expect(request.headers()['referer'] ?? '').not.toContain(token);
	}
	expect(shown.filter((html) => html.includes(token))).toEqual([]);
});

test('nothing is fetched from anybody else', async () => {
	const foreign: string[] = [];
	for (const page of [staff, respondent]) {
		page.on('request', (request) => {
			if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
				foreign.push(request.url());
		});
	}
	await staff.goto('/oversikt', { waitUntil: 'networkidle' });
	await respondent.goto('/lagesbild/sjovalla/2025', { waitUntil: 'networkidle' });
	await respondent.goto(home, { waitUntil: 'networkidle' });
	expect(foreign).toEqual([]);
});
