import { addDays } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import type { LawClock } from './lawClock.ts';
import { spanText } from './remainingTime.ts';

export interface LawClockText {
	readonly title: string;
	readonly text: string;
}

function title({ daysLeft, deadline, state }: LawClock): string {
	if (state === 'overdue') return `Tiden gick ut för ${spanText(-daysLeft, deadline)} sedan`;
	if (daysLeft === 0) return 'I dag är sista dagen';
	return `${spanText(daysLeft, addDays(deadline, -daysLeft))} kvar`;
}

/**
 * What is left until the lägesbild has to be updated (lag 2023:196, 6 §), and what to do about it. A round under way
 * since the last publication is the next one already.
 */
export function lawClockText(clock: LawClock | null, roundUnderWay: string | null = null): LawClockText {
	if (!clock) {
		return {
			title: 'Ingen lägesbild är publicerad ännu',
			text: 'Lagen (2023:196) kräver en lägesbild som uppdateras minst vartannat år. Tiden räknas från den första publiceringen.'
		};
	}
	const published = writtenDay(clock.latestPublishedOn);
	const deadline = writtenDay(clock.deadline);
	const basis = `Den senaste lägesbilden publicerades ${published}. Enligt 6 § lagen (2023:196) ska den uppdateras minst vartannat år, alltså senast ${deadline}.`;
	const advice: Record<LawClock['state'], string> = {
		'in-time': '',
		soon:
			roundUnderWay === null
				? ' En omgång tar omkring ett halvår från inbjudan till beslut. Planera nästa omgång nu.'
				: ` Omgång ${roundUnderWay} pågår och blir nästa lägesbild.`,
		overdue: ' Publicera en ny lägesbild så snart som möjligt.'
	};
	return { title: title(clock), text: basis + advice[clock.state] };
}
