import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import type { Link } from '../../bench/respond/answerSession.ts';
import { formOf } from '../../bench/respond/benchQuestionnaire.ts';
import { openBenchRound, storedSerials, type BenchRound } from '../../bench/respond/benchRound.ts';

// A respondent's usual requests are answered before Kit is asked: docs/decisions/0087. Nobody is to see any difference, so the
// same errand is done both ways, and all that is sent is compared. Kit's way is chosen by a header that changes nothing else.

let program: ProgramWithDatabase;
let round: BenchRound;

beforeAll(async () => {
	program = await startProgramWithDatabase();
	round = await openBenchRound(program.application, program.owner, 40);
});

afterAll(() => program.stop());

let taken = 0;

function nextLink(): Link {
	const link = round.links[taken];
	taken += 1;
	if (!link) throw new Error('There are no more links');
	return link;
}

type Way = 'door' | 'kit';

const kitsOwn: Readonly<Record<'GET' | 'POST', Readonly<Record<string, string>>>> = {
	GET: { accept: 'text/html', 'if-none-match': '"of-no-page"' },
	POST: { accept: 'text/html, application/json;q=0.1' }
};

interface Answer {
	readonly status: number;
	/** As they were sent, in their order. */
	readonly headers: readonly (readonly [string, string])[];
	readonly body: string;
}

interface Asked {
	readonly path: string;
	readonly way: Way;
	readonly cookies?: string;
	readonly form?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

function ask({ path, way, cookies = '', form, headers = {} }: Asked): Promise<Answer> {
	const { origin } = program.server;
	const method = form === undefined ? 'GET' : 'POST';
	return new Promise((resolve, reject) => {
		const call = request(origin + path, {
			method,
			headers: {
				accept: 'text/html',
				cookie: cookies,
				...(form !== undefined && {
					origin,
					'content-type': 'application/x-www-form-urlencoded',
					'content-length': String(Buffer.byteLength(form))
				}),
				...(way === 'kit' && kitsOwn[method]),
				...headers
			}
		});
		call.on('error', reject);
		call.on('response', (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const { rawHeaders } = answer;
				const pairs = rawHeaders.flatMap((name, place) =>
					place % 2 === 0 ? [[name.toLowerCase(), rawHeaders[place + 1] ?? ''] as const] : []
				);
				const coding = answer.headers['content-encoding'];
				const bytes = Buffer.concat(chunks);
				const decoded =
					coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
				resolve({ status: answer.statusCode ?? 0, headers: pairs, body: decoded.toString() });
			});
		});
		call.end(form);
	});
}

function cookiesOf({ headers }: Answer): string[] {
	return headers.flatMap(([name, value]) => (name === 'set-cookie' ? [value.split(';')[0] ?? ''] : []));
}

function placeOf({ headers }: Answer, from: string): string {
	const [, location = ''] = headers.find(([name]) => name === 'location') ?? [];
	return new URL(location, `http://x.invalid${from}`).pathname;
}

/** Without what is this visitor's alone, or of the moment. Of a page that is not stored the tag is of no use: only Kit sets it. */
function nameless(answer: Answer, link: Link, reference: string) {
	const [, nonce = 'no nonce'] = /'nonce-([^']+)'/.exec(JSON.stringify(answer.headers)) ?? [];
	const [, copyKey = 'no key'] = /copyKey:"([^"]+)"/.exec(answer.body) ?? [];
	const clean = (text: string) =>
		text
			.replaceAll(link.token, 'TOKEN')
			.replaceAll(reference, 'REF')
			.replaceAll(nonce, 'NONCE')
			.replaceAll(copyKey, 'KEY')
			.replace(/[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}/, 'CODE')
			.replaceAll(`Skola ${String(link.serial)} `, 'SKOLA ')
			.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID');
	const own = new Set(['date', 'etag', 'content-length']);
	return {
		status: answer.status,
		headers: answer.headers
			.filter(([name]) => !own.has(name))
			.map(([name, value]) => [name, clean(value)])
			.toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
		body: clean(answer.body)
	};
}

interface Session {
	readonly link: Link;
	readonly path: string;
	readonly reference: string;
	readonly cookies: string;
	readonly opened: Answer;
	readonly page: Answer;
}

async function openPage(way: Way, headers: Readonly<Record<string, string>> = {}): Promise<Session> {
	const link = nextLink();
	const opened = await ask({ path: `/svara/${link.token}`, way, headers });
	const path = placeOf(opened, `/svara/${link.token}`);
	const page = await ask({ path, way, cookies: cookiesOf(opened).join('; '), headers });
	const cookies = [...cookiesOf(opened), ...cookiesOf(page)].join('; ');
	return { link, path, reference: path.split('/')[3] ?? '', cookies, opened, page };
}

/** All answers of a session that sends the form. */
async function wholeSession(way: Way, form: string, headers: Readonly<Record<string, string>>) {
	const { link, path, reference, cookies, opened, page } = await openPage(way, headers);
	const sent = await ask({ path, way, cookies, form, headers });
	const receiptPath = placeOf(sent, path);
	const receipt = await ask({ path: receiptPath, way, cookies, headers });
	return [opened, page, sent, receipt].map((answer) => nameless(answer, link, reference));
}

test.each([
	['Swedish, not encoded', { 'accept-encoding': 'identity' }],
	['brotli', { 'accept-encoding': 'gzip, deflate, br' }],
	['gzip', { 'accept-encoding': 'gzip' }],
	[
		'a browser that says where its requests come from',
		{ 'sec-fetch-site': 'none', 'user-agent': 'Mozilla/5.0' }
	],
	['a browser that does not', { 'user-agent': 'Mozilla/5.0' }]
])('link, page, sending and receipt are Kit’s to the byte: %s', async (_, headers) => {
	const form = formOf(7).toString();
	const first = await wholeSession('kit', form, headers);
	expect(first.map(({ status }) => status)).toEqual([303, 200, 303, 200]);
	expect(await wholeSession('door', form, headers)).toEqual(first);
	expect(await wholeSession('door', form, headers)).toEqual(first);
});

test('in English, and for a text that a page must not read as its own', async () => {
	const form = new URLSearchParams(formOf(8));
	form.set('T1', '<b>Skola & ungdom</b> "citat" $& $1 \u{1F600}');
	const session = async (way: Way) => {
		const { link, path, reference, cookies } = await openPage(way);
		const english = `${cookies}; lb_sprak=en`;
		const page = await ask({ path, way, cookies: english });
		const sent = await ask({ path, way, cookies: english, form: form.toString() });
		const receipt = await ask({ path: placeOf(sent, path), way, cookies: english });
		return [page, sent, receipt].map((answer) => nameless(answer, link, reference));
	};
	const first = await session('kit');
	expect(first[2]?.body).toContain('&lt;b>Skola &amp; ungdom&lt;/b> "citat" $&amp; $1 \u{1F600}');
	expect(first[2]?.body).toContain('<html lang="en"');
	expect(await session('door')).toEqual(first);
});

test('a form that cannot be sent comes to Kit whole, and is answered as before', async () => {
	const wrong = new URLSearchParams(formOf(9));
	wrong.set('N2', 'tolv');
	const personal = new URLSearchParams(formOf(9));
	personal.set('T1', 'Ring Anna på 070-123 45 67.');
	// Longer than what comes at once, so that it is read in pieces and put back as one.
	const long = new URLSearchParams(formOf(9));
	long.set('till', 'spara');
	long.set('okand', 'x'.repeat(300_000));
	const seen = async (way: Way, form: URLSearchParams) => {
		const { link, path, reference, cookies } = await openPage(way);
		const answer = await ask({ path, way, cookies, form: form.toString() });
		const saved = await ask({ path, way: 'kit', cookies });
		return [answer, saved].map((each) => nameless(each, link, reference));
	};
	for (const [form, status] of [
		[wrong, 422],
		[personal, 303],
		[long, 303]
	] as const) {
		const kit = await seen('kit', form);
		expect(kit[0]?.status).toBe(status);
		expect(await seen('door', form)).toEqual(kit);
		expect(kit[1]?.body).toContain('"9"');
	}
});

test('a form from another site, or from nobody, is refused, and nothing is stored', async () => {
	const { link, path, cookies } = await openPage('door');
	const form = formOf(link.serial).toString();
	for (const headers of [{ origin: 'https://annan.example' }, { origin: 'null' }]) {
		const { status } = await ask({ path, way: 'door', cookies, form, headers });
		expect(status).toBe(403);
	}
	expect((await ask({ path, way: 'door', form })).status).toBe(401);
	const stored = await storedSerials(program.application, round.roundId);
	expect(stored.get(link.serial)).toBeUndefined();
});

test('two presses of the button at once are one answer, and both lead to its receipt', async () => {
	const { link, path, cookies } = await openPage('door');
	const serial = 1_000_000 + link.serial;
	const form = formOf(serial).toString();
	const presses = await Promise.all(
		(['door', 'kit', 'door'] as const).map((way) => ask({ path, way, cookies, form }))
	);
	expect(presses.map(({ status }) => status)).toEqual([303, 303, 303]);
	expect(presses.map((answer) => placeOf(answer, path))).toEqual(
		Array.from({ length: 3 }, () => path.replace('/sida/1', '/skickat'))
	);
	const receipt = await ask({ path: placeOf(presses[0] ?? never(), path), way: 'door', cookies });
	expect(receipt.status).toBe(200);
	expect((await storedSerials(program.application, round.roundId)).get(serial)).toBe(1);
});

function never(): never {
	throw new Error('No answer');
}

test('an address that is nobody’s, a link that is answered and a receipt that is another’s are Kit’s to answer', async () => {
	const unknown = await ask({ path: `/svara/${'A'.repeat(21)}Q`, way: 'door' });
	expect(unknown.status).toBe(404);
	expect(unknown.body).toContain('Länken känns inte igen');
	const { link, path, cookies } = await openPage('door');
	await ask({ path, way: 'door', cookies, form: formOf(link.serial).toString() });
	const [linkOnly = ''] = cookies.split('; ');
	const home = path.replace('/sida/1', '');
	for (const later of [path, `${home}/skickat`]) {
		const answer = await ask({ path: later, way: 'door', cookies: linkOnly });
		expect([answer.status, placeOf(answer, later)]).toEqual([303, home]);
	}
});

test('no host and no address can end the program', async () => {
	for (const path of ['/svara/%', `//svara/${'A'.repeat(21)}Q`, '/svara/lank/abcdefghijkl/sida/1']) {
		expect((await ask({ path, way: 'door' })).status).toBeGreaterThanOrEqual(400);
	}
	const strange = await ask({
		path: `/svara/${'A'.repeat(21)}Q`,
		way: 'door',
		headers: { host: 'localhost:99999999' }
	});
	expect(strange.status).toBeGreaterThanOrEqual(400);
	expect((await openPage('door')).page.status).toBe(200);
});
