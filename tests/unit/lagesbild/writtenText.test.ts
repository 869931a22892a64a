import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks, writtenBlocks } from '#lib/lagesbild/writtenText.ts';

describe('what the samordnare writes', () => {
	it('has headings below the section’s own, paragraphs, lists, emphasis and links', () => {
		const text = [
			'## Vad vi ser',
			'Fler *frågar* och',
			'fler **svarar**, se [lagen](https://lagen.nu/2023:196).',
			'',
			'### Hos skolan',
			'- elevhälsan',
			'- **kuratorn**',
			'',
			'1. först',
			'2. sedan'
		].join('\n');
		expect(writtenBlocks(text)).toEqual([
			{ kind: 'heading', level: 1, text: 'Vad vi ser' },
			{
				kind: 'paragraph',
				text: [
					{ text: 'Fler ' },
					{ text: 'frågar', isEmphasised: true },
					{ text: ' och fler ' },
					{ text: 'svarar', isStrong: true },
					{ text: ', se ' },
					{ text: 'lagen', href: 'https://lagen.nu/2023:196' },
					{ text: '.' }
				]
			},
			{ kind: 'heading', level: 2, text: 'Hos skolan' },
			{ kind: 'list', items: ['elevhälsan', [{ text: 'kuratorn', isStrong: true }]] },
			{ kind: 'list', items: ['först', 'sedan'], isOrdered: true }
		]);
	});

	it('begins at the first level whatever was written, so that no level is skipped', () => {
		expect(
			writtenBlocks('#### Djupt\n\n# Högt\n\n##### Djupare').map((block) => 'level' in block && block.level)
		).toEqual([1, 1, 2]);
	});

	it('keeps a list within a list as items that follow', () => {
		expect(writtenBlocks('- ett\n  - inne\n- två')).toEqual([
			{ kind: 'list', items: ['ett', 'inne', 'två'] }
		]);
	});

	it.each([
		['<script>alert(1)</script>', '<script>alert(1)</script>'],
		['ett <b>två</b>', 'ett <b>två</b>'],
		['[klicka](javascript:alert(1))', '[klicka](javascript:alert(1))'],
		['![bild](https://x.example/a.png)', '![bild](https://x.example/a.png)'],
		['A & B &amp; C', 'A & B &amp; C'],
		['2 \\* 3', '2 * 3'],
		['> sagt', '> sagt'],
		['    indraget', 'indraget'],
		[
			'{{S1_a.b_c.antal}} och {{P11.sexuella.vuxna.antal}}',
			'{{S1_a.b_c.antal}} och {{P11.sexuella.vuxna.antal}}'
		]
	])('shows %s as it was written', (text, shown) => {
		expect(writtenBlocks(text)).toEqual([{ kind: 'paragraph', text: shown }]);
	});

	it('has no headings in a short field', () => {
		expect(plainBlocks('## Rubrik\n\ntext')).toEqual([
			{ kind: 'paragraph', text: [{ text: 'Rubrik', isStrong: true }] },
			{ kind: 'paragraph', text: 'text' }
		]);
	});

	it('loses no word, whatever is typed', () => {
		const word = fc.stringMatching(/^[a-zåäö]{1,8}$/);
		const mark = fc.constantFrom(
			' ',
			'\n',
			'\n\n',
			'*',
			'**',
			'_',
			'# ',
			'- ',
			'1. ',
			'> ',
			'    ',
			'{{',
			'}}',
			'|',
			'\\'
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(mark, word), { minLength: 1, maxLength: 30 }), (parts) => {
				const text = parts.flat().join('');
				const shown = JSON.stringify(writtenBlocks(text)).replaceAll(/[^a-zåäö]/g, '');
				for (const [, typed] of parts) expect(shown).toContain(typed);
			})
		);
	});

	it('reads long and hostile texts to their end', () => {
		for (const text of [
			'*'.repeat(20_000),
			'['.repeat(20_000),
			'> '.repeat(5000),
			'- '.repeat(5000),
			'_a'.repeat(10_000),
			'1. '.repeat(6000),
			Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')
		]) {
			expect(writtenBlocks(text)).toBeDefined();
		}
	});
});
