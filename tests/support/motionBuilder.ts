import type { Clause, Motion } from '#lib/lagesbild/uppdrag/motion.ts';
import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

export function clauseOf(changes: Partial<Clause> = {}): Clause {
	const place = changes.place ?? 1;
	return {
		clauseId: `40000000-0000-4000-8000-00000000000${String(place)}`,
		place,
		wording: 'att något görs',
		proposedAnswer: null,
		reason: '',
		legalBasis: null,
		rounds: [],
		findings: [],
		measures: [],
		watch: null,
		outcome: null,
		...changes
	};
}

/** A motion of one att-sats that Astrid Holm moved on 1 March 2026. */
export function motionOf(changes: Partial<Motion> = {}): Motion {
	return {
		motionId: '50000000-0000-4000-8000-000000000001',
		title: 'Stärk stödet',
		receivedOn: calendarDate('2026-03-01'),
		movers: [{ name: 'Astrid Holm', party: 'SL' }],
		diarienummer: ['KS 2026/0142'],
		clauses: [clauseOf()],
		reportedOn: null,
		decision: null,
		...changes
	};
}

/** The texts of an answer that nobody has begun to write. */
export function emptyMotionTexts(changes: Partial<MotionTexts> = {}): MotionTexts {
	return {
		date: '',
		administrations: ['Kommunkontoret'],
		summary: '',
		matter: '',
		goals: '',
		codetermination: '',
		basis: [],
		council: {
			diarienummer: [],
			officer: 'Prov Provsson',
			recipient: 'Kommunstyrelsen',
			heading: 'Svar på motion: Stärk stödet',
			proposals: [{ body: 'Kommunfullmäktige', points: [] }],
			background: '',
			consultation: '',
			bestInterestsOfChild: '',
			genderEquality: '',
			economy: '',
			signatures: [],
			sentTo: []
		},
		...changes
	};
}
