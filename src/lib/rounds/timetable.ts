import { deadlineOf } from './lawClock.ts';
import type { Round } from './round.ts';
import {
	addDays,
	dayInSweden,
	daysBetween,
	momentInSweden,
	type CalendarDate
} from '#lib/shared/calendarDate.ts';

/** What a round does by itself, in the order it is done. */
export const roundSteps = [
	'open',
	'first-reminder',
	'second-reminder',
	'last-reminder',
	'closes-tomorrow',
	'close',
	'thank',
	'close-reopened',
	'law-clock',
	'retention'
] as const;
export type RoundStep = (typeof roundSteps)[number];
export type Reminder = 'first-reminder' | 'second-reminder' | 'last-reminder';

export function isReminder(step: RoundStep): step is Reminder {
	return step === 'first-reminder' || step === 'second-reminder' || step === 'last-reminder';
}

export interface PlannedStep {
	readonly step: RoundStep;
	readonly dueAt: Date;
}

/** Post is read in the morning. */
const openingHour = 8;
const postHour = 9;

/** What a timetable follows from. */
export type RoundTiming = Pick<Round, 'opensOn' | 'closesOn' | 'reminders'>;

/** Two reminders closer than this are one too many. */
const leastDaysBetweenReminders = 3;

function reminderDays({ opensOn, closesOn, reminders }: RoundTiming): [Reminder, CalendarDate][] {
	const { firstReminder, secondReminder, lastReminder } = reminders;
	const wanted = (
		[
			['first-reminder', firstReminder === null ? null : addDays(opensOn, firstReminder)],
			['second-reminder', secondReminder === null ? null : addDays(closesOn, -secondReminder)],
			['last-reminder', lastReminder === null ? null : addDays(closesOn, -lastReminder)]
		] as const
	).flatMap(([step, day]): [Reminder, CalendarDate][] => (day === null ? [] : [[step, day]]));
	// From the last one backwards: the nearer the end, the more a reminder is worth.
	const kept: [Reminder, CalendarDate][] = [];
	for (const [step, day] of wanted.toReversed()) {
		const [, following] = kept.at(-1) ?? [step, null];
		const isFarFromNext = following === null || daysBetween(day, following) >= leastDaysBetweenReminders;
		const isWithin = daysBetween(opensOn, day) >= leastDaysBetweenReminders && day < closesOn;
		if (isWithin && isFarFromNext) kept.push([step, day]);
	}
	return kept.toReversed();
}

/**
 * The timetable of a round, in Swedish wall-clock time: reminders on the days that the round has them; closed when the last day
 * has ended; thanks the morning after.
 */
export function timetable(round: RoundTiming): PlannedStep[] {
	const { opensOn, closesOn } = round;
	const steps: PlannedStep[] = [
		{ step: 'open', dueAt: momentInSweden(opensOn, openingHour) },
		...reminderDays(round).map(([step, day]) => ({ step, dueAt: momentInSweden(day, postHour) })),
		{ step: 'close', dueAt: momentInSweden(addDays(closesOn, 1), 0) },
		{ step: 'thank', dueAt: momentInSweden(addDays(closesOn, 1), postHour) }
	];
	const dayBefore = addDays(closesOn, -1);
	if (dayBefore > opensOn)
		steps.push({ step: 'closes-tomorrow', dueAt: momentInSweden(dayBefore, postHour) });
	return steps.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** A step as it is kept. */
export interface KeptStep extends PlannedStep {
	readonly doneAt: Date | null;
	readonly skippedAt: Date | null;
	readonly skipReason: string | null;
	readonly attempts: number;
	readonly failedAt: Date | null;
}

/** So many failures in a row take about a minute; then it is no passing disturbance, and the samordnare is told. */
const failuresInSilence = 3;

export function hasFailed({ attempts, doneAt, skippedAt }: KeptStep): boolean {
	return attempts >= failuresInSilence && !doneAt && !skippedAt;
}

/** The first time that post is read after a moment. */
export function nextPostMoment(now: Date): Date {
	const today = momentInSweden(dayInSweden(now), postHour);
	return today > now ? today : momentInSweden(addDays(dayInSweden(now), 1), postHour);
}

/** When units that were given more time have had it: together, at the end of the latest of their days. */
export function reopeningEnd(lastDays: readonly CalendarDate[]): PlannedStep {
	const latest = lastDays.toSorted().at(-1);
	if (latest === undefined) throw new RangeError('No unit was given more time');
	return { step: 'close-reopened', dueAt: momentInSweden(addDays(latest, 1), 0) };
}

/** What is only a message: without a mail server there is nothing to do. */
export function isPostOnly(step: RoundStep): boolean {
	return step !== 'open' && step !== 'close' && step !== 'close-reopened';
}

/** Counted from what became of the round, and not from its days. */
const isAfterRound = (step: RoundStep): boolean => step === 'law-clock' || step === 'retention';

/** When the samordnare is told that the time is out for which the answers are kept. */
export function retentionStep(dueOn: CalendarDate): PlannedStep {
	return { step: 'retention', dueAt: momentInSweden(dueOn, postHour) };
}

/** The warning comes when half a year of the two that the law allows is left. */
export function lawClockStep(publishedOn: CalendarDate): PlannedStep {
	const { warnsOn } = deadlineOf(publishedOn);
	return { step: 'law-clock', dueAt: momentInSweden(warnsOn, postHour) };
}

/**
 * What to plan anew when the days have been moved: what is not done, and post that was sent long before its new day.
 * `dropped` has no place in the new timetable.
 */
export function movedSteps(
	kept: readonly KeptStep[],
	planned: readonly PlannedStep[]
): { readonly planned: readonly PlannedStep[]; readonly dropped: readonly RoundStep[] } {
	const keptOf = new Map(kept.map((each) => [each.step, each]));
	const isToBePlanned = ({ step, dueAt }: PlannedStep) => {
		const doneAt = keptOf.get(step)?.doneAt;
		if (!doneAt) return true;
		const mayRepeat = isReminder(step) || step === 'closes-tomorrow';
		return mayRepeat && dueAt.getTime() - doneAt.getTime() >= leastDaysBetweenReminders * 86_400_000;
	};
	const dropped = kept.filter(
		({ step, doneAt }) => !doneAt && !isAfterRound(step) && !planned.some((each) => each.step === step)
	);
	return { planned: planned.filter(isToBePlanned), dropped: dropped.map(({ step }) => step) };
}

export type SkipReason =
	| 'too-late'
	| 'closing-day-has-passed'
	| 'later-reminder-due'
	| 'no-mail-server'
	| 'already-done'
	| 'moved'
	| 'round-closed'
	| 'round-cancelled'
	| 'published-since'
	| 'nobody-asked'
	| 'changes-not-judged';

/** Post that a server which was down catches up with; older than this it would only confuse. */
const mostDaysLate = 2;

const doneHoweverLate: ReadonlySet<RoundStep> = new Set([
	'close',
	'close-reopened',
	'law-clock',
	'retention'
]);

/** Whether a step that is due is still to be done, when the program may have been down since. null is yes. */
export function reasonToSkip(
	{ step, dueAt }: PlannedStep,
	circumstances: {
		readonly now: Date;
		readonly closesOn: CalendarDate;
		readonly otherDueSteps: readonly RoundStep[];
	}
): SkipReason | null {
	const { now, closesOn, otherDueSteps } = circumstances;
	const today = dayInSweden(now);
	const hasPassed = today > closesOn;
	const daysLate = daysBetween(dayInSweden(dueAt), today);
	if (step === 'open') return hasPassed ? 'closing-day-has-passed' : null;
	if (doneHoweverLate.has(step)) return null;
	if (step !== 'thank' && hasPassed) return 'closing-day-has-passed';
	if (daysLate > mostDaysLate) return 'too-late';
	const laterDue = otherDueSteps.some(
		(other) => isReminder(other) && roundSteps.indexOf(other) > roundSteps.indexOf(step)
	);
	return isReminder(step) && laterDue ? 'later-reminder-due' : null;
}
