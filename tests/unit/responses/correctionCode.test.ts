import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, correctionCodeSchema, writtenCode } from '#lib/responses/correctionCode.ts';

test('a code has five groups of four signs, none of which is mistaken for another', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
			expect(writtenCode(codeFrom(random))).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
		})
	);
});

test('a code is read as it was written, also in small letters, with spaces, and copied with other hyphens, and with O for 0 and l for 1', () => {
	const code = codeFrom(new Uint8Array(20).map((_, place) => place));
	expect(writtenCode(code)).toBe('0123-4567-89AB-CDEF-GHJK');
	for (const typed of [
		'0123-4567-89AB-CDEF-GHJK',
		' ol23 4567 89ab cdef ghjk ',
		'0123–4567–89AB–CDEF–GHJK',
		'\u200b0123\u20114567\u00a0\u2212\u00a089AB-CDEF\u00ad-GHJK\ufeff'
	]) {
		expect(correctionCodeSchema.parse(typed)).toBe(code);
	}
});

test.each(['', '0123-4567', '0123-4567-89AB-CDEF-GHJU', null])('%s is no code', (typed) => {
	expect(correctionCodeSchema.safeParse(typed).success).toBe(false);
});
