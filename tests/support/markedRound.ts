import { demonstrationRound } from './demonstrationRounds.ts';
import type { RoundRows, SectorRows } from './unitRows.ts';

/** A prime of five figures: its multiples are met nowhere by chance. */
export const mark = 10_007;

function marked(answers: SectorRows): SectorRows {
	const { instrument } = answers;
	const isCount = instrument.variables.map(({ person }) => person);
	const threshold = Number(instrument.parameters['troskel']);
	return {
		...answers,
		instrument: { ...instrument, parameters: { ...instrument.parameters, troskel: threshold * mark } },
		units: answers.units.map((unit) => ({
			...unit,
			row: unit.row.map((value, place) =>
				isCount[place] && value !== null && value > 0 ? value * mark : value
			)
		}))
	};
}

/**
 * A round of the demonstration in which every number of persons is a multiple of the mark, and so is the
 * threshold: what is hidden and why is as before, but a hidden number can be searched for in anything that is put out.
 */
export function markedRound(year: number): RoundRows & { readonly threshold: number } {
	const { sectors, ...round } = demonstrationRound('sjovalla', year);
	return { ...round, sectors: sectors.map(marked), threshold: 5 * mark };
}
