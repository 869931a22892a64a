import { describe, expect, test } from 'vitest';
import { placeOf } from '#lib/rounds/roundName.ts';
import { defaultThemes } from '#lib/freetext/defaultThemes.ts';
import {
	addedTheme,
	codeOfLabel,
	endedTheme,
	rewordedTheme,
	themesInRound,
	type Theme
} from '#lib/freetext/theme.ts';

const theme = (changes: Partial<Theme> = {}): Theme => ({
	code: 'samverkan',
	label: 'Samverkan',
	description: 'Samarbete mellan verksamheter.',
	firstPlace: 202400,
	lastPlace: null,
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
		expect(addedTheme([theme()], { words, firstPlace: 202600 })).toEqual({
			ok: true,
			value: { code: 'boende', ...words, firstPlace: 202600, lastPlace: null, isUsed: false }
		});
	});

	test('is never given a name that another has, or has had', () => {
		const ended = theme({ code: 'boende', label: 'Bostad', lastPlace: 202400 });
		expect(addedTheme([ended], { words, firstPlace: 202600 })).toEqual({ ok: false, refusal: 'name-taken' });
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
			addedTheme(defaultThemes, { words: { label, description }, firstPlace: 202600 })
		);
		expect(new Set(added.map((theme) => theme.ok || theme.refusal))).toEqual(new Set(['name-taken']));
	});

	test('needs a name of letters', () => {
		const empty = { ...words, label: '?!' };
		const refusal = { ok: false, refusal: 'name-without-letters' };
		expect(addedTheme([], { words: empty, firstPlace: 202600 })).toEqual(refusal);
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
		const ended = endedTheme([theme()], { code: 'samverkan', lastPlace: 202600 });
		expect(ended).toEqual({ ok: true, value: theme({ lastPlace: 202600 }) });
		const again = endedTheme([theme({ lastPlace: 202600 })], { code: 'samverkan', lastPlace: null });
		expect(again).toEqual({ ok: true, value: theme() });
		expect(endedTheme([theme()], { code: 'samverkan', lastPlace: 202300 })).toEqual({
			ok: false,
			refusal: 'ends-before-it-begins'
		});
		expect(endedTheme([], { code: 'x', lastPlace: 202600 })).toEqual({ ok: false, refusal: 'unknown-theme' });
	});

	test('is offered in the rounds from its first to its last', () => {
		const themes = [
			theme({ code: 'a', lastPlace: 202500 }),
			theme({ code: 'b' }),
			theme({ code: 'c', firstPlace: 202600 })
		];
		const offered = (year: number) => themesInRound(themes, { year, part: null }).map(({ code }) => code);
		expect([2023, 2024, 2025, 2026].map(offered)).toEqual([[], ['a', 'b'], ['a', 'b'], ['b', 'c']]);
	});

	test('may begin and end within a year that has three rounds', () => {
		const [first, second] = (['t1', 't2'] as const).map((part) => placeOf({ year: 2026, part }));
		const themes = [
			theme({ code: 'a', lastPlace: first ?? null }),
			theme({ code: 'b', firstPlace: second ?? 0, lastPlace: second ?? null })
		];
		const offered = (['t1', 't2', 't3'] as const).map((part) =>
			themesInRound(themes, { year: 2026, part }).map(({ code }) => code)
		);
		expect(offered).toEqual([['a'], ['b'], []]);
	});
});
