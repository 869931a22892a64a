import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	cutPage,
	fillPage,
	type DrawnPage,
	type FilledPage
} from '../../../src/lib/server/http/drawnPage.ts';

// By chance alone no secret stands in another; those that fast-check likes best (one letter, repeated) do.
const areApart = (secrets: readonly string[]) =>
	secrets.every((one, place) => secrets.every((other, index) => index === place || !other.includes(one)));

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{12,43}$/);
const nonce = fc.stringMatching(/^[A-Za-z0-9+/]{22}==$/);

interface Visit {
	readonly reference: string;
	readonly key: string;
	readonly nonce: string;
}

const pageOf = ({ reference, key, nonce: once }: Visit) =>
	`<title>Frågor på åäö</title><a href="../${reference}/sida/2">Vidare</a><script nonce="${once}">start("${key}","${reference}")</script>`;

function drawn(visit: Visit, status = 200): Response {
	const body = pageOf(visit);
	return new Response(body, {
		status,
		headers: {
			'content-type': 'text/html',
			'content-security-policy': `default-src 'none'; script-src 'self' 'nonce-${visit.nonce}'`,
			'content-length': String(Buffer.byteLength(body)),
			etag: '"made-of-the-body"',
			'x-for-one-visitor': visit.key
		}
	});
}

async function cutOf({ reference, key, ...visit }: Visit): Promise<DrawnPage> {
	const cut = await cutPage(drawn({ reference, key, ...visit }), [reference, key]);
	if (!cut) throw new Error('Nothing was cut');
	return cut;
}

const headerOf = ({ headers }: FilledPage, wanted: string) =>
	headers.find(([name]) => name === wanted)?.[1] ?? '';

const nonceOf = (page: FilledPage) =>
	/'nonce-([^']+)'/.exec(headerOf(page, 'content-security-policy'))?.[1] ?? '';

const visits = fc.uniqueArray(secret, { minLength: 4, maxLength: 4 }).chain((secrets) =>
	nonce.map((once) => {
		const [reference = '', key = '', otherReference = '', otherKey = ''] = secrets;
		return [
			{ reference, key, nonce: once },
			{ reference: otherReference, key: otherKey, nonce: once }
		] as const;
	})
);

test('a filled page is the page that would have been drawn', async () => {
	await fc.assert(
		fc.asyncProperty(visits, async ([first, second]) => {
			fc.pre(areApart(Object.values(first)));
			const filled = fillPage(await cutOf(first), [second.reference, second.key], null);
			expect(filled.bytes.toString()).toBe(pageOf({ ...second, nonce: nonceOf(filled) }));
			expect(headerOf(filled, 'content-length')).toBe(String(filled.bytes.length));
			expect(headerOf(filled, 'content-type')).toBe('text/html');
		})
	);
});

test('nothing of the first visitor is kept', async () => {
	const visit = { reference: 'qAmjNYGLiUe2', key: 'c0364c98f79c4bde', nonce: 'bm9uY2Utb2YtMTYtYnl0ZXM=' };
	const cut = await cutOf(visit);
	const kept = [
		...cut.body.map((part) => (typeof part === 'number' ? '' : Buffer.from(part).toString())),
		...cut.headers.flatMap(([name, value]) => [name, ...value.map(String)])
	].join('\n');
	for (const own of Object.values(visit)) expect(kept).not.toContain(own);
	expect(cut.headers.map(([name]) => name)).toEqual(['content-security-policy', 'content-type']);
});

test('each filled page has a nonce of its own, the same in the page and in its policy', async () => {
	const cut = await cutOf({ reference: 'qAmjNYGLiUe2', key: 'c0364c98f79c4bde', nonce: 'bm9uY2U=' });
	const pages = [1, 2, 3].map(() => fillPage(cut, ['andraLanken1', 'andraNyckeln'], null));
	const nonces = pages.map(nonceOf);
	expect(new Set(nonces).size).toBe(3);
	for (const [index, { bytes }] of pages.entries()) {
		expect(Buffer.from(nonces[index] ?? '', 'base64').length).toBe(16);
		expect(bytes.toString()).toContain(`<script nonce="${nonces[index] ?? ''}">`);
	}
});

test.each([
	['a redirection', new Response(null, { status: 303, headers: { location: '/' } })],
	['a fault', drawn({ reference: 'qAmjNYGLiUe2', key: 'c0364c98f79c', nonce: 'bm9uY2U=' }, 500)],
	['a page without scripts', new Response('<p>Tack</p>', { headers: { 'content-type': 'text/html' } })]
])('%s is not kept', async (_, answer) => {
	expect(await cutPage(answer, ['qAmjNYGLiUe2'])).toBeNull();
});
