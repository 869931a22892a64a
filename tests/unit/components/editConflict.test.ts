import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import EstimateFields from '#lib/components/texts/EstimateFields.svelte';
import { savedByAnother } from '#lib/components/texts/savedByAnother.ts';
import { estimateInWords } from '#lib/lagesbild/estimate/estimateWords.ts';
import { textsOfClass } from '../../support/drawnControls.ts';

const own = {
	'estimate.group': 'vuxna',
	'estimate.one': 'polis',
	'estimate.other': 'socialtjanst',
	'estimate.both': '6',
	'estimate.matching': 'Rad ett.\r\nRad två.',
	'estimate.conditions': 'ja'
};

function hints(fields: Readonly<Record<string, string>>, saved: Readonly<Record<string, string>> | null) {
	const html = render(EstimateFields, { props: { fields, saved, errors: [] } }).body;
	return { isOpen: html.includes('<details open'), said: textsOfClass(html, 'field-hint') };
}

const matchingHint = 'Trycks i lägesbilden. Skriv inget om enskilda personer.';

describe('an estimate that two write', () => {
	it('has what the other saved at each field where it differs, in words', () => {
		const saved = {
			...own,
			'estimate.other': 'civilsamhalle',
			'estimate.both': '9',
			'estimate.matching': 'Rad ett.\nRad två.'
		};
		expect(hints(own, saved)).toEqual({
			isOpen: true,
			said: ['Sparat av någon annan: Civilsamhället.', 'Sparat av någon annan: 9.', matchingHint]
		});
	});

	it('is unfolded for who has none when the other has made one, and says it when the other took it away', () => {
		expect(hints({}, own)).toEqual({
			isOpen: true,
			said: [
				'Sparat av någon annan: Vuxna som fått ersättning för sex.',
				'Sparat av någon annan: Polisen.',
				'Sparat av någon annan: Socialtjänsten.',
				'Sparat av någon annan: 6.',
				`${matchingHint} Sparat av någon annan: Rad ett. Rad två.`
			]
		});
		expect(hints(own, {}).said[0]).toBe('Sparat av någon annan: inget.');
	});

	it('says nothing of another where there is no conflict', () => {
		expect(hints(own, null)).toEqual({ isOpen: true, said: [matchingHint] });
		expect(hints({}, null)).toEqual({ isOpen: false, said: [matchingHint] });
	});

	it('stands in words in the history', () => {
		expect(estimateInWords({ analys: 'polis', ...own })).toEqual({
			analys: 'polis',
			...own,
			'estimate.group': 'Vuxna som fått ersättning för sex',
			'estimate.one': 'Polisen',
			'estimate.other': 'Socialtjänsten'
		});
	});
});

it('a field that both wrote alike is no difference, however its lines are broken', () => {
	const conflict = { fields: { reasons: 'ett\r\ntvå ' }, saved: { reasons: 'ett\ntvå' } };
	expect(savedByAnother(conflict, 'reasons')).toBeUndefined();
	expect(savedByAnother(conflict, 'level')).toBeUndefined();
});
