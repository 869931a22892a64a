import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { estimateFaults } from '#lib/lagesbild/estimate/estimateFaults.ts';
import type { OverlapEstimate } from '#lib/lagesbild/estimate/overlapEstimate.ts';
import { lagesbildTextsSchema } from '#lib/lagesbild/lagesbildTexts.ts';
import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import { fieldsOfTexts, textsOfFields } from '#lib/lagesbild/textFields.ts';
import { emptyTexts, frameColumns, lagesbildInput, releasedTable } from '../../../support/lagesbildInput.ts';

const known = releasedTable('kannedom-vuxna', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 15, [15, 15]],
		['socialtjanst', 'Socialtjänsten', 6, 9, 33, [11, 33]],
		['skola', 'Skolan', 12, 14, '..', '..'],
		['alla', 'Alla sektorer', 27, 35, '', [15, 60]]
	]
});
const overlap = releasedTable('overlapp', {
	columns: [['alla', 'Alla']],
	rows: [['polis', 'Polisen', 1]],
	unit: 'enheter'
});
const estimate: OverlapEstimate = {
	group: 'vuxna',
	one: 'polis',
	other: 'socialtjanst',
	both: 6,
	matching: 'Enheterna jämförde sina uppgifter den 3 mars.',
	conditions: true
};
const texts = { ...emptyTexts, annanInformation: 'Text.', analys: 'Text.', estimate };
const input = lagesbildInput([known, overlap], { texts });
const faultsOf = (change: Partial<OverlapEstimate>) =>
	estimateFaults({ ...estimate, ...change }, input.released);

describe('an estimate of the number of persons', () => {
	it('is off until it is chosen', () => {
		const { chapters } = buildLagesbild({ ...input, texts: emptyTexts });
		expect(JSON.stringify(chapters)).not.toContain('Skattning');
		const typed = { ...fieldsOfTexts(texts), 'estimate.group': '' };
		expect(lagesbildTextsSchema.parse(textsOfFields(typed)).estimate).toBe(undefined);
	});

	it('stands where overlap is told of, as an estimate, with its interval, sources and conditions', () => {
		const section = buildLagesbild(input)
			.chapters.flatMap(({ sections }) => sections)
			.find(({ id }) => id === 'overlapp');
		const [, first, second] = (section?.blocks ?? []).flatMap((block) =>
			block.kind === 'paragraph' ? [block.text] : []
		);
		expect(first).toBe(
			'Skattning, inte uppmätt: omkring 26 vuxna som fått ersättning för sex, de som ingen av källorna känner till inräknade. Med 95 procents säkerhet är det mellan 21 och 44, om villkoren nedan stämmer.'
		);
		expect(second).toBe(
			'Den bygger på två källor: den enhet i polisen som känner till flest (15 personer) och den i socialtjänsten (11). Källorna har uppgett att 6 personer finns hos båda. Enheterna jämförde sina uppgifter den 3 mars.'
		);
		expect(section?.blocks.at(-1)?.kind).toBe('list');
	});

	it('comes back from a form as it was', () => {
		expect(lagesbildTextsSchema.parse(textsOfFields(fieldsOfTexts(texts)))).toEqual(texts);
	});

	it('is made of numbers that are shown only', () => {
		expect(faultsOf({})).toEqual([]);
		expect(faultsOf({ other: 'skola' })).toEqual([
			{
				field: 'estimate.other',
				message: 'Antalet hos skolan visas inte i lägesbilden, så det kan inte användas i en skattning'
			}
		]);
		expect(faultsOf({ group: 'barn' }).map(({ field }) => field)).toEqual(['estimate.one', 'estimate.other']);
	});

	it('is refused where it would tell of few: in both, or in one of them only', () => {
		for (const both of [0, 1, 4, 7, 10]) {
			expect([both, faultsOf({ both }).map(({ field }) => field)]).toEqual([both, ['estimate.both']]);
		}
		for (const both of [5, 6]) expect([both, faultsOf({ both })]).toEqual([both, []]);
	});

	it('is refused of a source and itself, and of more in both than in one', () => {
		expect(faultsOf({ other: 'polis' }).map(({ field }) => field)).toEqual(['estimate.other']);
		expect(faultsOf({ both: 12 }).map(({ message }) => message)).toEqual([
			'Hos båda kan det finnas högst 11 personer: så många känner den ena källan till'
		]);
	});

	it('takes its conditions to be confirmed and said how the sources were compared', () => {
		const typed = { ...fieldsOfTexts(texts), 'estimate.conditions': '', 'estimate.matching': ' ' };
		const read = lagesbildTextsSchema.safeParse(textsOfFields(typed));
		expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
			'estimate.matching',
			'estimate.conditions'
		]);
		const words = lagesbildTextsSchema.safeParse(
			textsOfFields({ ...fieldsOfTexts(texts), 'estimate.both': 'sex' })
		);
		expect(words.error?.issues.map(({ message }) => message)).toEqual([
			'Ange hur många personer som finns hos båda, med siffror'
		]);
	});

	it('hinders publication when a corrected table no longer shows what it is made of', () => {
		const hidden = lagesbildInput(
			[
				releasedTable('kannedom-vuxna', {
					columns: frameColumns,
					rows: [
						['polis', 'Polisen', 1, 1, '..', '..'],
						['socialtjanst', 'Socialtjänsten', 6, 9, 33, [11, 33]]
					]
				}),
				overlap
			],
			{ texts }
		);
		const lagesbild = buildLagesbild(hidden);
		const { method } = hidden.round;
		const of = { texts, method, findings: [], quotes: new Map<string, string>(), released: hidden.released };
		expect(missingForPublication({ ...of, lagesbild }).map(({ part }) => part)).toEqual(['estimate.one']);
		expect(JSON.stringify(lagesbild.chapters)).not.toContain('Skattning');
	});
});
