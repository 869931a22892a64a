import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	longestSendingMs,
	messageState,
	nextAttemptAt,
	outcomeOfFault,
	type MessageTimes
} from '#lib/invitations/outboxState.ts';

const now = new Date('2026-03-29T09:00:00Z');
const earlier = new Date('2026-03-29T08:59:00Z');
const later = new Date('2026-03-29T09:01:00Z');
const nothing: MessageTimes = {
	dueAt: null,
	sendingAt: null,
	sentAt: null,
	failedAt: null,
	refusedAt: null,
	unsureAt: null,
	cancelledAt: null,
	bouncedAt: null,
	delayedAt: null
};
const stateOf = (times: Partial<MessageTimes>) => messageState({ ...nothing, dueAt: earlier, ...times }, now);

describe('the state of a message', () => {
	it('follows from what has happened to it', () => {
		expect({
			printed: stateOf({ dueAt: null }),
			planned: stateOf({}),
			sending: stateOf({ sendingAt: earlier }),
			waiting: stateOf({ failedAt: earlier, dueAt: later }),
			dueAgain: stateOf({ failedAt: earlier }),
			sent: stateOf({ sendingAt: earlier, sentAt: now }),
			delayed: stateOf({ sendingAt: earlier, sentAt: now, delayedAt: now }),
			bounced: stateOf({ sendingAt: earlier, sentAt: now, delayedAt: now, bouncedAt: now }),
			bouncedUnsure: stateOf({ sendingAt: earlier, unsureAt: now, bouncedAt: now }),
			refused: stateOf({ refusedAt: earlier }),
			unsure: stateOf({ sendingAt: earlier, unsureAt: earlier }),
			cancelled: stateOf({ cancelledAt: earlier })
		}).toEqual({
			printed: 'printed',
			planned: 'planned',
			sending: 'sending',
			waiting: 'waiting',
			dueAgain: 'planned',
			sent: 'sent',
			delayed: 'delayed',
			bounced: 'bounced',
			bouncedUnsure: 'bounced',
			refused: 'refused',
			unsure: 'unsure',
			cancelled: 'cancelled'
		});
	});

	it('is unsure when the sending has lasted longer than any attempt does', () => {
		const takenAt = (ms: number) => stateOf({ sendingAt: new Date(now.getTime() - ms) });
		expect([takenAt(longestSendingMs), takenAt(longestSendingMs + 1)]).toEqual(['sending', 'unsure']);
	});
});

describe('an attempt that failed', () => {
	it('is unsure only when the text had begun to go and no answer came', () => {
		fc.assert(
			fc.property(
				fc.option(fc.integer({ min: 400, max: 599 })),
				fc.boolean(),
				fc.boolean(),
				(responseCode, hadBegun, isUnusableAddress) => {
					const { kind } = outcomeOfFault({ responseCode, hadBegun, isUnusableAddress });
					expect(kind === 'unsure').toBe(responseCode === null && hadBegun && !isUnusableAddress);
				}
			)
		);
	});

	it('is for good at 5yz and for now at 4yz, and says the code but not the server’s words', () => {
		const answered = (responseCode: number) =>
			outcomeOfFault({ responseCode, hadBegun: true, isUnusableAddress: false });
		expect([answered(550), answered(451), answered(421)]).toEqual([
			{ kind: 'refused', reason: 'E-postservern svarade med kod 550' },
			{ kind: 'put-off', reason: 'E-postservern svarade med kod 451', isServerAway: false },
			{ kind: 'put-off', reason: 'E-postservern svarade med kod 421', isServerAway: true }
		]);
	});

	it('is tried again after longer and longer pauses, and is given up after two days', () => {
		const pauses = Array.from({ length: 9 }, (_, index) => {
			const next = nextAttemptAt(index + 1, now);
			return next ? (next.getTime() - now.getTime()) / 60_000 : null;
		});
		expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, null]);
	});
});
