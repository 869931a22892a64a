import { describe, expect, it } from 'vitest';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

function faults(...elements: Json[]): string[] {
	const compilation = compileInstrument(questionnaire(elements));
	return compilation.ok ? [] : compilation.faults.map(({ path, message }) => `${path}: ${message}`);
}

function messages(element: Json, answers: Json): string[] {
	return validateAnswers(compiledElements(element), answers).errors.map(({ message }) => message);
}

const several = {
	type: 'checkbox',
	name: 'F',
	choices: ['a', 'b'],
	showNoneItem: true,
	showOtherItem: true,
	showSelectAllItem: true
};

describe('The choices that SurveyJS adds', () => {
	it('are none, which stands alone, other with a text of its own, and a box for all', () => {
		expect(pageView(compiledElements(several), 0, { F: ['other'] }).elements).toMatchObject([
			{
				control: {
					value: ['other'],
					options: [
						{ value: '~alla', text: 'Välj alla', selectsAll: true },
						{ value: 'a', text: 'a' },
						{ value: 'b', text: 'b' },
						{ value: 'none', text: 'Inget av dessa', exclusive: true },
						{ value: 'other', text: 'Annat' }
					]
				}
			},
			{ kind: 'comment', name: 'F-Comment', title: 'Annat, vad?', required: true }
		]);
		expect(messages(several, { F: ['none', 'a'] })).toEqual([
			'”F”: Svaret ”Inget av dessa” kan inte väljas tillsammans med andra svar.'
		]);
		expect(messages(several, { F: ['other'] })).toEqual(['”Annat, vad?”: Frågan behöver ett svar.']);
	});

	it('choose all that can stand together, which is never an answer of its own', () => {
		const instrument = compiledElements(several);
		expect(readPageForm(instrument, 0, { form: [['F', '~alla']], answers: {} }).answers).toEqual({
			F: ['a', 'b']
		});
		expect(messages(several, { F: ['~alla'] })).toEqual(['”F”: Välj bland svaren i listan.']);
	});

	it('keep the text of other as free text, and only with other', () => {
		const instrument = compiledElements(several);
		const answers = { F: ['a', 'other'], 'F-Comment': 'Något annat' };
		expect(validateAnswers(instrument, answers)).toEqual({ answers, errors: [] });
		expect(packAnswers(instrument, answers).texts).toEqual([{ item: 'F-Comment', text: 'Något annat' }]);
		expect(validateAnswers(instrument, { F: ['a'], 'F-Comment': 'x' })).toEqual({
			answers: { F: ['a'] },
			errors: []
		});
	});

	it('have codes that no choice of the questionnaire may have', () => {
		expect(faults({ ...several, choices: ['a', 'none'] })[0]).toBe(
			'pages[0].elements[0].choices: Koden none är upptagen av ett eget alternativ'
		);
	});
});

describe('A condition of all choices', () => {
	const elements = [
		{ type: 'checkbox', name: 'A', choices: ['x', 'y', 'z'] },
		{
			type: 'radiogroup',
			name: 'B',
			choices: ['x', 'y', 'z'],
			choicesVisibleIf: '{A} contains {item}',
			choicesEnableIf: "{item} <> 'y'"
		}
	];

	it('is asked of each choice, and holds for answers too', () => {
		const instrument = compiledElements(...elements);
		expect(pageView(instrument, 0, { A: ['x', 'y'] }).elements[1]).toMatchObject({
			control: { options: [{ value: 'x' }, { value: 'y', disabled: true }] }
		});
		expect(validateAnswers(instrument, { A: ['x'], B: 'z' }).answers).toEqual({ A: ['x'] });
		expect(validateAnswers(instrument, { A: ['y'], B: 'y' }).errors.map(({ message }) => message)).toEqual([
			'”B”: Svaret ”y” går inte att välja här.'
		]);
	});

	it('comes in a fixed order only', () => {
		expect(faults({ ...several, choicesOrder: 'random' })).toEqual([
			'pages[0].elements[0].choicesOrder: Ska vara none, asc eller desc'
		]);
	});
});

describe('A slider with two values', () => {
	const element = { type: 'slider', name: 'F', sliderType: 'range', max: 10, title: 'Åldrar' };

	it('is two numbers, the lesser first', () => {
		const instrument = compiledElements(element);
		const form: [string, string][] = [
			['F.fran', '3'],
			['F.till', '7']
		];
		const { answers } = readPageForm(instrument, 0, { form, answers: {} });
		expect(answers).toEqual({ F: [3, 7] });
		expect(
			unpackRow(instrument, packAnswers(instrument, answers).row).map(({ variable, answer }) => [
				variable.code,
				answer
			])
		).toEqual([
			['F.fran', 3],
			['F.till', 7]
		]);
		expect(messages(element, { F: [7, 3] })).toEqual([
			'”Åldrar”: Det första talet får inte vara större än det andra.'
		]);
		expect(messages(element, { F: [7] })).toEqual(['”Åldrar”: Svaret ska vara två tal.']);
		expect(messages(element, { F: [1, 11] })).toEqual(['”Åldrar”: Talet får vara högst 10.']);
	});
});

describe('A mask', () => {
	const masked = (maskType: string, maskSettings: Json) => ({
		type: 'text',
		name: 'F',
		maskType,
		maskSettings
	});

	it('of a pattern is typed with or without its own characters, and stored as SurveyJS stores it', () => {
		const instrument = compiledElements(masked('pattern', { pattern: '999 99' }));
		const typed = (text: string) => readPageForm(instrument, 0, { form: [['F', text]], answers: {} }).answers;
		expect([typed('12345'), typed('123 45')]).toEqual([{ F: '12345' }, { F: '12345' }]);
		expect(messages(masked('pattern', { pattern: 'aaa-99\\9' }), { F: 'abc-1' })).toEqual([
			'”F”: Skriv i formen AAA-009.'
		]);
	});

	it('of numbers, currencies and days is a number or a day', () => {
		expect(compiledElements(masked('numeric', { precision: 1, min: 2 })).pages[0]?.elements).toEqual([
			{ name: 'F', title: 'F', kind: 'text', inputType: 'number', step: 0.1, minimum: 2 }
		]);
		expect(compiledElements(masked('currency', { suffix: ' kr', precision: 0 })).pages[0]?.elements).toEqual([
			{ name: 'F', title: 'F', kind: 'text', inputType: 'number', unit: 'kr' }
		]);
		expect(
			messages(masked('datetime', { pattern: 'dd/mm/yyyy', max: '2025-12-31' }), { F: '2026-01-01' })
		).toEqual(['”F”: Datumet får vara senast 2025-12-31.']);
		expect(faults(masked('datetime', { pattern: 'yyyy-mm-dd HH:MM' }))).toEqual([
			'pages[0].elements[0].maskSettings.pattern: Bara hela dagar stöds: år, månad och dag'
		]);
	});
});

describe('A questionnaire in two languages', () => {
	const elements = [
		{
			type: 'radiogroup',
			name: 'F',
			title: { sv: 'Är ni {kommun}?', default: 'Are you {kommun}?', en: 'Are you {kommun}?' },
			isRequired: true,
			choices: [{ value: 'ja', text: { default: 'Ja', en: 'Yes' } }]
		},
		{ type: 'html', name: 'h', html: { sv: '<p>Hej <i>du</i></p>', en: '<p>Hello <i>you</i></p>' } },
		{ type: 'boolean', name: 'b', title: 'Bara på svenska' }
	];
	const compilation = compileInstrument(
		questionnaire(elements, { calculatedValues: [{ name: 'kommun', expression: "'Sjövalla'" }] })
	);

	it('is shown and checked in the language that the respondent has chosen', () => {
		if (!compilation.ok) throw new Error('not compiled');
		const english = askedInstrument(compilation.value, { language: 'en' });
		expect(pageView(english, 0, {}).elements).toMatchObject([
			{ title: 'Are you Sjövalla?', control: { options: [{ text: 'Yes' }] } },
			{ html: '<p>Hello <em>you</em></p>' },
			{ title: 'Bara på svenska', control: { options: [{ text: 'Yes' }, { text: 'No' }] } }
		]);
		expect(validateAnswers(english, {}).errors.map(({ message }) => message)).toEqual([
			'“Are you Sjövalla?”: This question needs an answer.'
		]);
		expect(validateAnswers(compilation.value, {}).errors.map(({ message }) => message)).toEqual([
			'”Är ni Sjövalla?”: Frågan behöver ett svar.'
		]);
	});

	it('is refused when the same Swedish words are English in two ways', () => {
		const twice = [
			{ type: 'text', name: 'a', title: { sv: 'Antal', en: 'Number' } },
			{ type: 'text', name: 'b', title: { sv: 'Antal', en: 'Count' } }
		];
		expect(faults(...twice)).toEqual([
			'pages[0].elements[1].title: Texten ”Antal” har en annan engelsk text på ett annat ställe'
		]);
	});
});

describe('Conditions of today', () => {
	it('hold on the day that the questionnaire is asked', () => {
		const instrument = compiledElements(
			{ type: 'text', inputType: 'date', name: 'dag' },
			{ type: 'comment', name: 'sen', visibleIf: "{dag} < today() and dateDiff({dag}, today(), 'days') > 30" }
		);
		const shown = (day: string) =>
			pageView(askedInstrument(instrument, { today: calendarDate(day) }), 0, { dag: '2026-01-01' }).elements
				.length;
		expect([shown('2026-01-20'), shown('2026-02-20')]).toEqual([1, 2]);
		expect(pageView(instrument, 0, { dag: '2026-01-01' }).elements).toHaveLength(1);
	});
});
