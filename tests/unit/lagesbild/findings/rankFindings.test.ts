import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weight } from '#lib/lagesbild/findings/finding.ts';
import { priorityScore, rankFindings } from '#lib/lagesbild/findings/rankFindings.ts';
import { finding } from '../../../support/findingBuilder.ts';

const weighed = (id: string, ...[severity, extent, influence]: readonly [Weight, Weight, Weight]) =>
	finding(id, { priority: { severity, extent, influence, reasons: '' } });

describe('the priority of findings', () => {
	it('is severity times extent times possibility to influence, and none while one is not judged', () => {
		expect(priorityScore({ severity: 4, extent: 2, influence: 3, reasons: '' })).toBe(24);
		expect(priorityScore({ severity: 4, extent: null, influence: 3, reasons: '' })).toBe(null);
	});

	it('puts the most urgent first, lets equals share a rank in the order they were written, and those not judged last', () => {
		const findings = [
			weighed('liten', 1, 1, 1),
			weighed('obedömd', 4, 4, null),
			weighed('först skriven', 2, 2, 3),
			weighed('sedan skriven', 3, 4, 1),
			weighed('störst', 4, 4, 4)
		];
		expect(rankFindings(findings).map(({ finding: { findingId }, rank }) => [findingId, rank])).toEqual([
			['störst', 1],
			['först skriven', 2],
			['sedan skriven', 2],
			['liten', 4],
			['obedömd', null]
		]);
	});

	it('loses no finding, and never puts a lower score before a higher', () => {
		const weight = fc.constantFrom(1, 2, 3, 4, null);
		fc.assert(
			fc.property(fc.array(fc.tuple(weight, weight, weight)), (all) => {
				const findings = all.map((factors, place) => weighed(String(place), ...factors));
				const ranked = rankFindings(findings);
				expect(new Set(ranked.map((each) => each.finding))).toEqual(new Set(findings));
				const scores = ranked.map(({ score }) => score ?? 0);
				expect(scores).toEqual(scores.toSorted((one, other) => other - one));
			})
		);
	});
});
