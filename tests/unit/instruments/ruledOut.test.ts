import { describe, expect, test } from 'vitest';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { alternativeTo, ruledOut } from '#lib/instruments/pages/ruledOut.ts';
import {
	compiled,
	countItem,
	countMatrix,
	questionnaireOfPages
} from '../../support/questionnaireBuilder.ts';

const instrument = compiled(
	questionnaireOfPages([
		[
			countItem('A1'),
			countMatrix('A2', ['vuxna']),
			{
				type: 'checkbox',
				name: 'flera',
				choices: ['a', 'b', { value: 'vet_ej', text: 'Vet ej', isExclusive: true }]
			},
			{
				type: 'checkbox',
				name: 'amnen',
				choices: ['a', { value: 'b', enableIf: "{A1_status} = 'noll'" }, 'c'],
				showSelectAllItem: true,
				showNoneItem: true,
				showOtherItem: true
			}
		]
	])
);
const view = pageView(instrument, 0, {});

describe('A new answer rules out', () => {
	test('a status where a number is typed, and a number where a status is chosen', () => {
		const typed = { A1_antal: '4', A1_status: 'noll' };
		expect(ruledOut(view, { field: 'A1_antal', before: '', typed })).toEqual({ A1_status: '' });
		expect(ruledOut(view, { field: 'A1_status', before: '', typed })).toEqual({ A1_antal: '' });
	});

	test('the same in a row of a table of counts', () => {
		const typed = { 'A2.vuxna.antal': '4', 'A2.vuxna.status': 'noll' };
		expect(ruledOut(view, { field: 'A2.vuxna.antal', before: '', typed })).toEqual({ 'A2.vuxna.status': '' });
		expect(alternativeTo(view, 'A2.vuxna.status')).toBe('A2.vuxna.antal');
	});

	test('the other choices beside one that excludes them, and that one beside the others', () => {
		const chosen = (before: string[], now: string[]) =>
			ruledOut(view, { field: 'flera', before, typed: { flera: now } });
		expect(chosen(['a', 'b'], ['a', 'b', 'vet_ej'])).toEqual({ flera: ['vet_ej'] });
		expect(chosen(['vet_ej'], ['a', 'vet_ej'])).toEqual({ flera: ['a'] });
		expect(chosen(['a'], ['a', 'b'])).toEqual({});
	});

	test('the box that chooses all: every other box stands instead, but none that excludes or is out of reach', () => {
		const typed = { amnen: ['c', '~alla'] };
		expect(ruledOut(view, { field: 'amnen', before: ['c'], typed })).toEqual({ amnen: ['a', 'c'] });
	});

	test('nothing when a field is emptied', () => {
		expect(
			ruledOut(view, { field: 'A1_antal', before: '4', typed: { A1_antal: '', A1_status: 'noll' } })
		).toEqual({});
	});
});
