import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { markedText } from '#lib/freetext/markedText.ts';

/** What is marked, as `kind: text`. */
function marked(text: string): string[] {
	return findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('a personnummer', () => {
	// 8507099805 is a number of Skatteverket's test series (98x).
	test.each(['850709-9805', '8507099805', '19850709-9805', '198507099805', '850709 9805', '850709+9805'])(
		'is found as %s',
		(written) => {
			expect(marked(`Gäller ${written}.`)).toEqual([`personnummer: ${written}`]);
		}
	);

	test('with a mistyped last digit is still marked when it is written with its sign, not as digits in a row', () => {
		expect(marked('Gäller 850709-9806 eller 8507099806.')).toEqual(['personnummer: 850709-9806']);
	});

	test('needs a day that exists', () => {
		expect(marked('Nummer 850231-9805 och 851309-9805')).toEqual([]);
	});

	test('is not seen in dates, case numbers and longer numbers', () => {
		expect(marked('Perioden 2024-01-01–2024-12-31, ärende 202401234 och faktura 198507099805123')).toEqual(
			[]
		);
	});

	test('is a samordningsnummer when 60 is added to the day', () => {
		expect(marked('Gäller 850769-9808.')).toEqual(['samordningsnummer: 850769-9808']);
	});
});

test.each([
	['personnummer', '850709\u20119805'],
	['personnummer', '850709\u00a0\u2212\u00a09805'],
	['personnummer', '1985\u200b0709-\u00ad9805'],
	['personnummer', '\uff18\uff15\uff10\uff17\uff10\uff19-9805'],
	['telefon', '070\u00a0123\u202f45\u00a067'],
	['e-post', 'anna\u200b@exempel.se'],
	['registreringsnummer', 'ABC\u00a0123'],
	['adress', 'Storgatan\u00a012'],
	['namn', 'Anna\u00a0Svens\u00adson']
])('a %s is marked whole with the spaces and hyphens of other programs: %j', (kind, written) => {
	expect(marked(`👩🏽‍⚕️ Ring\u00a0om: ${written}, tack.`)).toEqual([`${kind}: ${written}`]);
});

test('each kind is found in one text, in the order of the text and without overlap', () => {
	const text =
		'Anna Lindqvist (850709-9805), Storgatan 5 B, 070-174 06 05, anna@example.se, kör ABC 123. Tack!';
	expect(marked(text)).toEqual([
		'namn: Anna Lindqvist',
		'personnummer: 850709-9805',
		'adress: Storgatan 5 B',
		'telefon: 070-174 06 05',
		'e-post: anna@example.se',
		'registreringsnummer: ABC 123'
	]);
});

describe('a telephone number', () => {
	test('of a service that answers anybody is not marked', () => {
		expect(marked('Stödtelefonen 020-39 00 00, polisen 114 14, 112 och 0771-11 22 33')).toEqual([]);
	});

	test('is not seen in years, sums, opening hours and case numbers', () => {
		expect(marked('2023–2026, 500 000 kronor, 08.00–16.30, dnr 2021-1286 och KS 2021/0574')).toEqual([]);
	});
});

describe('a name', () => {
	test('that is an ordinary word is marked only beside a surname or after what introduces it', () => {
		expect(marked('Per år är det fler. Hans mamma sökte stöd.')).toEqual([]);
		expect(marked('Vi talade med Per Nilsson. Han kallas Stig.')).toEqual([
			'namn: Per Nilsson',
			'namn: Stig'
		]);
	});

	test('that is in no list is marked when it is introduced', () => {
		expect(marked('Hon heter Vasilica och bor kvar.')).toEqual(['namn: Vasilica']);
	});

	test('of an association is not a person’s', () => {
		expect(marked('Kvinnojouren Beata och Tjejjouren Ellinor')).toEqual([]);
	});

	test('is found in the genitive', () => {
		expect(marked('Det var Johannas telefon.')).toEqual(['namn: Johannas']);
	});
});

test('the parts of a marked text put together are the text, whatever it is', () => {
	const word = fc.constantFrom('Anna', ' ', '850709-9805', 'Storgatan 5', '070-1740605', 'åäö', '\n', '.');
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(word).map((words) => words.join(''))
			),
			(text) => {
				const findings = findPersonalData(text);
				const parts = markedText(text, findings);
				expect(parts.map((part) => part.text).join('')).toBe(text);
				expect(parts.filter(({ kind }) => kind !== undefined)).toHaveLength(findings.length);
			}
		)
	);
});
