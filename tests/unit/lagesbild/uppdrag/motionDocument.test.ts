import { describe, expect, it } from 'vitest';
import { motionDocument, proposedPoints } from '#lib/lagesbild/uppdrag/motionDocument.ts';
import { fieldsOfMotionTexts, motionTextsOfFields } from '#lib/lagesbild/uppdrag/motionTextFields.ts';
import { motionTextsSchema } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { clauseOf, emptyMotionTexts, motionOf } from '../../../support/motionBuilder.ts';

const four = motionOf({
	clauses: [
		clauseOf({ place: 1, proposedAnswer: 'besvarad', reason: 'samarbetet med en förening.' }),
		clauseOf({ place: 2, proposedAnswer: 'avslag', reason: 'att en utvärdering pågår' }),
		clauseOf({ place: 3 }),
		clauseOf({ place: 4, proposedAnswer: 'bifall' })
	]
});

describe('the points that fullmäktige is proposed to decide', () => {
	it('are one for each att-sats that has an answer, under its own number', () => {
		expect(proposedPoints(four)).toEqual([
			'att anse motionens första förslag besvarat med hänvisning till samarbetet med en förening.',
			'att avslå motionens andra förslag med hänvisning till att en utvärdering pågår.',
			'att bifalla motionens fjärde förslag.'
		]);
	});

	it('are one for the motion when all are answered alike for the same reason', () => {
		const alike = { proposedAnswer: 'besvarad', reason: 'vad som anförts i ärendet' } as const;
		const clauses = [1, 2, 3].map((place) => clauseOf({ place, ...alike }));
		expect(proposedPoints({ clauses })).toEqual([
			'att anse motionen besvarad med hänvisning till vad som anförts i ärendet.'
		]);
	});

	it('are none while nothing has been answered', () => {
		expect(proposedPoints(motionOf())).toEqual([]);
	});
});

describe('the answer to a motion', () => {
	const document = (texts = emptyMotionTexts(), motion = four) =>
		motionDocument({ municipality: 'Prov kommun', motion, texts, today: calendarDate('2026-11-22') });

	it('drafts fullmäktige’s points, the summary and the list of documents from the register', () => {
		const { proposals, summary, documents, diarienummer, date } = document();
		expect({ proposals, summary, documents, diarienummer, date }).toEqual({
			proposals: [{ body: 'Kommunfullmäktige', points: proposedPoints(four) }],
			summary: [
				'Astrid Holm (SL) har i motionen ”Stärk stödet”, väckt den 1 mars 2026, lagt fram fyra förslag. Skrivelsen redovisar vad som har kommit fram vid beredningen.'
			],
			documents: ['Tjänsteskrivelse, 2026-11-22', 'Motion: Stärk stödet, 2026-03-01'],
			diarienummer: ['KS 2026/0142'],
			date: '2026-11-22'
		});
	});

	it('has what was written where something was, and another body’s points as they stand', () => {
		const texts = emptyMotionTexts();
		const { proposals, summary, date, documents } = document({
			...texts,
			date: calendarDate('2026-11-01'),
			summary: 'Kort.',
			basis: ['Lägesbild 2026'],
			council: {
				...texts.council,
				proposals: [
					{ body: 'Socialnämnden', points: [] },
					{ body: 'Kommunfullmäktige', points: ['att avslå motionen.'] }
				]
			}
		});
		expect({ proposals, summary, date, documents }).toEqual({
			proposals: [
				{ body: 'Socialnämnden', points: [] },
				{ body: 'Kommunfullmäktige', points: ['att avslå motionen.'] }
			],
			summary: ['Kort.'],
			date: '2026-11-01',
			documents: ['Tjänsteskrivelse, 2026-11-01', 'Lägesbild 2026', 'Motion: Stärk stödet, 2026-03-01']
		});
	});

	it('says which rounds and which law answer an att-sats', () => {
		const motion = motionOf({
			clauses: [
				clauseOf({
					legalBasis: '4 § lagen (2023:196)',
					rounds: [
						{ roundId: 'a', year: 2025, part: null },
						{ roundId: 'b', year: 2026, part: null }
					]
				})
			]
		});
		expect(document(emptyMotionTexts(), motion).answers).toEqual([
			'Motionens första förslag hör ihop med kartläggningarna 2025 och 2026 samt med 4 § lagen (2023:196).'
		]);
	});
});

describe('the texts of an answer', () => {
	it('come back from their form as they were', () => {
		const texts = emptyMotionTexts({
			date: calendarDate('2026-11-01'),
			administrations: ['Socialförvaltningen', 'Utbildningsförvaltningen'],
			matter: 'Ett.\n\nTvå.',
			basis: ['Lägesbild 2026']
		});
		expect(motionTextsSchema.parse(motionTextsOfFields(fieldsOfMotionTexts(texts)))).toEqual(texts);
	});
});
