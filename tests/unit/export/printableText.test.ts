import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapWords } from '#lib/lagesbild/mapWords.ts';
import { printableText, wellFormedText } from '#lib/server/export/printableText.ts';

const latinOnly = (codePoint: number) => codePoint < 0x180 || codePoint === 0xfffd;

describe('printableText', () => {
	test.each([
		['Åäö é 10 000', 'Åäö é 10 000'],
		['漢', '�'],
		['a\u202eb\u2066c', 'abc'],
		['a\u0000b\u001bc\td\ne', 'abc\td\ne'],
		['\ue123', '�'],
		['e\u0301', 'é'],
		['ordets\u00admitt', 'ordets\u00admitt'],
		['rad\r\nrad', 'rad\nrad']
	])('turns %j into %j', (written, printed) => {
		expect(printableText(written, latinOnly)).toBe(printed);
	});

	test('gives only what the fonts have, for any text, and the same when repeated', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (written) => {
				const printed = printableText(written, latinOnly);
				expect(Array.from(printed).every((character) => latinOnly(character.codePointAt(0) ?? 0))).toBe(true);
				expect(printableText(printed, latinOnly)).toBe(printed);
			})
		);
	});

	test('keeps scripts and joiners for the formats whose reader brings its own fonts', () => {
		expect(wellFormedText('漢 می\u200cخواهم 👩\u200d👧')).toBe('漢 می\u200cخواهم 👩\u200d👧');
	});
});

describe('mapWords', () => {
	test('changes each text and nothing else', () => {
		const value = { a: 'x', b: [1, 'y', null, { c: true, d: 'z' }] };
		expect(mapWords(value, (text) => text.toUpperCase())).toEqual({
			a: 'X',
			b: [1, 'Y', null, { c: true, d: 'Z' }]
		});
	});
});
