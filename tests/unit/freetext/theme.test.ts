import { describe, expect, test } from 'vitest';
import { defaultThemes } from '#lib/freetext/defaultThemes.ts';
import {
	addedTheme,
	codeOfLabel,
	endedTheme,
	rewordedTheme,
	themesInYear,
	type Theme
} from '#lib/freetext/theme.ts';

const theme = (changes: Partial<Theme> = {}): Theme => ({
	code: 'samverkan',
	label: 'Samverkan',
	description: 'Samarbete mellan verksamheter.',
	activeFrom: 2024,
	activeTo: null,
	isUsed: false,
	...changes
});

const words = { label: 'Boende', description: 'Skyddat boende.' };

describe('a code', () => {
	test.each([
		['Bemötande och förtroende', 'bemotande-och-fortroende'],
		['  Våld, hot & tvång! ', 'vald-hot-tvang'],
		['ÅÄÖ', 'aao'],
		['…', ''],
		['a'.repeat(80), 'a'.repeat(60)]
	])('of %s is %s', (label, code) => {
		expect(codeOfLabel(label)).toBe(code);
	});
});

describe('the list that is shipped', () => {
	test('has distinct codes, none of whose names would give another theme’s code', () => {
		const codes = defaultThemes.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.filter((code) => codeOfLabel(code) !== code)).toEqual([]);
		expect(new Set(defaultThemes.map(({ label }) => codeOfLabel(label))).size).toBe(codes.length);
	});
});

describe('a theme', () => {
	test('is added with the code of its name', () => {
		expect(addedTheme([theme()], { words, activeFrom: 2026 })).toEqual({
			ok: true,
			value: { code: 'boende', ...words, activeFrom: 2026, activeTo: null, isUsed: false }
		});
	});

	test('is never given a name that another has, or has had', () => {
		const ended = theme({ code: 'boende', label: 'Bostad', activeTo: 2024 });
		expect(addedTheme([ended], { words, activeFrom: 2026 })).toEqual({ ok: false, refusal: 'name-taken' });
		expect(rewordedTheme([theme(), ended], { code: 'samverkan', words })).toEqual({
			ok: false,
			refusal: 'name-taken'
		});
		const bostad = { ...words, label: 'bostad' };
		expect(rewordedTheme([theme(), ended], { code: 'samverkan', words: bostad })).toEqual({
			ok: false,
			refusal: 'name-taken'
		});
	});

	test('is not added beside one of the same name and another code, such as those that are shipped', () => {
		const added = defaultThemes.map(({ label, description }) =>
			addedTheme(defaultThemes, { words: { label, description }, activeFrom: 2026 })
		);
		expect(new Set(added.map((theme) => theme.ok || theme.refusal))).toEqual(new Set(['name-taken']));
	});

	test('needs a name of letters', () => {
		const empty = { ...words, label: '?!' };
		const refusal = { ok: false, refusal: 'name-without-letters' };
		expect(addedTheme([], { words: empty, activeFrom: 2026 })).toEqual(refusal);
		expect(rewordedTheme([theme()], { code: 'samverkan', words: empty })).toEqual(refusal);
	});

	test('has its words changed until it has been used', () => {
		expect(rewordedTheme([theme()], { code: 'samverkan', words })).toEqual({
			ok: true,
			value: theme(words)
		});
		expect(rewordedTheme([theme({ isUsed: true })], { code: 'samverkan', words })).toEqual({
			ok: false,
			refusal: 'in-use'
		});
		expect(rewordedTheme([], { code: 'samverkan', words })).toEqual({ ok: false, refusal: 'unknown-theme' });
	});

	test('keeps its own name when only its description is changed', () => {
		const described = { label: 'Samverkan', description: 'Samarbete.' };
		expect(rewordedTheme([theme()], { code: 'samverkan', words: described })).toEqual({
			ok: true,
			value: theme(described)
		});
	});

	test('ends with a round and may go on again', () => {
		const ended = endedTheme([theme()], { code: 'samverkan', lastYear: 2026 });
		expect(ended).toEqual({ ok: true, value: theme({ activeTo: 2026 }) });
		const again = endedTheme([theme({ activeTo: 2026 })], { code: 'samverkan', lastYear: null });
		expect(again).toEqual({ ok: true, value: theme() });
		expect(endedTheme([theme()], { code: 'samverkan', lastYear: 2023 })).toEqual({
			ok: false,
			refusal: 'ends-before-it-begins'
		});
		expect(endedTheme([], { code: 'x', lastYear: 2026 })).toEqual({ ok: false, refusal: 'unknown-theme' });
	});

	test('is offered in the years from its first to its last', () => {
		const themes = [
			theme({ code: 'a', activeTo: 2025 }),
			theme({ code: 'b' }),
			theme({ code: 'c', activeFrom: 2026 })
		];
		const offered = (year: number) => themesInYear(themes, year).map(({ code }) => code);
		expect([2023, 2024, 2025, 2026].map(offered)).toEqual([[], ['a', 'b'], ['a', 'b'], ['b', 'c']]);
	});
});
