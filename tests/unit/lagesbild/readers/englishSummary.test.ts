import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import {
	changeColumns,
	frameColumns,
	lagesbildInput,
	releasedTable
} from '../../../support/lagesbildInput.ts';

const adults = releasedTable('kannedom-vuxna', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 1015, [1015, 1015]],
		['socialtjanst', 'Socialtjänsten', 6, 9, 33, [11, 33]],
		['civilsamhalle', 'Civilsamhället', 8, 11, '..', '..'],
		['alla', 'Alla sektorer', 15, 21, 1112, [1015, 1112]]
	]
});

const buyers = releasedTable('kannedom-kopare', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, '..', '..'],
		['socialtjanst', 'Socialtjänsten', 6, 9, '..', '..'],
		['alla', 'Alla sektorer', 7, 10, '..', '..']
	]
});

function english(...tables: Parameters<typeof lagesbildInput>[0]) {
	return buildLagesbild(lagesbildInput(tables)).readers?.english.sentences;
}

const answered =
	'Who answered: 27 of the 35 units that were asked (the police 1 of 1, social services 6 of 9, schools 12 of 14 and civil society 8 of 11).';

describe('the English summary', () => {
	it('says what the Swedish one says, of released values only', () => {
		const change = releasedTable('utveckling-vuxna', {
			columns: changeColumns,
			rows: [['socialtjanst', 'Socialtjänsten', 5, 12, 41, 'Går att jämföra']]
		});
		const trafficked = releasedTable('P11-polis', {
			columns: frameColumns,
			rows: [['P11.sexuella.vuxna', 'Sexuella ändamål', '', '', 6, [6, 6]]]
		});
		expect(english(adults, buyers, change, trafficked)).toEqual([
			answered,
			'Adults who have received payment for sex: known to the police 1,015 and social services 11–33. The number known to civil society is not shown. Together that is at least 1,015 and at most 1,112 people.',
			'People who have bought sex: no number can be shown. The number known to the police and social services is not shown. The number for all of them together is not shown.',
			'Adults thought to be victims of trafficking for sexual purposes: known to the police 6.',
			'Change: in social services, the units that gave a number both times counted 12 in 2025 and 41 in 2026 (adults who have received payment for sex). The difference is larger than chance alone would give; more may have been found because more were asked.'
		]);
	});

	it('calls nothing a change that chance can give, and says when nothing can be compared', () => {
		const chance = releasedTable('utveckling-vuxna', {
			columns: changeColumns,
			rows: [['socialtjanst', 'Socialtjänsten', 5, 12, 14, 'Går att jämföra']]
		});
		expect(english(chance)).toEqual([
			answered,
			'Change: no difference from last time is larger than chance could give.'
		]);
		expect(english()).toEqual([answered, 'Change: no number can be compared with an earlier round.']);
	});
});
