import type { Answers } from '#lib/instruments/instrument.ts';
import { policeAnswers } from './policeAnswers.ts';

/**
 * Fourteen adults, nearly all cells of whose breakdown are 1 or 2: while zeros are always shown, hiding cells does not
 * protect it.
 */
export function adultsInSmallCells(): Answers {
	return policeAnswers({
		P7: { vuxna: { antal: 14 }, barn: { status: 'vet_ej' } },
		P8: {
			kvinna: ages([0, 0, 1, 1, 1, 0]),
			man: ages([0, 0, 1, 1, 0, 1]),
			annan_konsidentitet: ages([0, 0, 0, 3, 0, 0]),
			okant: ages([0, 0, 1, 1, 2, 1])
		}
	});
}

/** One adult and no child: the zero is shown, and nothing of the one. */
export function oneAdult(): Answers {
	return policeAnswers({ P7: { vuxna: { antal: 1 }, barn: { status: 'noll' } } });
}

const ageClasses = ['under_15', '15_17', '18_25', '26_39', '40_eller_aldre', 'okand'];

function ages(persons: readonly number[]): Record<string, number> {
	return Object.fromEntries(ageClasses.map((age, place) => [age, persons[place] ?? 0]));
}
