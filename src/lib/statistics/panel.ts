import type { Variable } from '#lib/instruments/instrument.ts';
import { breakBetween } from '#lib/instruments/comparability/breakBetween.ts';
import { duringPeriod } from '#lib/rounds/roundName.ts';
import { seriesBreakWord } from '#lib/instruments/comparability/seriesBreak.ts';
import { comparedQuestionnaire, noNumber, unitValues, variablesOf } from './unitAnswers.ts';
import type { SectorRound, UnitSet, UnitValues } from './unitAnswers.ts';

/** Two rounds' numbers of one variable, side by side, or why they must not be put side by side. */
export type Comparison =
	| {
			readonly comparable: true;
			readonly previous: SectorRound;
			readonly variable: Variable;
			readonly previousValues: UnitValues;
			/** Units that gave a number (or "noll") in both rounds: how many, and which they are in each. */
			readonly size: number;
			readonly units: UnitSet;
			readonly previousUnits: UnitSet;
	  }
	| { readonly comparable: false; readonly why: string };

/** Why a question's series does not go on from the round before; undefined where it does, or there is none. */
export function brokenSeries(
	variable: Variable,
	{ current, previous }: { readonly current: SectorRound; readonly previous?: SectorRound | undefined }
): string | undefined {
	if (!previous) return undefined;
	const broken = breakBetween(variable, {
		earlier: comparedQuestionnaire(previous),
		later: comparedQuestionnaire(current)
	});
	return broken ? `${seriesBreakWord}, ${broken.reason}` : undefined;
}

/** Only a question whose series holds, and only units that answered both times, may be compared (§ 2.10.3). */
export function compareWithPrevious(
	values: UnitValues,
	variable: Variable,
	{ current, previous }: { readonly current: SectorRound; readonly previous: SectorRound | undefined }
): Comparison {
	if (!previous) return { comparable: false, why: 'sektorn var inte med i omgången före' };
	const earlier = variablesOf(previous).find((candidate) => candidate.code === variable.code);
	if (!earlier) return { comparable: false, why: `frågan ställdes inte ${duringPeriod(previous.year)}` };
	const broken = brokenSeries(variable, { current, previous });
	if (broken !== undefined) return { comparable: false, why: broken };
	const previousValues = unitValues(previous, earlier);
	const both = unitsInBoth(values, previousValues, current.answers.units.placesIn(previous.answers.units));
	if (both.size === 0) return { comparable: false, why: 'ingen enhet angav antal båda gångerna' };
	return { comparable: true, previous, variable: earlier, previousValues, ...both };
}

/** @param places each unit's place in the round before, −1 where it is not there */
function unitsInBoth(
	values: UnitValues,
	previousValues: UnitValues,
	places: Int32Array
): { readonly size: number; readonly units: UnitSet; readonly previousUnits: UnitSet } {
	const units = new Uint8Array(values.length);
	const previousUnits = new Uint8Array(previousValues.length);
	let size = 0;
	for (let unit = 0; unit < values.length; unit++) {
		const earlier = places[unit] ?? -1;
		if (earlier === -1 || values[unit] === noNumber || previousValues[earlier] === noNumber) continue;
		units[unit] = 1;
		previousUnits[earlier] = 1;
		size += 1;
	}
	return { size, units, previousUnits };
}
