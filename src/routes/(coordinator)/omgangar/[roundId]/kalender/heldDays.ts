import type { Round } from '#lib/rounds/round.ts';
import type { Held } from '../../../openedForm.ts';

/** The forms of a round's days. */
export type DaysForm = 'svarstid' | 'paminnelser' | 'dagar';

interface Timed {
	readonly round: Pick<Round, 'opensOn' | 'closesOn' | 'reminders'>;
	readonly days: readonly { readonly kind: string; readonly day: string }[];
}

/** What each of them is filled in with. */
export function heldDays(form: DaysForm, { round, days }: Timed): Held {
	if (form === 'svarstid') return { opensOn: round.opensOn, closesOn: round.closesOn };
	if (form === 'paminnelser') return { ...round.reminders };
	return Object.fromEntries(days.map(({ kind, day }) => [kind, day]));
}
