import { expect, test } from 'vitest';
import {
	codedText,
	neverCoded,
	type Coding,
	type CodingChoice,
	type KeptCoding
} from '#lib/freetext/coding.ts';

const offered = new Set(['samverkan', 'kunskap']);
const choice = (changes: Partial<CodingChoice> = {}): CodingChoice => ({
	themes: [],
	isWithoutTheme: false,
	revision: 0,
	...changes
});
const coded = (...themes: string[]): Coding => ({ state: 'coded', themes });
const kept = (coding: Coding, revision = 1): KeptCoding => ({ coding, revision });

test('a text may have several themes, each once', () => {
	const themes = ['samverkan', 'kunskap', 'samverkan'];
	expect(codedText(neverCoded, choice({ themes }), offered)).toEqual({
		ok: true,
		value: coded('kunskap', 'samverkan')
	});
});

test('a text that no theme fits is coded with none, and a theme counts before that', () => {
	expect(codedText(neverCoded, choice({ isWithoutTheme: true }), offered)).toEqual({
		ok: true,
		value: coded()
	});
	const both = choice({ isWithoutTheme: true, themes: ['kunskap'] });
	expect(codedText(neverCoded, both, offered)).toEqual({ ok: true, value: coded('kunskap') });
});

test('a text where nothing is ticked is not coded, also when it was before', () => {
	expect(codedText(neverCoded, choice(), offered)).toEqual({ ok: true, value: null });
	expect(codedText(kept(coded('kunskap')), choice({ revision: 1 }), offered)).toEqual({
		ok: true,
		value: { state: 'uncoded' }
	});
});

test('a choice made of an older revision does not overwrite, unless both chose the same', () => {
	const others = kept(coded('samverkan'));
	expect(codedText(others, choice({ themes: ['kunskap'] }), offered)).toEqual({
		ok: false,
		refusal: 'changed-meanwhile'
	});
	expect(codedText(others, choice({ themes: ['samverkan'] }), offered)).toEqual({ ok: true, value: null });
	expect(codedText(others, choice({ themes: ['kunskap'], revision: 1 }), offered)).toEqual({
		ok: true,
		value: coded('kunskap')
	});
});

test('a theme that is not offered may stay where it was, and not be added', () => {
	const ended = choice({ themes: ['ended', 'kunskap'], revision: 1 });
	expect(codedText(kept(coded('ended')), ended, offered)).toEqual({
		ok: true,
		value: coded('ended', 'kunskap')
	});
	expect(codedText(kept(coded()), ended, offered)).toEqual({ ok: false, refusal: 'unknown-theme' });
});
