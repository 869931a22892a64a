import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodedPage } from '../../../src/lib/server/http/encodedPage.ts';

const text = '<p>Tack, svaret är inskickat</p>'.repeat(60);
const bytes = Buffer.from(text);
const headers = [
	['content-type', 'text/html'],
	['content-length', String(bytes.length)]
] as const;

test.each([
	['br', brotliDecompressSync],
	['gzip', gunzipSync]
] as const)('a page is encoded with %s, and its head says so and how long it is', (coding, decode) => {
	const encoded = encodedPage({ bytes, headers }, coding);
	expect(decode(encoded.bytes).toString()).toBe(text);
	expect(encoded.headers).toEqual([
		['content-type', 'text/html'],
		['vary', 'Accept-Encoding'],
		['content-length', String(encoded.bytes.length)],
		['content-encoding', coding]
	]);
});

test('for a client that takes no coding the page is as it was, and says that another may be given another', () => {
	expect(encodedPage({ bytes, headers }, null)).toEqual({
		bytes,
		headers: [...headers, ['vary', 'Accept-Encoding']]
	});
});

test('what is encoded already, or too small to gain from it, is left as it is', () => {
	const already = { bytes, headers: [...headers, ['content-encoding', 'br'] as const] };
	const small = { bytes: bytes.subarray(0, 1000), headers };
	expect(encodedPage(already, 'br')).toEqual(already);
	expect(encodedPage(small, 'br')).toEqual(small);
});
