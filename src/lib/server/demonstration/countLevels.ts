import type { CountStatus } from '#lib/instruments/countStatus.ts';

/**
 * How many a unit of weight 1 knows of in a year, by the count's code; `total` levels do not grow with the unit's
 * weight. Invented, of the size that the published studies named in the domain notes report for a mid-sized kommun.
 */
export const countLevel: Readonly<Record<string, number>> = {
	A3: 12,
	A4: 260,
	'P1.kop_av_sexuell_handling': 31,
	'P1.utnyttjande_av_barn': 6,
	'P1.koppleri': 2,
	'P1.manniskohandel_sexuella': 1.5,
	'P1.manniskohandel_andra': 0.7,
	'P1.manniskoexploatering': 1.2,
	'P1.grooming': 22,
	P3: 24,
	P5: 6,
	'P7.vuxna': 19,
	'P7.barn': 6,
	'P11.sexuella.vuxna': 5,
	'P11.sexuella.barn': 0.8,
	'P11.arbete.vuxna': 4,
	'P11.tiggeri.vuxna': 1.5,
	'P11.kriminalitet.barn': 1.2,
	P17: 58,
	P22: 4,
	S1: 7,
	S5: 3,
	'S6.sexuella': 1.6,
	'S6.arbete': 0.8,
	'S6.tiggeri': 0.3,
	'S6.kriminalitet': 0.5,
	S7: 2,
	S8: 2.5,
	S9: 3.5,
	S11: 5,
	S14: 0.9,
	S23: 2.2,
	K2: 2.2,
	K5: 1.6,
	'C1.direkt_utsatta_vuxna': 9,
	'C1.direkt_utsatta_barn': 1.6,
	'C1.medfoljande': 2.4,
	C3: 70,
	'C4.sexuella': 2.1,
	'C4.arbete': 1.3,
	'C4.tiggeri': 0.6,
	C14: 3.4,
	C16: 0.7
};

/** Z2: employees trained. */
export const trainingLevel = 2.5;

/** Counts of the unit itself, which do not depend on how many exposed persons it meets. */
export const ownCounts: ReadonlySet<string> = new Set(['A3', 'A4', 'P5', 'P22']);

/** Adults are no matter for a unit that works with children only, and the other way round. */
export const notConcerned: Readonly<Record<string, readonly string[]>> = {
	mottagning_barn_unga: ['S1', 'S5', 'S7', 'S8'],
	utredning_barn_unga: ['S1', 'S5', 'S7', 'S8'],
	ungdomsmottagning: ['S7'],
	vuxen_beroende: ['S9', 'S11', 'S14'],
	boende_hemloshet: ['S9', 'S11', 'S14'],
	ekonomiskt_bistand: ['S9', 'S11', 'S14'],
	barnratt: ['C14']
};

/** What units answer when they give no number, with weights. */
export const otherStatuses: readonly (readonly [CountStatus, number])[] = [
	['vet_ej', 5],
	['kan_inte_lamnas_ut', 3],
	['fragar_inte', 2]
];

/** What bends a year: a large case, and a unit that began to register. Year of the round, unit, count → number. */
export const specialCounts: Readonly<Record<string, number>> = {
	'2025/Boendeenheten/S6.arbete': 37,
	'2026/Vuxenenheten/S1': 29
};

/** The answers that tell why, so that a reader is not misled by the year that bends. */
export const specialAnswers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	'2025/Boendeenheten': {
		S26: {
			vuxna: 'oforandrat',
			barn: 'gar_inte_att_bedoma',
			natet: 'gar_inte_att_bedoma',
			manniskohandel: 'tydlig_okning',
			kopare: 'gar_inte_att_bedoma'
		},
		S26_orsak_manniskohandel: ['enstaka_stort_arende']
	},
	'2026/Vuxenenheten': {
		A8: 'ja',
		A9: 'ja',
		A9_beskriv: 'Vi började fråga alla nya klienter och registrera svaret i verksamhetssystemet.',
		S26: {
			vuxna: 'tydlig_okning',
			barn: 'gar_inte_att_bedoma',
			natet: 'viss_okning',
			manniskohandel: 'oforandrat',
			kopare: 'oforandrat'
		},
		S26_orsak_vuxna: ['andrad_registrering', 'arbetat_mer_eller_mindre'],
		S26_orsak_natet: ['personalens_kunskap']
	}
};
