import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoundNow } from '../../support/askedRound.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { insertSmallMunicipality } from '../../support/smallMunicipality.ts';

// A page of questions is drawn once, and given to all units that have answered nothing: docs/decisions/0082. Asked for as
// plain HTTP, because the bytes are what matters.

let program: ProgramWithDatabase;
let tokens: ReadonlyMap<string, string>;

beforeAll(async () => {
	program = await startProgramWithDatabase();
	const municipality = await insertSmallMunicipality(program.application, '9993', [
		['skola', 'Almskolan'],
		['skola', 'Björkskolan'],
		['skola', 'Ekskolan']
	]);
	({ tokens } = await openRoundNow(program.application, municipality));
});

afterAll(() => program.stop());

interface Visitor {
	readonly home: string;
	readonly reference: string;
	readonly cookie: string;
}

async function openLink(unit: string): Promise<Visitor> {
	const link = `${program.server.origin}/svara/${tokens.get(unit) ?? ''}`;
	const opened = await fetch(link, { redirect: 'manual' });
	const home = new URL(opened.headers.get('location') ?? '', link).href;
	const cookie = opened.headers
		.getSetCookie()
		.map((each) => each.split(';')[0] ?? '')
		.join('; ');
	return { home, reference: home.split('/').at(-1) ?? '', cookie };
}

interface SeenPage {
	readonly html: string;
	readonly policy: string;
	readonly nonce: string;
	readonly headers: readonly string[];
}

async function see({ home, cookie }: Visitor, path = '/sida/1', further = ''): Promise<SeenPage> {
	const answer = await fetch(home + path, { headers: { cookie: cookie + further, accept: 'text/html' } });
	expect(answer.status).toBe(200);
	const policy = answer.headers.get('content-security-policy') ?? '';
	return {
		html: await answer.text(),
		policy,
		nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? '',
		headers: [...answer.headers.keys()].filter((name) => name !== 'etag')
	};
}

const copyKey = /copyKey:"([^"]+)"/;

/** The page with the visitor's own secrets made nameless. */
function nameless({ html, nonce }: SeenPage, { reference }: Visitor): string {
	const key = copyKey.exec(html)?.[1] ?? 'no key';
	return html.replaceAll(nonce, 'NONCE').replaceAll(reference, 'REF').replaceAll(key, 'KEY');
}

test('units that have answered nothing get the same page, each with secrets of its own', async () => {
	const [first, second] = [await openLink('Almskolan'), await openLink('Björkskolan')];
	const [drawn, again, other] = [await see(first), await see(first), await see(second)];
	expect(nameless(again, first)).toBe(nameless(drawn, first));
	expect(nameless(other, second)).toBe(nameless(drawn, first));
	expect(again.headers).toEqual(drawn.headers);
	expect(new Set([drawn, again, other].map(({ nonce }) => nonce)).size).toBe(3);
	for (const { html, nonce, policy } of [drawn, again, other]) {
		expect(html).toContain(`nonce="${nonce}"`);
		expect(policy).not.toContain("'unsafe");
	}
	expect(other.html).not.toContain(first.reference);
	expect(copyKey.exec(other.html)?.[1]).not.toBe(copyKey.exec(drawn.html)?.[1]);
	for (const { html } of [drawn, again, other]) expect(html).not.toMatch(/Almskolan|Björkskolan/);
});

test('what one unit has answered is in no other unit’s page', async () => {
	const [first, second] = [await openLink('Almskolan'), await openLink('Ekskolan')];
	const path = '/sida/2';
	const blank = nameless(await see(second, path), second);
	const [control = ''] = /<input[^>]*inputmode="numeric"[^>]*>/.exec((await see(first, path)).html) ?? [];
	const asked = / name="([^"]+)"/.exec(control)?.[1] ?? '';
	expect(asked).not.toBe('');
	const saved = await fetch(first.home + path, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			cookie: first.cookie,
			origin: program.server.origin,
			'content-type': 'application/x-www-form-urlencoded'
		},
		body: new URLSearchParams({ [asked]: '731', till: 'spara' })
	});
	expect(saved.status).toBe(303);
	expect((await see(first, path)).html).toContain('731');
	expect(nameless(await see(second, path), second)).toBe(blank);
	expect(blank).not.toContain('731');
});

test('a shared computer gets no key to keep answers under, whoever was there before', async () => {
	const visitor = await openLink('Björkskolan');
	expect((await see(visitor)).html).toMatch(copyKey);
	expect((await see(visitor, '/sida/1', '; lb_delad=1')).html).toContain('copyKey:null');
	expect((await see(visitor)).html).toMatch(copyKey);
});
