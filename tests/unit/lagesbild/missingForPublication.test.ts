import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import { emptyTexts, lagesbildInput } from '../../support/lagesbildInput.ts';
import { adults } from '../../support/targetGroupTables.ts';

describe('publication', () => {
	const input = lagesbildInput([adults]);

	it('is hindered by each empty chapter of the law and each unanswered method question', () => {
		const method = { ...input.round.method, sourcesUsed: ' ' };
		expect(
			missingForPublication({
				texts: emptyTexts,
				method,
				findings: [],
				quotes: new Map(),
				released: input.released,
				lagesbild: buildLagesbild(input)
			}).map(({ place, part }) => [place, part])
		).toEqual([
			['texts', 'annanInformation'],
			['texts', 'analys'],
			['method', 'sourcesUsed']
		]);
	});

	it('is hindered by a figure without words, a table without base and a survey without answers', () => {
		const lagesbild = buildLagesbild(input);
		const broken = {
			...lagesbild,
			response: lagesbild.response.map((one) => ({ ...one, answered: 0 })),
			figures: lagesbild.figures.map((figure) => ({ ...figure, alt: '' })),
			tables: lagesbild.tables.map((table) => ({ ...table, base: '' }))
		};
		const texts = { ...emptyTexts, annanInformation: 'Text.', analys: 'Text.' };
		expect(
			missingForPublication({
				texts,
				method: input.round.method,
				findings: [],
				quotes: new Map(),
				released: input.released,
				lagesbild: broken
			}).map(({ place, part }) => [place, part])
		).toEqual([
			['content', 'kartlaggning'],
			['content', 'figur-kannedom-vuxna'],
			['content', 'kannedom-vuxna']
		]);
	});

	it('is free when nothing is missing', () => {
		const texts = { ...emptyTexts, annanInformation: 'Text.', analys: 'Text.' };
		expect(
			missingForPublication({
				texts,
				method: input.round.method,
				findings: [],
				quotes: new Map(),
				released: input.released,
				lagesbild: buildLagesbild(input)
			})
		).toEqual([]);
	});
});
