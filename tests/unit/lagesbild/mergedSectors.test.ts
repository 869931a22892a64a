import { expect, it } from 'vitest';
import { rangeFigure } from '#lib/lagesbild/figures.ts';
import { headlineSentence, targetGroups } from '#lib/lagesbild/sentences.ts';
import { frameColumns, releasedTable } from '../../support/lagesbildInput.ts';

const adults = releasedTable('kannedom-vuxna', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, '..', '..'],
		['socialtjanst', 'Socialtjänsten', 6, 9, '..', '..'],
		['civilsamhalle', 'Civilsamhället', 8, 11, 31, [14, 31]],
		['polis+socialtjanst', 'Polisen och socialtjänsten', 7, 10, 23, '..'],
		['alla', 'Alla sektorer', '', '', '', [14, 54]]
	]
});

it('says of two sectors that are shown as one how many they can know of at most', () => {
	const response = [
		{ sector: 'polis', asked: 1, answered: 1 },
		{ sector: 'socialtjanst', asked: 9, answered: 6 },
		{ sector: 'civilsamhalle', asked: 11, answered: 8 }
	];
	expect(headlineSentence([adults], response, targetGroups[0]!)).toBe(
		'Civilsamhället (8 av 11 enheter) kände till 14–31 vuxna som fått ersättning för sex och polisen och socialtjänsten tillsammans (7 av 10 enheter) högst 23. Antalet hos polisen (1 av 1 enhet) och socialtjänsten (6 av 9 enheter) visas inte.'
	);
});

it('draws no bar of them, whose least number is not told', () => {
	expect(rangeFigure(adults)?.categories).toEqual([
		'Polisen',
		'Socialtjänsten',
		'Civilsamhället',
		'Alla sektorer'
	]);
});
