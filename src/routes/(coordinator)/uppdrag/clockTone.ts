import type { MotionClock } from '#lib/lagesbild/uppdrag/motionClock.ts';

/** How the badge of a motion's year looks. */
export const clockTone = {
	'in-time': 'neutral',
	soon: 'waiting',
	overdue: 'waiting',
	reported: 'active',
	decided: 'done'
} as const satisfies Readonly<Record<MotionClock['state'], string>>;
