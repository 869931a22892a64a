import { describe, expect, it } from 'vitest';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import {
	compiled,
	compiledElements,
	countItem,
	countMatrix,
	questionnaire,
	questionnaireOfPages
} from '../../support/questionnaireBuilder.ts';

function faults(json: unknown): string[] {
	const compilation = compileInstrument(json);
	return compilation.ok ? [] : compilation.faults.map(({ path, message }) => `${path}: ${message}`);
}

const question = { type: 'radiogroup', name: 'A', choices: ['ja', 'nej'] };

describe('A questionnaire', () => {
	it.each([
		[
			'of an unknown type',
			{ ...question, type: 'signaturepad' },
			'pages[0].elements[0].type: Frågetypen signaturepad stöds inte'
		],
		[
			'with an unknown property',
			{ ...question, choicesByUrl: {} },
			'pages[0].elements[0].choicesByUrl: Egenskapen choicesByUrl stöds inte här'
		],
		[
			'with a condition that cannot be read',
			{ ...question, visibleIf: '{A} >' },
			'pages[0].elements[0].visibleIf: Villkoret går inte att tolka: {A} >'
		],
		[
			'with a condition on what does not exist',
			{ ...question, visibleIf: '{B} = 1' },
			'pages[0].elements[0].visibleIf: Villkoret nämner {B}, som inte finns'
		],
		[
			'with a function that needs the network',
			{ ...question, visibleIf: 'hamta({A})' },
			'pages[0].elements[0].visibleIf: Funktionen hamta stöds inte'
		],
		[
			'with a code twice',
			{ ...question, choices: ['ja', 'ja'] },
			'pages[0].elements[0].choices[1]: Koden ja finns två gånger'
		],
		[
			'with the code that counts those who answered',
			{ ...question, choices: ['ja', 'besvarad'] },
			'pages[0].elements[0].choices[1].value: Koden besvarad är upptagen: den räknar dem som har svarat'
		],
		[
			'with a name of JavaScript itself',
			{ ...question, name: '__proto__' },
			'pages[0].elements[0].name: Namnet ska bestå av 1–60 tecken: a–z, siffror, _, + eller -'
		],
		[
			'with a script',
			{ type: 'html', name: 'h', html: '<p>Hej</p><script>x()</script>' },
			'pages[0].elements[0].html: Taggen <script> är inte tillåten'
		],
		[
			'with an event handler',
			{ type: 'html', name: 'h', html: '<p onclick="x()">Hej</p>' },
			'pages[0].elements[0].html: Händelseattribut i <p> är inte tillåtna'
		],
		[
			'with a link to a script',
			{ type: 'html', name: 'h', html: '<a href="java\nscript:x()">Hej</a>' },
			'pages[0].elements[0].html: Adressen i <a> är inte tillåten'
		],
		[
			'with negative numbers',
			{ type: 'text', inputType: 'number', name: 'n', min: -1 },
			'pages[0].elements[0].min: Tal under noll stöds inte: de går inte att skilja från statuskoderna när svaren lagras'
		],
		[
			'with a row of totals',
			{
				type: 'matrixdynamic',
				name: 'm',
				columns: [{ name: 'k', cellType: 'text', totalType: 'sum' }]
			},
			'pages[0].elements[0].columns[0].totalType: Summarader stöds inte: lägg en fråga av typen expression med sumInArray efter tabellen'
		],
		[
			'with details under a row',
			{ type: 'matrixdynamic', name: 'm', columns: [{ name: 'k', cellType: 'text' }], detailElements: [] },
			'pages[0].elements[0].detailElements: Detaljer under en rad stöds inte: använd en paneldynamic, vars poster har plats för dem'
		],
		[
			'with a worked-out number of rows',
			{
				type: 'matrixdynamic',
				name: 'm',
				columns: [{ name: 'k', cellType: 'text' }],
				rowCountExpression: '1 + 1'
			},
			'pages[0].elements[0].rowCountExpression: Antalet rader kan inte räknas ut ur andra svar: den som svarar lägger till och tar bort rader'
		],
		[
			'that fills in something inside a row',
			{
				type: 'matrixdynamic',
				name: 'm',
				columns: [{ name: 'k', cellType: 'text', setValueExpression: '1 + 1' }]
			},
			'pages[0].elements[0].columns[0].setValueExpression: Stöds inte i rader och poster'
		]
	])('%s is refused with the place', (_, element, fault) => {
		expect(faults(questionnaire([element]))).toEqual([fault]);
	});

	it('with the same name twice, in any case, is refused', () => {
		expect(faults(questionnaire([question, { ...question, name: 'a' }]))).toEqual([
			'pages[0].elements[1].name: Namnet a används redan i pages[0].elements[0]'
		]);
	});

	it('that is too large is refused', () => {
		const many = Array.from({ length: 2001 }, (_, index) => ({ ...question, name: `A${String(index)}` }));
		expect(faults(questionnaire(many))).toEqual(['pages: Fler än 2000 element']);
		expect(faults(questionnaireOfPages(Array.from({ length: 201 }, () => [])))).toEqual([
			'pages: Fler än 200 sidor'
		]);
		let deep: Record<string, unknown> = question;
		for (let level = 0; level < 11; level += 1)
			deep = { type: 'panel', name: `p${String(level)}`, elements: [deep] };
		expect(faults(questionnaire([deep]))).toEqual([expect.stringMatching(/Djupare än 10 nivåer$/) as string]);
	});

	it('that is no object is refused', () => {
		expect(faults('text')).toEqual([': Formuläret ska vara ett JSON-objekt']);
	});

	it('keeps of its html only headings, paragraphs, lists, emphasis and safe links', () => {
		const html =
			'<h2 style="x">Rubrik</h2><div><b>Fet</b> & <img src=x>text <a href="https://a.se" target=x>länk</a></div><p>öppet';
		const [element] = pageView(compiledElements({ type: 'html', name: 'h', html }), 0, {}).elements;
		expect(element).toEqual({
			kind: 'html',
			name: 'h',
			html: '<h3>Rubrik</h3><strong>Fet</strong> &amp; text <a href="https://a.se" rel="noreferrer noopener">länk</a><p>öppet</p>'
		});
	});

	it('has parameters and answers in its titles, choices by their text', () => {
		const instrument = compiled(
			questionnaire(
				[
					{
						type: 'radiogroup',
						name: 'A',
						title: 'Gäller det {kommun} {ar}?',
						choices: [{ value: 'ja', text: 'Ja <b>' }]
					},
					{ type: 'comment', name: 'B', title: 'Ni svarade {A}. Vad menas med {annat}?' }
				],
				{
					calculatedValues: [
						{ name: 'kommun', expression: "'Sjövalla kommun'" },
						{ name: 'ar', expression: '2026' }
					]
				}
			)
		);
		const titles = pageView(instrument, 0, { A: 'ja' }).elements.map(
			(element) => 'title' in element && element.title
		);
		expect(titles).toEqual(['Gäller det Sjövalla kommun 2026?', 'Ni svarade Ja <b>. Vad menas med {annat}?']);
	});

	it('shows only the pages that have something to show', () => {
		const instrument = compiled(
			questionnaireOfPages([
				[question],
				[{ ...question, name: 'B', visibleIf: "{A} = 'ja'" }],
				[{ ...question, name: 'C' }]
			])
		);
		expect(visiblePages(instrument, {})).toEqual([0, 2]);
		expect(visiblePages(instrument, { A: 'ja' })).toEqual([0, 1, 2]);
	});
});

describe('The codebook', () => {
	it('has one line for each thing a table can show, with lasting codes', () => {
		const { variables } = compiledElements(
			countItem('P3'),
			countMatrix('P7', ['vuxna']),
			{
				type: 'matrixdropdown',
				name: 'P8',
				itemCode: 'P8',
				itemKind: 'countCells',
				partOf: 'P7',
				flags: ['PERS'],
				rows: ['kvinna'],
				columns: [{ name: '18_25', cellType: 'text', inputType: 'number' }]
			},
			{ type: 'checkbox', name: 'C17_vem', itemCode: 'C17', flags: ['ÅSIKT'], choices: ['a'] },
			{ type: 'comment', name: 'Z7', itemCode: 'Z7', flags: ['FRI'] },
			{ type: 'text', inputType: 'date', name: 'dag' }
		);
		const lines = variables.map(({ code, role, path, unit, partOf, person, opinion, freeText }) => ({
			line: `${code} ${role} ${path.join('/')} ${unit ?? '-'} ${partOf ?? '-'}`,
			flags: [person && 'person', opinion && 'opinion', freeText && 'freeText'].filter(Boolean).join(' ')
		}));
		expect(lines).toEqual([
			{ line: 'P3 count P3_antal person -', flags: 'person' },
			{ line: 'P3.underlag category P3_underlag - -', flags: '' },
			{ line: 'P7.vuxna count P7/vuxna/antal person -', flags: 'person' },
			{ line: 'P7.vuxna.underlag category P7/vuxna/underlag - -', flags: '' },
			{ line: 'P8.kvinna.18_25 count P8/kvinna/18_25 person P7', flags: 'person' },
			{ line: 'C17.vem.a choice C17_vem - -', flags: 'opinion' },
			{ line: 'Z7 text Z7 - -', flags: 'freeText' },
			{ line: 'dag date dag - -', flags: '' }
		]);
	});
});
