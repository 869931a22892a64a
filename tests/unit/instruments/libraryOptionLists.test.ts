import { describe, expect, it } from 'vitest';
import { countStatuses, countStatusText } from '#lib/instruments/countStatus.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import optionLists from '#lib/instruments/library/optionLists.json' with { type: 'json' };
import type { Sector } from '#lib/organisations/sector.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';
import { elementNamed } from '../../support/surveyElements.ts';

describe('the option lists of the document', () => {
	it('are complete', () => {
		const sizes = Object.entries(optionLists).flatMap(([name, list]) =>
			/^L\d+$/.test(name) ? [[name, list.length]] : []
		);
		// L19 has the answer that is always there; the areas are the municipality's own.
		expect(Object.fromEntries(sizes)).toEqual({
			L1: 4,
			L2: 5,
			L3: 5,
			L4: 4,
			L5: 6,
			L6: 6,
			L7: 10,
			L8: 17,
			L9: 13,
			L10: 7,
			L11: 19,
			L12: 14,
			L13: 13,
			L14: 8,
			L15: 14,
			L16: 7,
			L17: 16,
			L18: 3,
			L19: 1
		});
	});

	it('have each code and each text once', () => {
		for (const list of Object.values(optionLists)) {
			expect(new Set(list.map(({ value }) => value)).size).toBe(list.length);
			expect(new Set(list.map(({ text }) => text)).size).toBe(list.length);
		}
	});

	it('say the statuses of a count in the words of the program', () => {
		expect(optionLists.L2).toEqual(countStatuses.map((value) => ({ value, text: countStatusText[value] })));
	});

	it.each([
		['polis', 5],
		['socialtjanst', 16],
		['skola', 10],
		['civilsamhalle', 11]
	] as const)('give %s its %i kinds of unit', (sector: Sector, size) => {
		const survey = composeQuestionnaire(sector, questionnaireParameters());
		expect(elementNamed(survey, 'A1').choices).toHaveLength(size);
	});

	it('are rows of a matrix without the answer that is a column', () => {
		const { rows, columns } = elementNamed(composeQuestionnaire('polis', questionnaireParameters()), 'P14');
		expect(rows).toEqual(
			optionLists.L8.filter(({ value }) => value !== 'vet_ej').map(({ value, text }) => ({ value, text }))
		);
		expect(columns?.map(({ text }) => text)).toEqual(['Vanligt', 'Förekommer', 'Inte sett', 'Vet ej']);
	});
});
