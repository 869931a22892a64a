import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { emptyTexts, lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';
import { children } from '../../support/targetGroupTables.ts';

describe('the council’s document', () => {
	it('is drafted from released values where the samordnare has written nothing', () => {
		const sexes = releasedTable('S2-socialtjanst', {
			columns: [
				['18_25', '18–25 år'],
				['summa', 'Summa']
			],
			rows: [
				['kvinna', 'Kvinna/flicka', 13, 16],
				['man', 'Man/pojke', '..', '..'],
				['summa', 'Summa', '..', 20]
			]
		});
		const { council } = buildLagesbild(lagesbildInput([children, sexes]));
		expect(council.genderEquality[0]).toBe(
			'Könsfördelningen bland vuxna som socialtjänsten känner till: kvinna/flicka 16, man/pojke visas inte.'
		);
		expect(council.bestInterestsOfChild[0]).toMatch(/^Polisen \(1 av 1 enhet\) kände till 0 barn och elever/);
	});

	it('keeps what the samordnare has written', () => {
		const texts = {
			...emptyTexts,
			council: { ...emptyTexts.council, genderEquality: 'Ett stycke.\n\nEtt till.' }
		};
		expect(buildLagesbild(lagesbildInput([], { texts })).council.genderEquality).toEqual([
			'Ett stycke.',
			'Ett till.'
		]);
	});
});
