import { describe, expect, it } from 'vitest';
import { countInWords } from '#lib/statistics/countInWords.ts';
import { countsBeside, countsOfKeys, type ConcernedCount } from '#lib/statistics/countsConcerned.ts';
import { planChangeWords, type PlanChange } from '#lib/statistics/planChange.ts';
import { plannedRestraints } from '#lib/statistics/plannedRestraints.ts';
import { personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { roundByColumn } from '../../support/unitRows.ts';

const answers = roundByColumn(demonstrationRound('sjovalla', 2025));

function withhold(sector: 'polis' | 'socialtjanst', code: string): PlanChange {
	return { kind: 'withhold', sector, code, question: `”${code}?”` };
}

function names(counts: readonly ConcernedCount[]): string[] {
	return counts.map(({ round, count }) => `${round.answers.sector} ${count.code}`);
}

describe('a plan by which nothing is told of a count', () => {
	it('says so in the question’s own words', () => {
		const { instrument } = answers.sectors[0]!;
		const adults = instrument.variables.find(({ code }) => code === 'P7.vuxna')!;
		const question = countInWords(instrument, adults);
		const change = { kind: 'withhold', sector: 'polis', code: 'P7.vuxna', question } as const;
		expect(planChangeWords(change)).toBe(
			'Visa inget om ”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Sjövalla kommun?”, Vuxna (Polisen)'
		);
	});

	it('names two sectors that are shown as one, and the table', () => {
		const change = { kind: 'merge-sectors', group: 'vuxna', sectors: ['polis', 'socialtjanst'] } as const;
		expect(planChangeWords(change)).toBe(
			'Visa polisen och socialtjänsten som en sektor i ”Kännedom om vuxna som fått ersättning för sex eller utnyttjats”'
		);
	});

	it('leaves out everything of a count that somebody knows of, and of no other', () => {
		const changes = [
			withhold('polis', 'P7.vuxna'),
			withhold('socialtjanst', 'P7.vuxna'),
			withhold('polis', 'P99')
		];
		expect([...plannedRestraints(changes, answers)]).toEqual([['polis/P7.vuxna', 'all']]);
	});

	it('tells of a count of nobody all the same', () => {
		const sectors = [
			sectorAnswers('polis', [personCount('P7.vuxna')], {
				units: { 'polisen/lpo': { 'P7.vuxna': 'noll' } }
			})
		];
		const nobody = roundByColumn({ year: 2025, sectors });
		expect([...plannedRestraints([withhold('polis', 'P7.vuxna')], nobody)]).toEqual([]);
	});
});

describe('the counts that something may be gained by saying nothing of', () => {
	it('are those that numbers tell of: counts, breakdowns, the sectors’ sums, questions about a number', () => {
		expect(names(countsOfKeys(answers, ['2025/S1/socialtjanst/sum', '2025/S1/socialtjanst/max']))).toEqual([
			'socialtjanst S1'
		]);
		expect(names(countsOfKeys(answers, ['2025/P8/polis/kolumn-18_25']))).toEqual([
			'polis P7.vuxna',
			'polis P7.barn'
		]);
		expect(names(countsOfKeys(answers, ['2025/vuxna/alla/sum', '2025/svar/alla/svarade']))).toEqual([
			'polis P7.vuxna',
			'socialtjanst S1',
			'civilsamhalle C1.direkt_utsatta_vuxna'
		]);
		expect(
			names(countsOfKeys(answers, ['2025/C1.medfoljande.underlag/civilsamhalle/enheter-ej_besvarat']))
		).toEqual(['civilsamhalle C1.medfoljande']);
		expect(names(countsOfKeys(answers, ['2025/P1.grooming/polis/sum', '2025/A6/polis/enheter-ja']))).toEqual(
			[]
		);
	});

	it('are besides some counts those that they are split with or part of, and other sectors’ of the same group', () => {
		expect(names(countsBeside(answers, [{ sector: 'polis', code: 'P7.vuxna' }]))).toEqual([
			'polis P7.barn',
			'socialtjanst S1',
			'civilsamhalle C1.direkt_utsatta_vuxna'
		]);
	});
});
