import type { Answers } from '#lib/instruments/instrument.ts';

/** The least that the police can send: what is required, and one free text and one opinion. */
export function policeAnswers(changes: Answers = {}): Answers {
	const rows = ['sexuella', 'arbete', 'tiggeri', 'kriminalitet', 'tvangsaktenskap', 'annat', 'okant'];
	return {
		A1: 'lokalpolisomrade',
		A2: 'bara_kommunen',
		P3_antal: 14,
		P7: { vuxna: { antal: 9 }, barn: { status: 'noll' } },
		P11: Object.fromEntries(rows.map((row) => [row, { vuxna_status: 'vet_ej', barn_status: 'noll' }])),
		P21_motivera: 'Hemlig fritext från polisen åäö',
		Z6: ['beroende', 'skulder'].filter((value) => value === 'beroende'),
		A6: 'ja',
		...changes
	};
}
