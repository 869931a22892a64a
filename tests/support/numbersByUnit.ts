import type { Variable } from '#lib/instruments/instrument.ts';
import { noNumber, unitValues, type SectorRound } from '#lib/statistics/unitAnswers.ts';

/** Unit's name in hex → its number of a count. Units that gave no number are not in the map; "noll" is the number 0. */
export function numbersByUnit(round: SectorRound, count: Variable): Map<string, number> {
	const { names, count: units } = round.answers.units;
	const bytes = names.length / units;
	const named = [...unitValues(round, count)].map((value, unit): [string, number] => [
		Buffer.from(names.subarray(unit * bytes, (unit + 1) * bytes)).toString('hex'),
		value
	]);
	return new Map(named.filter(([, value]) => value !== noNumber));
}
