import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listen } from '#lib/server/http/webServer.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { findFreePort } from '../../support/findFreePort.ts';

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

const ending = '/svara/lank/AAAAAAAAAAAA/avsluta';
const formPage = `<form method="post" action="${ending}"><button name="a" value="b">Send</button></form>`;
const formHeaders = { 'content-type': 'text/html', 'referrer-policy': 'no-referrer' };

/** What a real browser sends with a form under no-referrer, seen by a server of the test's own. */
async function sentUnderNoReferrer(page: Page): Promise<IncomingHttpHeaders> {
	const posted = Promise.withResolvers<IncomingHttpHeaders>();
	const server = createServer((request, answer) => {
		if (request.method === 'POST') posted.resolve(request.headers);
		answer.writeHead(200, formHeaders).end(formPage);
	});
	const port = await findFreePort();
	await listen(server, port, '127.0.0.1');
	await page.goto(`http://127.0.0.1:${String(port)}/`);
	await page.getByRole('button').click();
	const headers = await posted.promise;
	server.close();
	server.closeAllConnections();
	return headers;
}

test.each([true, false])(
	'a respondent’s form is taken although its browser hides the origin, script: %s',
	async (javaScriptEnabled) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		expect(await sentUnderNoReferrer(page)).toMatchObject({
			origin: 'null',
			'sec-fetch-site': 'same-origin'
		});
		await page.route(`**${ending}`, async (route) => {
			if (route.request().method() === 'GET') await route.fulfill({ headers: formHeaders, body: formPage });
			else await route.continue();
		});
		await page.goto(`${address}${ending}`);
		await page.getByRole('button').click();
		await page.getByRole('heading', { name: 'Avslutat på den här datorn' }).waitFor();
		await context.close();
	}
);

test('a hidden origin is taken only from a browser that says the form is the site’s own, on a respondent’s page', async () => {
	const hidden = { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' };
	const post = async (path: string, headers: Readonly<Record<string, string>>) => {
		const answer = await fetch(`${address}${path}`, {
			method: 'POST',
			headers: { ...hidden, ...headers },
			redirect: 'manual'
		});
		return answer.status;
	};
	expect(await post(ending, {})).toBe(403);
	for (const site of ['cross-site', 'same-site', 'none', 'same-origin, same-origin']) {
		expect([site, await post(ending, { 'sec-fetch-site': site })]).toEqual([site, 403]);
	}
	expect(await post('/logga-in', { 'sec-fetch-site': 'same-origin' })).toBe(403);
	expect(await post(ending, { 'sec-fetch-site': 'same-origin', origin: 'https://annan.example' })).toBe(403);
});

test('a respondent’s page tells no site where one came from; an old browser gets a policy its forms work under', async () => {
	const policyFor = async (headers: Readonly<Record<string, string>>) => {
		const page = await fetch(`${address}/svara/AAAAAAAAAAAAAAAAAAAAAA`, { headers });
		return page.headers.get('referrer-policy');
	};
	const agent = 'Mozilla/5.0 (Macintosh) Version/15.0 Safari/605.1.15';
	expect(await policyFor({})).toBe('no-referrer');
	expect(await policyFor({ 'user-agent': agent, 'sec-fetch-site': 'none' })).toBe('no-referrer');
	expect(await policyFor({ 'user-agent': agent })).toBe('same-origin');
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
		body: 'x'.repeat(4_300_000)
	});
	expect([response.status, await response.text()]).toEqual([
		413,
		'Det som skickades är för stort. Gå tillbaka, och välj en mindre fil eller korta texten.\n'
	]);
});
