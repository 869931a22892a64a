import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldDifferences, textDifference } from '#lib/lagesbild/textDifference.ts';

it('says word by word what was added and removed', () => {
	expect(textDifference('Fler frågar än förr.', 'Fler enheter frågar än i fjol.')).toEqual([
		{ kind: 'same', text: 'Fler ' },
		{ kind: 'added', text: 'enheter ' },
		{ kind: 'same', text: 'frågar än ' },
		{ kind: 'removed', text: 'förr' },
		{ kind: 'added', text: 'i fjol' },
		{ kind: 'same', text: '.' }
	]);
});

it('holds both texts whole', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, after) => {
			const parts = textDifference(before, after);
			const without = (kind: 'added' | 'removed') =>
				parts.map((part) => (part.kind === kind ? '' : part.text)).join('');
			expect([without('added'), without('removed')]).toEqual([before, after]);
		})
	);
});

it('names the fields that differ; line breaks of a form, and the revision, are no difference', () => {
	const differences = fieldDifferences(
		{ analys: 'ett\r\ntvå', slutsatser: 'gammal', revision: '1' },
		{ analys: 'ett\ntvå', slutsatser: '', revision: '2', ny: 'text' }
	);
	expect(differences).toEqual({
		slutsatser: [{ kind: 'removed', text: 'gammal' }],
		ny: [{ kind: 'added', text: 'text' }]
	});
});
