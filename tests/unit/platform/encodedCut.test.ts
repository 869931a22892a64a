import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContentCoding } from '../../../src/lib/server/http/contentCoding.ts';
import {
	encodeCut,
	fillEncoded,
	fillPlain,
	fitsHoles,
	type EncodedCut
} from '../../../src/lib/server/http/encodedCut.ts';

const codings = ['br', 'gzip'] as const;

const lengths = [24, 12, 43];

const words = fc.stringMatching(/^[a-zåäö<>"= ]{2,400}$/).map((text) => Buffer.from(text));

/** Text, hole, text, hole, … and text at the end. */
const cuts = fc
	.tuple(fc.array(fc.tuple(words, fc.nat(lengths.length - 1)), { maxLength: 9 }), words)
	.map(([pairs, end]) => [...pairs.flat(), end]);

const marksOf = (letters: readonly string[]) =>
	lengths.map((length, place) => Buffer.from((letters[place] ?? '').repeat(length).slice(0, length)));

const marks = fc
	.tuple(...lengths.map(() => fc.stringMatching(/^[A-Za-z0-9_+/=-]{1,43}$/)))
	.map((letters) => marksOf(letters));

const decoded = (coding: ContentCoding, bytes: Uint8Array) =>
	coding === 'gzip' ? gunzipSync(bytes) : brotliDecompressSync(bytes);

async function encoded(plain: Parameters<typeof encodeCut>[0], coding: ContentCoding): Promise<EncodedCut> {
	const cut = await encodeCut(plain, lengths, coding);
	if (!cut) throw new Error('It could not be encoded with holes');
	return cut;
}

test.each(codings)('what is filled after encoding in %s is what would have been encoded', async (coding) => {
	await fc.assert(
		fc.asyncProperty(cuts, marks, marks, async (plain, first, second) => {
			const cut = await encoded(plain, coding);
			for (const each of [first, second]) {
				expect(decoded(coding, fillEncoded(cut, each))).toEqual(fillPlain(plain, each));
			}
		}),
		{ numRuns: 60 }
	);
});

test.each(codings)('nothing of a mark is compressed in %s', async (coding) => {
	const cut = await encoded([Buffer.from('<a href="'), 1, Buffer.from('">'), 1, Buffer.from('</a>')], coding);
	const mark = Buffer.from('hemligNyckel');
	const sent = fillEncoded(
		cut,
		marksOf(['x', 'y', 'z']).map((other, place) => (place === 1 ? mark : other))
	);
	expect(sent.toString('latin1').split('hemligNyckel')).toHaveLength(3);
});

test('a page that ends in a hole is not encoded', async () => {
	expect(await encodeCut([Buffer.from('<p>'), 0], lengths, 'br')).toBeNull();
});

test('marks of other lengths than those it was encoded with do not fit', async () => {
	const cut = await encoded([Buffer.from('<p>'), 0, Buffer.from('</p>')], 'gzip');
	expect(fitsHoles(cut, marksOf(['a', 'b', 'c']))).toBe(true);
	expect(fitsHoles(cut, [Buffer.from('kort'), Buffer.alloc(12), Buffer.alloc(43)])).toBe(false);
	expect(fitsHoles(cut, [])).toBe(false);
});
