import type { Answers } from '#lib/instruments/instrument.ts';
import { policeAnswers } from './policeAnswers.ts';

const unknown = { vuxna_status: 'vet_ej', barn_status: 'noll' };

/**
 * A police area's answers with few persons beside many, so that some of the many are hidden for the sake of the few. The
 * many are numbers of four figures that are met nowhere by chance. `twin` differs from `marked` in hidden numbers alone:
 * in how large they are, in which of two is the larger, and in what was thought.
 */
export function markedPoliceAnswers(variant: 'marked' | 'twin'): Answers {
	const more = variant === 'twin' ? 1 : 0;
	return policeAnswers({
		P3_antal: variant === 'twin' ? 9413 : 9419,
		P4: {
			'18_24': { kvinna: 2 + more, man: 3137 - more },
			'25_39': { kvinna: 3 - more, man: 4201 + more },
			'40_59': { man: 2063 }
		},
		P7: { vuxna: { antal: variant === 'twin' ? 9721 : 8623 }, barn: { antal: 617 } },
		P8: {
			kvinna: { '15_17': 2 + more, '18_25': 5323, '26_39': 1609 - more },
			man: { '15_17': 3 - more, '18_25': 541, '26_39': 823 + more }
		},
		P11: {
			sexuella: { vuxna_antal: 2 + more, barn_antal: 3 - more },
			arbete: { vuxna_antal: 1847, barn_status: 'noll' },
			tiggeri: { vuxna_antal: 3 - more, barn_antal: 1 + more },
			kriminalitet: unknown,
			tvangsaktenskap: unknown,
			annat: unknown,
			okant: unknown
		},
		Z6: variant === 'twin' ? ['hemloshet', 'ekonomisk_utsatthet'] : ['beroende']
	});
}
