import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { libraryInstrument, libraryQuestionnaire } from '../../support/libraryQuestionnaire.ts';
import { elementNamed } from '../../support/surveyElements.ts';

describe('breakdowns', () => {
	it.each([
		['polis', 'P4', 'P3', '{P3_antal} >= {troskel}'],
		['polis', 'P8', 'P7', '{P7.vuxna.antal} + {P7.barn.antal} >= {troskel}'],
		['polis', 'P10', undefined, '{P7.vuxna.antal} + {P7.barn.antal} >= {troskel}'],
		['socialtjanst', 'S2', 'S1', '{S1_antal} >= {troskel}'],
		['socialtjanst', 'S10', 'S9', '{S9_antal} >= {troskel}'],
		['skola', 'K3', 'K2', "{K1} = 'ja' and {K2_antal} >= {troskel}"],
		[
			'civilsamhalle',
			'C2',
			'C1',
			'{C1.direkt_utsatta_vuxna.antal} + {C1.direkt_utsatta_barn.antal} >= {troskel}'
		],
		[
			'civilsamhalle',
			'C5',
			undefined,
			'{C1.direkt_utsatta_vuxna.antal} + {C1.direkt_utsatta_barn.antal} >= {troskel}'
		]
	] as const)('in %s, %s is a part of %s and asked for only from the threshold', (...expected) => {
		const [sector, name, whole, condition] = expected;
		const { partOf, visibleIf } = elementNamed(libraryQuestionnaire(sector), name);
		expect([partOf, visibleIf]).toEqual([whole, condition]);
	});
});

describe('a breakdown that holds more persons than were counted', () => {
	it.each([
		['polis', 'P4', { P3_antal: 5 }, { under_18: { kvinna: 2 }, okand: { okant: 3 } }],
		[
			'polis',
			'P8',
			{ P7: { vuxna: { antal: 3 }, barn: { antal: 2 } } },
			{ kvinna: { under_15: 2 }, okant: { okand: 3 } }
		],
		['socialtjanst', 'S2', { S1_antal: 5 }, { kvinna: { '18_25': 2 }, okant: { okand: 3 } }],
		['socialtjanst', 'S10', { S9_antal: 5 }, { kvinna: { under_13: 2 }, okant: { okand: 3 } }],
		['skola', 'K3', { K1: 'ja', K2_antal: 5 }, { kvinna: { f_6: 2 }, okant: { vuxna_elever: 3 } }],
		[
			'civilsamhalle',
			'C2',
			{ C1: { direkt_utsatta_vuxna: { antal: 3 }, direkt_utsatta_barn: { antal: 2 } } },
			{ kvinna: { under_15: 2 }, okant: { okand: 3 } }
		]
	] as const)('is refused in %s, %s', (...row) => {
		const [sector, name, counted, cells] = row;
		const instrument = libraryInstrument(sector);
		const faultsAt = (answers: Record<string, unknown>) =>
			validateAnswers(instrument, { ...counted, ...answers }).errors.filter(
				({ element }) => element === name
			);
		expect(faultsAt({ [name]: cells })).toEqual([]);
		const column = elementNamed(libraryQuestionnaire(sector), name).columns?.at(-1)?.name ?? '';
		const emptyRow = name === 'P4' ? '18_24' : 'man';
		expect(faultsAt({ [name]: { ...cells, [emptyRow]: { [column]: 1 } } })).toHaveLength(1);
	});
});
