import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../../support/browser/openBrowser.ts';

const address = inject('serverAddress');
const numericAddress = address.replace('localhost', '127.0.0.1');
let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

function postForm(base: string, headers: Readonly<Record<string, string>>): Promise<Response> {
	return fetch(`${base}/`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: 'field=value',
		redirect: 'manual'
	});
}

test('the first page opens without a complaint from the browser', async () => {
	const page = await browser.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (fault) => complaints.push(fault.message));
	const response = await page.goto(address, { waitUntil: 'networkidle' });
	expect(response?.status()).toBe(200);
	expect(complaints).toEqual([]);
	await page.close();
});

test('a form from the page itself is taken on both printed addresses, one from another site is not', async () => {
	for (const base of [address, numericAddress]) {
		expect((await postForm(base, { origin: base })).status).not.toBe(403);
		expect((await postForm(base, { origin: 'https://annan.example' })).status).toBe(403);
	}
});

test('a client cannot choose the protocol', async () => {
	const pretended = { origin: address.replace('http:', 'https:'), 'x-lagesbild-protocol': 'https' };
	expect((await postForm(address, pretended)).status).toBe(403);
});

// The gate refuses a form of origin null, so an answer that is not 403 shows what the browser sent.
test('a browser sends its own origin with a form under our referrer policy', async () => {
	expect((await postForm(address, { origin: 'null' })).status).toBe(403);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const served = await fetch(address);
	await page.route('**/', async (route) => {
		if (route.request().method() !== 'GET') return route.continue();
		await route.fulfill({
			headers: {
				'content-type': 'text/html',
				'referrer-policy': served.headers.get('referrer-policy') ?? ''
			},
			body: '<form method="post" action="/"><button name="field" value="value">Send</button></form>'
		});
	});
	await page.goto(address);
	const answered = page.waitForResponse((each) => each.request().method() === 'POST');
	await page.getByRole('button').click();
	expect((await answered).status()).not.toBe(403);
	await context.close();
});

test('pages are compressed for those who accept it and never kept', async () => {
	const head = async (coding: string) => {
		const { headers } = await fetch(address, { headers: { 'accept-encoding': coding } });
		return [headers.get('content-encoding'), headers.get('vary'), headers.get('cache-control')];
	};
	expect(await head('gzip, br')).toEqual(['br', 'Accept-Encoding', 'no-store']);
	expect(await head('gzip')).toEqual(['gzip', 'Accept-Encoding', 'no-store']);
	expect(await head('identity')).toEqual([null, 'Accept-Encoding', 'no-store']);
});

test('every page carries the security headers', async () => {
	const { headers } = await fetch(address);
	const named = [
		'x-content-type-options',
		'referrer-policy',
		'cross-origin-opener-policy',
		'cross-origin-resource-policy',
		'strict-transport-security'
	];
	expect(Object.fromEntries(named.map((name) => [name, headers.get(name)]))).toEqual({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'strict-transport-security': null
	});
	expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('an address that does not exist says so in Swedish', async () => {
	const response = await fetch(`${address}/finns-inte`);
	expect(response.status).toBe(404);
	expect(await response.text()).toContain('Sidan finns inte');
});

test('a body beyond the limit is refused before it is read', async () => {
	const response = await fetch(`${address}/`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
		body: 'x'.repeat(1_100_000)
	});
	expect([response.status, await response.text()]).toEqual([413, 'Det som skickades är för stort.\n']);
});
