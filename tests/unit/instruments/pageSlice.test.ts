import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { pageSlice } from '#lib/instruments/pages/pageSlice.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { answersTo } from '../../support/answerArbitraries.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

const parameters = {
	municipality: 'Sjövalla kommun',
	year: 2025,
	threshold: 5,
	areas: [{ value: 'norr', text: 'Norra Sjövalla' }]
};

describe.each([
	{ name: 'the kitchen sink', json: kitchenSink, runs: 24 },
	...sectors.map((sector) => ({ name: sector, json: composeQuestionnaire(sector, parameters), runs: 8 }))
])('A slice of $name', ({ json, runs }) => {
	const instrument = compiled(json);

	it('shows what the whole instrument shows, whatever is typed on the page', { timeout: 60_000 }, () => {
		const answers = answersTo(instrument);
		fc.assert(
			fc.property(answers, answers, (saved, others) => {
				instrument.pages.forEach((page, index) => {
					const own = new Set(questionsOf(page.elements).map(({ name }) => name));
					const kept = Object.entries(saved).filter(([name]) => !own.has(name));
					const typed = Object.entries(others).filter(([name]) => own.has(name));
					const slice = pageSlice(instrument, index, saved);
					const elsewhere = Object.entries(slice.answers).filter(([name]) => !own.has(name));
					expect(pageView(slice.instrument, index, Object.fromEntries([...elsewhere, ...typed]))).toEqual(
						pageView(instrument, index, Object.fromEntries([...kept, ...typed]))
					);
				});
			}),
			{ numRuns: runs }
		);
	});

	it('is plain data that comes through JSON unchanged', () => {
		instrument.pages.forEach((_, index) => {
			const slice = pageSlice(instrument, index, {});
			expect(JSON.parse(JSON.stringify(slice))).toEqual(slice);
		});
	});
});

it('holds nothing of other pages that decides nothing on its own', () => {
	const instrument = compiled(
		questionnaireOfPages([
			[
				{ type: 'radiogroup', name: 'grund', title: 'Hemlig ordalydelse', choices: ['ja', 'nej'] },
				{ type: 'comment', name: 'annat', title: 'Något annat' }
			],
			[{ type: 'text', name: 'foljd', visibleIf: "{grund} = 'ja'" }]
		])
	);
	const { answers, instrument: part } = pageSlice(instrument, 1, { grund: 'ja', annat: 'text', foljd: 'x' });
	expect(answers).toEqual({ grund: 'ja', foljd: 'x' });
	expect(JSON.stringify(part)).not.toMatch(/Hemlig|annat/);
});

it('refuses a page that the instrument does not have', () => {
	expect(() => pageSlice(compiled(kitchenSink), 99, {})).toThrow(RangeError);
});
