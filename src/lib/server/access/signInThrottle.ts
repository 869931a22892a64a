import type { Clock } from '../clock.ts';

const attemptsAllowed = 8;
const windowMilliseconds = 15 * 60 * 1000;
const mostNames = 10_000;

interface Attempts {
	readonly count: number;
	readonly until: number;
}

export interface SignInThrottle {
	mayTry(name: string): boolean;
	countAttempt(name: string): void;
	forget(name: string): void;
}

/**
 * Bounds the guessing of one account's password: eight failures, then a pause of a quarter of an hour. Counted by
 * account and in memory only, so no address of a computer is kept.
 */
export function signInThrottle(clock: Clock): SignInThrottle {
	const failures = new Map<string, Attempts>();
	const current = (name: string): Attempts | null => {
		const attempts = failures.get(name);
		if (attempts && attempts.until > clock.now().getTime()) return attempts;
		failures.delete(name);
		return null;
	};
	return {
		mayTry: (name) => (current(name)?.count ?? 0) < attemptsAllowed,
		countAttempt: (name) => {
			const count = (current(name)?.count ?? 0) + 1;
			const [oldest] = failures.keys();
			if (failures.size >= mostNames && oldest !== undefined) failures.delete(oldest);
			failures.set(name, { count, until: clock.now().getTime() + windowMilliseconds });
		},
		forget: (name) => {
			failures.delete(name);
		}
	};
}
