import { describe, expect, it } from 'vitest';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiledElements, countItem, countMatrix } from '../../support/questionnaireBuilder.ts';

const instrument = compiledElements(
	countItem('P3', { isRequired: true }),
	countMatrix('P7', ['vuxna', 'barn'])
);

describe('A count', () => {
	it('is read from a form as a number written the Swedish way', () => {
		const form: [string, string][] = [
			['P3_antal', '1\u202f200'],
			['P7.vuxna.antal', '3'],
			['P7.barn.status', 'noll']
		];
		expect(readPageForm(instrument, 0, { form, answers: {} })).toEqual({
			answers: { P3_antal: 1200, P7: { vuxna: { antal: 3 }, barn: { status: 'noll' } } },
			errors: [],
			typed: { P3_antal: '1\u202f200', 'P7.vuxna.antal': '3', 'P7.barn.status': 'noll' },
			revealed: []
		});
	});

	it('is a number or a status, never both', () => {
		expect(validateAnswers(instrument, { P3_antal: 4, P3_status: 'vet_ej' }).errors).toEqual([
			{
				element: 'P3_antal',
				field: 'P3_antal',
				page: 0,
				message: '”Hur många i P3?”: Ange antingen ett antal eller ett av svaren under, inte båda.'
			}
		]);
	});

	it('demands number or status when it is required', () => {
		expect(validateAnswers(instrument, {}).errors).toEqual([
			{
				element: 'P3_antal',
				field: 'P3_antal',
				page: 0,
				message: '”Hur många i P3?”: Ange ett antal, eller välj ett av svaren under.'
			}
		]);
		expect(validateAnswers(instrument, { P3_status: 'noll' })).toEqual({
			answers: { P3_status: 'noll' },
			errors: []
		});
	});

	it('comes back from its packed row as it was answered, five kinds of nothing apart', () => {
		const answers = { P3_status: 'fragar_inte', P7: { vuxna: { antal: 7, underlag: 'manuell' } } };
		const packed = packAnswers(instrument, answers);
		expect(packed).toEqual({ row: [-3, -9, 7, 1, null, null], opinions: [], texts: [] });
		expect(unpackRow(instrument, packed.row).map(({ variable, answer }) => [variable.code, answer])).toEqual([
			['P3', 'fragar_inte'],
			['P3.underlag', 'not_shown'],
			['P7.vuxna', 7],
			['P7.vuxna.underlag', 'manuell'],
			['P7.barn', null],
			['P7.barn.underlag', null]
		]);
	});

	it('of persons is never a typed 0, which does not say whether anyone asked', () => {
		const typed = (answers: Record<string, unknown>) =>
			validateAnswers(instrument, answers).errors.map(({ field, message }) => [field, message]);
		const sentence =
			'Skriv inte 0. Välj i stället ”Noll – vi har frågat eller sökt och inte funnit någon” eller ”Vi frågar inte eller registrerar inte detta”.';
		expect(typed({ P3_antal: 0, P7: { vuxna: { antal: 0 } } })).toEqual([
			['P3_antal', `”Hur många i P3?”: ${sentence}`],
			['P7.vuxna.antal', `”Hur många i P7? – vuxna – Antal”: ${sentence}`]
		]);
	});

	it.each([
		['measures, staff, advertisements, contacts', { unit: 'insats' }],
		['all people met, a denominator without PERS', { flags: ['KÄRNA'] }]
	])('of %s may be 0, and 0 is no status', (_, more) => {
		const register = compiledElements(
			countItem('A4', { isRequired: true, ...more }),
			countMatrix('Z2', ['kurs', 'bok'], more)
		);
		const answers = { A4_antal: 0, Z2: { kurs: { antal: 0 }, bok: { status: 'noll' } } };
		expect(validateAnswers(register, answers)).toEqual({ answers, errors: [] });
		expect(packAnswers(register, answers).row).toEqual([0, null, 0, null, -1, null]);
	});

	it('counts its basis only when a number stands there', () => {
		const validated = (answers: Record<string, unknown>) => validateAnswers(instrument, answers).answers;
		expect(validated({ P3_antal: 2, P3_underlag: 'manuell' })).toEqual({
			P3_antal: 2,
			P3_underlag: 'manuell'
		});
		expect(validated({ P3_status: 'noll', P3_underlag: 'manuell' })).toEqual({ P3_status: 'noll' });
	});

	it('is drawn as one question, with its basis at hand without a script', () => {
		const [count] = pageView(instrument, 0, { P3_antal: 1200 }).elements;
		expect(count).toEqual({
			kind: 'count',
			name: 'P3',
			title: 'Hur många i P3?',
			required: true,
			enabled: true,
			number: { field: 'P3_antal', value: '1200', inputType: 'number', minimum: 0, maximum: 9999 },
			status: {
				field: 'P3_status',
				value: [],
				options: ['noll', 'vet_ej', 'fragar_inte', 'kan_inte_lamnas_ut', 'galler_inte'].map((code) => ({
					value: code,
					text: code
				}))
			},
			basis: {
				field: 'P3_underlag',
				title: 'Underlag',
				value: [],
				options: ['register', 'manuell', 'bedomning'].map((code) => ({ value: code, text: code }))
			},
			elements: []
		});
	});
});
