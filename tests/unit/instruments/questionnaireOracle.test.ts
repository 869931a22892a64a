import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
	ChoiceElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	RepeatedElement,
	MultipleTextElement,
	TextElement
} from '#lib/instruments/element.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import { entriesOf, isRepeated } from '#lib/instruments/entries.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { answersTo } from '../../support/answerArbitraries.ts';
import { elementsIn, ourState } from '../../support/engineState.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled } from '../../support/questionnaireBuilder.ts';
import { oracleDay, SurveyOracle } from '../../support/surveyOracle.ts';

// `npm run oracle` gives each questionnaire this many sets of answers, and a third as many to the second rule: 20 000 in all. `npm test` takes a small sample, most of it from
// the kitchen sink, which has every rule: survey-core takes 50 to 200 ms for one set.
const fullRuns = process.env['ORACLE_RUNS'] === undefined ? undefined : Number(process.env['ORACLE_RUNS']);
// The sample is the same each time; the full run takes others.
const sampled = fullRuns === undefined ? { seed: 20_261_122 } : {};
const timeout = 60_000 + (fullRuns ?? 0) * 1000;

const parameters = {
	municipality: 'Sjövalla kommun',
	year: 2025,
	threshold: 5,
	areas: [
		{ value: 'norr', text: 'Norra Sjövalla' },
		{ value: 'soder', text: 'Södra Sjövalla' }
	]
};

const questionnaires = [
	{ name: 'the kitchen sink', json: kitchenSink as object, runs: fullRuns ?? 24 },
	...sectors.map((sector) => ({
		name: sector,
		json: composeQuestionnaire(sector, parameters),
		runs: fullRuns ?? 8
	}))
];

describe.each(questionnaires)('Against survey-core, $name', ({ json, runs }) => {
	const instrument = askedInstrument(compiled(json), { today: calendarDate(oracleDay) });
	const oracle = new SurveyOracle(json);

	it('has the same questions and panels visible, required and enabled', { timeout }, () => {
		fc.assert(
			fc.property(answersTo(instrument), (answers) => {
				const ours = ourState(instrument, answers);
				const theirs = oracle.answer(answers);
				// A model that has had other answers before keeps some of what it showed then: a new one decides.
				expect(ours).toEqual(
					isDeepStrictEqual(ours, theirs) ? theirs : new SurveyOracle(json).answer(answers)
				);
			}),
			{ numRuns: runs, endOnFailure: true, ...sampled }
		);
	});

	it('is accepted by survey-core whenever we accept it', { timeout }, () => {
		fc.assert(
			fc.property(answersTo(instrument), (answers) => {
				const { accepted, rejected } = acceptable(instrument, answers);
				fc.pre(rejected === 0);
				oracle.answer(accepted);
				const faults = oracle.faults();
				expect(faults.length === 0 ? faults : faultsAfresh(json, accepted)).toEqual([]);
			}),
			{ numRuns: Math.ceil(runs / 3), endOnFailure: true, ...sampled }
		);
	});
});

function faultsAfresh(json: object, answers: Record<string, unknown>): string[] {
	const oracle = new SurveyOracle(json);
	oracle.answer(answers);
	return oracle.faults();
}

/** Takes away what we refuse and fills in what we demand, as a respondent would, until we accept the answers. */
function acceptable(instrument: Instrument, answers: Record<string, unknown>) {
	let current: Record<string, unknown> = answers;
	for (let round = 0; round < 12; round += 1) {
		const result = validateAnswers(instrument, current);
		if (result.errors.length === 0) return { accepted: result.answers, rejected: 0 };
		current = { ...result.answers };
		for (const error of result.errors) repair(instrument, current, error.field);
	}
	return { accepted: current, rejected: validateAnswers(instrument, current).errors.length };
}

function repair(instrument: Instrument, answers: Record<string, unknown>, field: string): void {
	const elements = instrument.pages.flatMap((page) => page.elements);
	repairIn(elements, answers, field);
}

function repairIn(elements: readonly Element[], answers: Record<string, unknown>, field: string): void {
	const [name = '', ...place] = field.split('.');
	const element = elementsIn(elements).find((candidate) => candidate.name === name);
	answers[name] = element && repairedAnswer(element, answers[name], place);
	if (answers[name] === undefined) Reflect.deleteProperty(answers, name);
}

function repairedAnswer(element: Element, value: unknown, place: readonly string[]): unknown {
	if (isRepeated(element)) return repairedEntry(element, value, place);
	switch (element.kind) {
		case 'matrixdropdown':
			return repairedCells(element, value, place);
		case 'multipletext':
			return repairedItem(element, value, place);
		case 'matrix':
			return repairedRow(element, value, place);
		default:
			return value === undefined ? acceptableValue(element) : undefined;
	}
}

function acceptableValue(element: Element | ChoiceElement | TextElement): unknown {
	if (element.kind === 'text') return acceptableText(element);
	switch (element.kind) {
		case 'checkbox':
			return [element.choices[0]?.value];
		case 'boolean':
		case 'rating':
			return element.values[0];
		case 'ranking':
			return element.choices.map(({ value }) => value);
		default:
			return 'choices' in element ? element.choices[0]?.value : 'text';
	}
}

function acceptableText({ inputType, minimum = 0 }: TextElement): unknown {
	return inputType === 'number' ? Math.max(3, Number(minimum)) : 'text';
}

/** Gives the entry what it lacks, or takes away what is wrong in it. */
function repairedEntry(
	element: RepeatedElement,
	value: unknown,
	[place, ...inner]: readonly string[]
): unknown {
	const entries = entriesOf(element, value).map((entry) => ({ ...entry }));
	if (place === undefined) return entries.length > 0 ? entries.slice(0, element.maximum) : [{}];
	repairIn(element.elements, entries[Number(place)] ?? {}, inner.join('.'));
	return entries;
}

function repairedItem(element: MultipleTextElement, value: unknown, [name]: readonly string[]): unknown {
	const item = element.items.find((candidate) => candidate.name === (name ?? 'vem'));
	if (!item) throw new Error(`No field in ${element.name}`);
	const { [item.name]: wrong, ...items } = (value ?? {}) as Record<string, unknown>;
	return wrong === undefined ? { ...items, [item.name]: acceptableValue(item) } : items;
}

function repairedRow(element: MatrixElement, value: unknown, [row]: readonly string[]): unknown {
	return { ...(value as object), [row ?? element.rows[0]?.value ?? '']: element.columns[0]?.value };
}

function repairedCells(element: MatrixDropdownElement, value: unknown, place: readonly string[]): unknown {
	const [row, name] = place.length === 2 ? place : [element.rows[0]?.value, element.columns[0]?.name];
	if (row === undefined || name === undefined) throw new Error(`No cell in ${element.name}`);
	const rows = (value ?? {}) as Record<string, Record<string, unknown>>;
	const column = element.columns.find((candidate) => candidate.name === name);
	const { [name]: wrong, ...cells } = rows[row] ?? {};
	return {
		...rows,
		[row]: wrong === undefined && column ? { ...cells, [name]: acceptableValue(column) } : cells
	};
}
