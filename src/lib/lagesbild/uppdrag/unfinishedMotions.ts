import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { moverText, type Motion } from './motion.ts';
import { motionClock, type MotionClock } from './motionClock.ts';
import { timeLeftText } from './motionClockText.ts';

export interface UnfinishedMotion {
	readonly motion: Motion;
	readonly clock: MotionClock;
	/** "2 av 4 att-satser har ett föreslaget svar" */
	readonly preparation: string;
}

function preparationText({ clauses, reportedOn }: Motion): string {
	const answered = clauses.filter(({ proposedAnswer }) => proposedAnswer !== null).length;
	const all = clauses.length;
	const answers =
		answered === all && all > 0
			? 'Alla att-satser har ett föreslaget svar'
			: `${String(answered)} av ${String(all)} att-satser har ett föreslaget svar`;
	return reportedOn ? `${answers}. Redovisad för fullmäktige ${reportedOn}` : answers;
}

/** The motions that fullmäktige has not decided on, the oldest first: the list that fullmäktige asks for. */
export function unfinishedMotions(motions: readonly Motion[], today: CalendarDate): UnfinishedMotion[] {
	return motions
		.filter(({ decision }) => decision === null)
		.sort((one, other) => one.receivedOn.localeCompare(other.receivedOn))
		.map((motion) => ({
			motion,
			clock: motionClock(motion, today),
			preparation: preparationText(motion)
		}));
}

/** One definition of the list's columns, for page and files. */
export const unfinishedColumns = [
	'Motion',
	'Motionärer',
	'Diarienummer',
	'Väckt',
	'Ett år',
	'Tid kvar',
	'Beredning'
] as const;

export function unfinishedCells({ motion, clock, preparation }: UnfinishedMotion): readonly string[] {
	return [
		motion.title,
		motion.movers.map(moverText).join(', '),
		motion.diarienummer.join(', '),
		motion.receivedOn,
		clock.deadline,
		timeLeftText(clock),
		preparation
	];
}
