import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { addBreakdownTables } from './breakdownTables.ts';
import { addCountTables } from './countTables.ts';
import { addFactTables } from './factTables.ts';
import { addFrameTables } from './frameTables.ts';
import { addOpinionTables } from './opinionTables.ts';
import { addAttritionTable } from './attritionTable.ts';
import { addResponseByKind } from './responseByKind.ts';
import { addResponseTable } from './responseTable.ts';
import { addShareTables } from './shareTables.ts';
import type { StatisticsInput } from './statisticsInput.ts';
import { startTableSet } from './tableSet.ts';
import { addThemeTables } from './themeTables.ts';
import { sectorRounds } from './unitAnswers.ts';
import type { SectorRound, SectorRounds } from './unitAnswers.ts';

/**
 * All tables of a report in one pass, as one system of numbers: what is shown and what could be computed from it.
 *
 * @throws {Error} when the answers contradict themselves, which is a fault of the program
 */
export function buildIndicatorTables(input: StatisticsInput): IndicatorTableSet {
	const set = startTableSet();
	const {
		restraints = new Map(),
		hidesZeros = false,
		isPublished = () => false,
		fewestOrganisations
	} = input;
	const told = {
		restraints,
		hidesZeros,
		isPublished,
		...(fewestOrganisations === undefined ? {} : { fewestOrganisations })
	};
	const inReportOrder = sectorRounds(input, input.threshold, told).toSorted(
		(one, other) => sectors.indexOf(one.answers.sector) - sectors.indexOf(other.answers.sector)
	);
	const previous = input.previous ? sectorRounds(input.previous, input.threshold) : [];
	const beforePrevious = input.previous?.previous
		? sectorRounds(input.previous.previous, input.threshold)
		: [];
	addResponseTable(set, inReportOrder);
	addResponseByKind(set, inReportOrder, input.opinionLimits);
	const counted = inReportOrder.map((current) => {
		const ofSector = (round: SectorRound) => round.answers.sector === current.answers.sector;
		const rounds: SectorRounds = {
			current,
			previous: previous.find(ofSector),
			beforePrevious: beforePrevious.find(ofSector),
			previousYear: input.previous?.year
		};
		return { rounds, keysByCode: addCountTables(set, rounds) };
	});
	const compared = counted.map(({ rounds }) => rounds);
	addAttritionTable(set, compared);
	addFrameTables(set, counted, input.mergedSectors);
	for (const { rounds, keysByCode } of counted) addBreakdownTables(set, rounds.current, keysByCode);
	addFactTables(set, inReportOrder);
	addShareTables(set, compared);
	addOpinionTables(set, inReportOrder, input.opinionLimits);
	addThemeTables(set, input);
	return set.finish();
}
