import type { Clock } from '#lib/server/clock.ts';

/** A clock that stands still until it is set. */
export interface MovingClock extends Clock {
	set(moment: string): void;
}

export function movingClock(start: string): MovingClock {
	let moment = new Date(start);
	return {
		now: () => moment,
		set: (next) => {
			moment = new Date(next);
		}
	};
}
