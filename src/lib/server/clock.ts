/** Where the present moment comes from; passed in, so that a test and the demonstration decide their own day. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
