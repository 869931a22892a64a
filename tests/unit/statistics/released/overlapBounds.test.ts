import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { overlapBounds, type PersonBounds } from '#lib/statistics/released/overlapBounds.ts';
import { shareAnswers } from '#lib/statistics/released/overlapSystem.ts';
import type { OverlapSystem, SectorKnowledge, ShareAnswer } from '#lib/statistics/released/overlapSystem.ts';
import { distinctIn, enumeratedRange, knownPersons, systemOf } from '../../../support/knownPersons.ts';

const solver = await loadHighsSolver();

function shares(given: Partial<Record<ShareAnswer, number>>): Record<ShareAnswer, number> {
	return { alla: 0, de_flesta: 0, ungefar_halften: 0, nagra: 0, ingen: 0, okand: 0, ...given };
}

/** A sector of one unit that knows of so many adults. */
function single(sector: Sector, adults: number, answer: ShareAnswer): SectorKnowledge {
	return {
		sector,
		numbers: { vuxna: { sum: adults, least: adults, largest: adults } },
		shares: shares({ [answer]: 1 }),
		isComplete: true
	};
}

/** Nobody else knows of anyone, and all of them have said so. */
const silent = single('civilsamhalle', 0, 'okand');

function boundsIn(sectors: readonly SectorKnowledge[], totals: OverlapSystem['totals'] = {}) {
	const found = overlapBounds({ sectors, totals }, solver);
	return found?.groups.find(({ group }) => group === 'vuxna') ?? found?.outcome;
}

/** The interval as "least–most", and what it is if all are counted where that is another. */
function adultsIn(
	sectors: readonly SectorKnowledge[],
	totals: OverlapSystem['totals'] = {}
): string | undefined {
	const found = boundsIn(sectors, totals);
	if (found === undefined || typeof found === 'string') return found;
	const text = (ends: PersonBounds | null) => (ends ? `${ends.least}–${ends.most ?? '?'}` : 'ingen');
	const [own, counted] = [text(found), text(found.ifAllCounted)];
	return own === counted ? own : `${own}, räknade alla ${counted}`;
}

describe('how many distinct persons there can be', () => {
	it('is the sum when each sector says that nobody else knows of its persons', () => {
		expect(adultsIn([single('polis', 9, 'ingen'), single('socialtjanst', 23, 'ingen')])).toBe('32–32');
	});

	it('is the larger number when all of the smaller are known to the other', () => {
		expect(adultsIn([single('polis', 9, 'alla'), single('socialtjanst', 23, 'nagra'), silent])).toBe('23–23');
	});

	it('lets a share in words leave as much open as the words do', () => {
		// Of 9 at least half, 5, and at most all 9 are among the 23; of those 23 at most half, 11.
		expect(adultsIn([single('polis', 9, 'de_flesta'), single('socialtjanst', 23, 'nagra'), silent])).toBe(
			'23–27'
		);
	});

	it('does not lower the most where units of the other sector have not told: the persons may be known to these', () => {
		expect(
			adultsIn([
				single('polis', 9, 'alla'),
				{ ...single('socialtjanst', 23, 'nagra'), isComplete: false },
				silent
			])
		).toBe('23–32, räknade alla 23–23');
	});

	it('takes the words of each unit by its own persons, whose numbers are not shown one by one', () => {
		const units: SectorKnowledge = {
			sector: 'socialtjanst',
			numbers: { vuxna: { sum: 30, least: 20, largest: 20 } },
			shares: shares({ ingen: 1, okand: 1 }),
			isComplete: true
		};
		// The unit that says none has 10 or 20 persons, or some number between: at least 10 are apart from the police’s 25.
		expect(adultsIn([single('polis', 25, 'okand'), units])).toBe('35–55');
	});

	it('has no most where a number behind it is hidden, and has one where their sum is shown', () => {
		const hidden: SectorKnowledge = {
			sector: 'civilsamhalle',
			numbers: { vuxna: { least: 0 } },
			isComplete: true
		};
		// At most half of the police’s 9 are known to others, so 5 are not among the 23.
		const others = [single('polis', 9, 'nagra'), single('socialtjanst', 23, 'okand')];
		expect(adultsIn([...others, hidden])).toBe('28–?');
		expect(adultsIn([...others, hidden], { vuxna: 40 })).toBe('28–40');
	});

	it('is not told when the answers cannot all be true', () => {
		const answers = [single('polis', 9, 'alla'), single('socialtjanst', 23, 'ingen'), silent];
		expect(adultsIn(answers)).toBe('contradictory');
	});

	it('is nothing new where no unit has told of overlap', () => {
		expect(adultsIn([single('polis', 9, 'okand'), single('socialtjanst', 23, 'okand')])).toBeUndefined();
	});
});

describe('the interval of distinct persons, whatever the municipality', () => {
	it('holds the true number when every unit has told the truth', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(knownPersons, (world) => {
				const found = overlapBounds(systemOf(world), solver);
				for (const { group, least, most } of found?.groups ?? []) {
					const persons = distinctIn(world, group);
					expect(least).toBeLessThanOrEqual(persons);
					expect(most ?? persons).toBeGreaterThanOrEqual(persons);
				}
				expect(found?.outcome).not.toBe('contradictory');
			}),
			{ numRuns: 50 }
		);
	});

	it('is no wider than the numbers that agree, found by trying them all', { timeout: 60_000 }, () => {
		const knowledge = (sector: Sector) =>
			fc
				.record({
					adults: fc.nat({ max: 4 }),
					answer: fc.constantFrom(...shareAnswers),
					isComplete: fc.boolean()
				})
				.map(({ adults, answer, isComplete }) => ({ ...single(sector, adults, answer), isComplete }));
		fc.assert(
			fc.property(
				fc.tuple(knowledge('polis'), knowledge('socialtjanst'), knowledge('civilsamhalle')),
				(sectors) => {
					const system = { sectors, totals: {} };
					const found = overlapBounds(system, solver);
					const tried = enumeratedRange(system);
					// Half of one person agrees with no number, but the program need not find that out.
					if (!found || !tried) return;
					expect(found.groups.map(({ least, most }) => ({ least, most }))).toEqual([tried]);
				}
			),
			{ numRuns: 50 }
		);
	});
});
