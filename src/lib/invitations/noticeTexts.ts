import { daysBetween, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import type { MessageText } from './messageText.ts';

/** What the program writes to the samordnare. In sum only: nothing says which unit has answered, or when. */
export function closingNotice(about: {
	/** The series' name. */
	readonly series: string;
	/** The round's name. */
	readonly round: string;
	readonly closesOn: CalendarDate;
	readonly today: CalendarDate;
	readonly asked: number;
	readonly answered: number;
	readonly address: string;
}): MessageText {
	const { series, round, closesOn, today, asked, answered, address } = about;
	const when = daysBetween(today, closesOn) <= 0 ? 'i dag' : 'i morgon';
	return {
		subject: `Omgång ${round} stänger ${when}: ${String(answered)} av ${String(asked)} har svarat`,
		body: `Hej,

Omgång ${round} av kartläggningen ${series} stänger ${when}, vid slutet av ${writtenDay(closesOn)}. ${String(answered)} av ${String(asked)} enheter har svarat.

När omgången är stängd kan ingen svara mer, och påbörjade svar tas bort. Behöver enheterna mer tid flyttar du sista svarsdagen på omgångens sida:
${address}

Lägesbild
`
	};
}

/** The time is out for which the answers of a round are kept. */
export function retentionNotice(about: {
	/** The series' name. */
	readonly series: string;
	/** The round's name. */
	readonly round: string;
	readonly dueOn: CalendarDate;
	readonly decision: string;
	readonly address: string;
}): MessageText {
	const { series, round, dueOn, decision, address } = about;
	return {
		subject: `Omgång ${round} ska gallras`,
		body: `Hej,

Svaren i omgång ${round} av kartläggningen ${series} ska enligt ${decision} sparas till ${writtenDay(dueOn)}. Den tiden är ute.

Du föreslår gallringen och en granskare bekräftar den. På sidan står vad som raderas och vad som blir kvar:
${address}

Lägesbild
`
	};
}

/** Lag (2023:196) 6 §, half a year before the time is out. */
export function lawClockNotice(about: {
	/** The series' name. */
	readonly series: string;
	readonly latestPublishedOn: CalendarDate;
	readonly deadline: CalendarDate;
	readonly address: string;
}): MessageText {
	const { series, latestPublishedOn, deadline, address } = about;
	return {
		subject: `Lägesbilden ska vara uppdaterad senast ${writtenDay(deadline)}`,
		body: `Hej,

Den senaste lägesbilden av kartläggningen ${series} publicerades ${writtenDay(latestPublishedOn)}. Enligt 6 § lagen (2023:196) ska den uppdateras minst vartannat år, alltså senast ${writtenDay(deadline)}.

En omgång tar omkring ett halvår från inbjudan till beslut. Förslaget till nästa omgång ligger färdigt:
${address}

Lägesbild
`
	};
}
