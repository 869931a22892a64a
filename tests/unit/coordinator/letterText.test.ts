import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import LetterText from '../../../src/routes/(coordinator)/omgangar/[roundId]/LetterText.svelte';

const body = `Hej Leo,

Er personliga länk:
https://lagesbild.example/svara/abc

Underlagsblad:
https://lagesbild.example/svara/abc/underlag

Länken är er.
`;

test('a letter is shown whole, with each of its addresses set apart', () => {
	const paragraphs = [
		...render(LetterText, { props: { body } }).body.matchAll(/<p class="([^" ]+)[^>]*>([^<]*)</g)
	];
	expect(paragraphs.map(([, kind, text]) => [kind, text])).toEqual([
		['letter-text', 'Hej Leo,\n\nEr personliga länk:'],
		['letter-link', 'https://lagesbild.example/svara/abc'],
		['letter-text', 'Underlagsblad:'],
		['letter-link', 'https://lagesbild.example/svara/abc/underlag'],
		['letter-text', 'Länken är er.']
	]);
});
