import { spanText } from '#lib/rounds/remainingTime.ts';
import { addDays } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import type { Motion } from './motion.ts';
import type { MotionClock } from './motionClock.ts';

/** A badge's worth: "5 månader kvar", "Året gick ut för 12 dagar sedan". */
export function timeLeftText({ daysLeft, deadline, state }: MotionClock): string {
	if (state === 'decided') return 'Beslutad';
	if (daysLeft < 0) return `Året gick ut för ${spanText(-daysLeft, deadline)} sedan`;
	if (daysLeft === 0) return 'Året går ut i dag';
	return `${spanText(daysLeft, addDays(deadline, -daysLeft))} kvar`;
}

/**
 * What the paragraph asks for now. Whether the day of the meeting or the day of arrival counts is for the municipality's
 * lawyer to say: the paragraph counts from when the motion was moved.
 */
export function motionClockAdvice(
	clock: MotionClock,
	{ reportedOn, decision }: Pick<Motion, 'reportedOn' | 'decision'>
): string {
	if (decision) return `Fullmäktige beslutade ${writtenDay(decision.on)}, ${decision.reference}.`;
	const rule = `Enligt 5 kap. 35 § kommunallagen ska motionen om möjligt beredas så att fullmäktige kan besluta inom ett år, alltså senast ${writtenDay(clock.deadline)}.`;
	if (reportedOn) {
		return `${rule} Det som kommit fram redovisades för fullmäktige ${writtenDay(reportedOn)}.`;
	}
	const otherwise = 'redovisa för fullmäktige vad som har kommit fram vid beredningen';
	const advice: Record<'in-time' | 'soon' | 'overdue', string> = {
		'in-time': '',
		soon: ` Hinner beredningen inte bli klar: ${otherwise} inom samma tid.`,
		overdue: ` Tiden har gått ut. Ta upp ärendet, eller ${otherwise}. Fullmäktige får då avskriva motionen.`
	};
	return clock.state === 'in-time' || clock.state === 'soon' || clock.state === 'overdue'
		? rule + advice[clock.state]
		: rule;
}
