import fc from 'fast-check';
import type { Sector } from '#lib/organisations/sector.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { shareRanges } from '#lib/statistics/released/overlapBounds.ts';
import { knownAlsoBy, overlapGroups, shareAnswers } from '#lib/statistics/released/overlapSystem.ts';
import type {
	OverlapGroup,
	OverlapSystem,
	SectorKnowledge,
	ShareAnswer
} from '#lib/statistics/released/overlapSystem.ts';

interface Unit {
	readonly sector: Sector;
	readonly hasAnswered: boolean;
	/** Which of the answers that would be true it gives. */
	readonly choice: number;
}

interface Person {
	readonly group: OverlapGroup;
	/** The places of the units that know of the person. */
	readonly knownBy: readonly number[];
}

/** A municipality seen from above: every person, and which units know of whom. */
export interface KnownPersons {
	readonly units: readonly Unit[];
	readonly persons: readonly Person[];
	/** Sectors whose sum, or whose largest unit, is not shown. */
	readonly hiddenSums: readonly Sector[];
	readonly hiddenLargest: readonly Sector[];
}

export const knownPersons: fc.Arbitrary<KnownPersons> = fc
	.array(
		fc.record({
			sector: fc.constantFrom(...sectors),
			hasAnswered: fc.boolean(),
			choice: fc.nat({ max: 5 })
		}),
		{ minLength: 2, maxLength: 6 }
	)
	.chain((units) =>
		fc.record({
			units: fc.constant(units),
			persons: fc.array(
				fc.record({
					group: fc.constantFrom(...overlapGroups),
					knownBy: fc.subarray([...units.keys()], { minLength: 1 })
				}),
				{ maxLength: 9 }
			),
			hiddenSums: fc.subarray([...sectors], { maxLength: 1 }),
			hiddenLargest: fc.subarray([...sectors])
		})
	);

/** How many persons the answering units of the sectors know of. */
export function distinctIn({ units, persons }: KnownPersons, group: OverlapGroup): number {
	return persons.filter(
		(person) => person.group === group && person.knownBy.some((place) => units[place]?.hasAnswered)
	).length;
}

function personsOf({ persons }: KnownPersons, place: number): Person[] {
	return persons.filter(({ knownBy }) => knownBy.includes(place));
}

function answerOf(world: KnownPersons, place: number): ShareAnswer {
	const { units } = world;
	const { sector, choice } = units[place]!;
	const own = personsOf(world, place);
	const shared = own.filter(({ knownBy }) =>
		knownBy.some((other) => knownAlsoBy[sector].includes(units[other]!.sector))
	);
	const truthful = shareAnswers.filter(
		(answer) =>
			shared.length >= shareRanges[answer].least * own.length - 1e-9 &&
			shared.length <= shareRanges[answer].most * own.length + 1e-9
	);
	return truthful[choice % truthful.length]!;
}

/** What the released tables would tell of it. */
export function systemOf(world: KnownPersons): OverlapSystem {
	const { units, hiddenSums } = world;
	const present = sectors.filter((sector) =>
		units.some((unit) => unit.sector === sector && unit.hasAnswered)
	);
	return {
		sectors: present.map((sector) => knowledgeOf(world, sector)),
		totals: Object.fromEntries(
			overlapGroups
				.filter(() => hiddenSums.length === 0)
				.map((group) => [
					group,
					present
						.flatMap((sector) => numbersOf(world, sector, group))
						.reduce((sum, number) => sum + number, 0)
				])
		)
	};
}

function answeringUnits({ units }: KnownPersons, sector: Sector): number[] {
	return [...units.keys()].filter((place) => units[place]!.sector === sector && units[place]!.hasAnswered);
}

function numbersOf(world: KnownPersons, sector: Sector, group: OverlapGroup): number[] {
	return answeringUnits(world, sector).map(
		(place) => personsOf(world, place).filter((person) => person.group === group).length
	);
}

function knowledgeOf(world: KnownPersons, sector: Sector): SectorKnowledge {
	const answering = answeringUnits(world, sector);
	const asked = answering.filter((place) => personsOf(world, place).length > 0);
	const answers = asked.map((place) => answerOf(world, place));
	const numbers = overlapGroups.map((group) => {
		const stated = numbersOf(world, sector, group);
		const sum = stated.reduce((total, number) => total + number, 0);
		const largest = Math.max(...stated);
		const isSumHidden = world.hiddenSums.includes(sector);
		const isLargestHidden = world.hiddenLargest.includes(sector);
		return [
			group,
			{
				...(isSumHidden ? {} : { sum }),
				...(isLargestHidden ? {} : { largest }),
				least: isLargestHidden ? (isSumHidden ? 0 : Math.ceil(sum / stated.length)) : largest
			}
		];
	});
	return {
		sector,
		numbers: Object.fromEntries(numbers) as SectorKnowledge['numbers'],
		shares: Object.fromEntries(
			shareAnswers.map((answer) => [answer, answers.filter((one) => one === answer).length])
		) as Record<ShareAnswer, number>,
		isComplete: world.units.every((unit) => unit.sector !== sector || unit.hasAnswered)
	};
}

/**
 * The least and the most persons there can be when each sector has one unit, by trying every number of persons for every
 * set of sectors. Undefined when none agrees with what they say.
 */
export function enumeratedRange({
	sectors: known
}: OverlapSystem): { least: number; most: number } | undefined {
	const sets = known.reduce<Sector[][]>(
		(found, { sector }) => [...found, ...found.map((set) => [...set, sector])],
		[[]]
	);
	const room = new Map(known.map(({ sector, numbers }) => [sector, numbers.vuxna?.sum ?? 0]));
	let range: { least: number; most: number } | undefined;
	const place = (rest: readonly Sector[][], counts: ReadonlyMap<Sector[], number>): void => {
		const [set, ...others] = rest;
		if (!set) {
			if (known.every((knowledge) => agrees(knowledge, counts, known))) {
				const persons = [...counts.values()].reduce((sum, number) => sum + number, 0);
				range = {
					least: Math.min(range?.least ?? persons, persons),
					most: Math.max(range?.most ?? persons, persons)
				};
			}
			return;
		}
		const free = Math.min(
			...set.map((sector) => {
				const taken = [...counts].filter(([known]) => known.includes(sector));
				return (room.get(sector) ?? 0) - taken.reduce((sum, [, number]) => sum + number, 0);
			})
		);
		for (let number = 0; number <= free; number++) place(others, new Map([...counts, [set, number]]));
	};
	place(
		sets.filter((set) => set.length > 0),
		new Map()
	);
	return range;
}

function agrees(
	{ sector, numbers, shares }: SectorKnowledge,
	counts: ReadonlyMap<Sector[], number>,
	known: readonly SectorKnowledge[]
): boolean {
	const own = [...counts].filter(([set]) => set.includes(sector));
	const persons = own.reduce((sum, [, number]) => sum + number, 0);
	const shared = own
		.filter(([set]) => set.some((other) => knownAlsoBy[sector].includes(other)))
		.reduce((sum, [, number]) => sum + number, 0);
	const answer = shareAnswers.find((one) => (shares?.[one] ?? 0) > 0) ?? 'okand';
	const isCounted = knownAlsoBy[sector].every((other) =>
		known.some((one) => one.sector === other && one.isComplete)
	);
	const { least, most } = shareRanges[answer];
	return (
		persons === numbers.vuxna?.sum &&
		shared <= most * persons + 1e-9 &&
		(!isCounted || shared >= least * persons - 1e-9)
	);
}
