import type { KeptStep, PlannedStep, RoundStep } from '#lib/rounds/timetable.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { writtenDay, writtenMoment } from '#lib/shared/writtenDay.ts';

export const stepName: Readonly<Record<RoundStep, string>> = {
	open: 'Omgången öppnar och inbjudningarna går',
	'first-reminder': 'Första påminnelsen till dem som inte har svarat',
	'second-reminder': 'Andra påminnelsen till dem som inte har svarat',
	'last-reminder': 'Sista påminnelsen till dem som inte har svarat',
	'closes-tomorrow': 'Besked till samordnaren: stänger i morgon',
	close: 'Omgången stänger',
	'close-reopened': 'Tiden är slut för de enheter som fick svara längre',
	thank: 'Tack till dem som har svarat',
	'law-clock': 'Varning: ett halvår kvar tills lägesbilden ska vara uppdaterad',
	retention: 'Besked till samordnaren: omgången ska gallras'
};

const skipText: Readonly<Record<string, string>> = {
	'too-late': 'hoppades över: programmet var nere för länge',
	'closing-day-has-passed': 'hoppades över: svarstiden hade gått ut',
	'later-reminder-due': 'hoppades över: en senare påminnelse gick i stället',
	'no-mail-server': 'hoppades över: ingen e-postserver är inställd',
	'already-done': 'var redan gjort',
	moved: 'utgick när dagarna flyttades',
	'round-closed': 'utgick när omgången stängdes',
	'round-cancelled': 'utgick när omgången ställdes in',
	'published-since': 'behövdes inte: en ny lägesbild är publicerad',
	'nobody-asked': 'gick inte: ingen enhet är vald att svara',
	'changes-not-judged': 'gick inte: ändringar i formuläret är inte bedömda'
};

interface Badge {
	readonly text: string;
	readonly tone: 'neutral' | 'active' | 'waiting' | 'done';
}

export type ShownStep = PlannedStep & Partial<KeptStep> & { readonly hasFailed: boolean };

/** When a step was done or is due. A round closes when its last day ends, which a clock calls the next day. */
export function stepMoment({ step, dueAt, doneAt }: ShownStep): string {
	if ((step === 'close' || step === 'close-reopened') && !doneAt)
		return `${writtenDay(addDays(dayInSweden(dueAt), -1))} vid dygnets slut`;
	return writtenMoment(doneAt ?? dueAt);
}

export function stepBadge(step: ShownStep, isRunning: boolean): Badge {
	if (step.doneAt) return { text: 'Gjort', tone: 'done' };
	if (step.skippedAt) return { text: 'Utgick', tone: 'neutral' };
	if (step.hasFailed) return { text: 'Gick inte', tone: 'waiting' };
	return isRunning ? { text: 'Väntar', tone: 'active' } : { text: 'Förslag', tone: 'neutral' };
}

export function stepRemark({ skipReason }: ShownStep): string | null {
	return skipReason ? (skipText[skipReason] ?? null) : null;
}
