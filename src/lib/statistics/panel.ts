import type { Variable } from '#lib/instruments/instrument.ts';
import { breakBetween } from '#lib/instruments/comparability/breakBetween.ts';
import { comparedQuestionnaire, unitValues, variablesOf } from './unitAnswers.ts';
import type { SectorRound, UnitValues } from './unitAnswers.ts';

/** Two rounds' numbers of one variable, side by side, or why they must not be put side by side. */
export type Comparison =
	| {
			readonly comparable: true;
			readonly previous: SectorRound;
			readonly variable: Variable;
			readonly previousValues: UnitValues;
			/** Units that gave a number (or "noll") in both rounds. */
			readonly units: ReadonlySet<string>;
	  }
	| { readonly comparable: false; readonly why: string };

/** Only a question whose series holds, and only units that answered both times, may be compared (§ 2.10.3). */
export function compareWithPrevious(
	values: UnitValues,
	variable: Variable,
	{ current, previous }: { readonly current: SectorRound; readonly previous: SectorRound | undefined }
): Comparison {
	if (!previous) return { comparable: false, why: 'sektorn var inte med i omgången före' };
	const earlier = variablesOf(previous).find((candidate) => candidate.code === variable.code);
	if (!earlier) return { comparable: false, why: `frågan ställdes inte ${previous.year}` };
	const broken = breakBetween(variable, {
		earlier: comparedQuestionnaire(previous),
		later: comparedQuestionnaire(current)
	});
	if (broken) return { comparable: false, why: broken.reason };
	const previousValues = unitValues(previous, earlier);
	const units = new Set([...values.keys()].filter((unit) => previousValues.has(unit)));
	if (units.size === 0) return { comparable: false, why: 'ingen enhet angav antal båda åren' };
	return { comparable: true, previous, variable: earlier, previousValues, units };
}
