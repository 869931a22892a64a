import { fail } from '@sveltejs/kit';
import { nameOfRhythm } from '#lib/rounds/recurrence.ts';
import type { Series, SeriesSettings } from '#lib/rounds/series.ts';
import { seriesFormSchema } from '#lib/rounds/seriesForm.ts';
import type { SeriesRefusal } from '#lib/server/rounds/saveSeries.ts';
import type { Result } from '#lib/shared/result.ts';
import { changedMeanwhile, type Held } from '../openedForm.ts';
import { readForm, typedFields, type FieldError } from '../readForm.ts';

const refusalText: Readonly<Record<SeriesRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra kartläggningen.',
	'unknown-series': 'Kartläggningen finns inte längre.',
	'title-taken': { field: 'title', message: 'En annan kartläggning heter så' }
};

/** Saves what the form of a series says. @returns its id, or what the form is shown again with */
export async function saveSeriesForm(
	request: Request,
	save: (settings: SeriesSettings) => Promise<Result<string, SeriesRefusal>>,
	held: Held = {}
) {
	const posted = await request.formData();
	const typed = typedFields(posted);
	const changed = changedMeanwhile(typed, held);
	if (changed) return fail(409, changed);
	const form = readForm(seriesFormSchema, posted);
	if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
	const saved = await save(form.value);
	if (saved.ok) return saved.value;
	const refusal = refusalText[saved.refusal];
	return typeof refusal === 'string'
		? fail(409, { errors: [], typed, message: refusal })
		: fail(400, { errors: [refusal], typed, message: null });
}

/** What the form is filled in with. */
export function heldFields(
	series: Omit<SeriesSettings, 'title' | 'theme'> & Partial<Pick<Series, 'title' | 'theme'>>
) {
	const { title = '', theme = '', rhythm, answeringDays, board, legalBasis, information, retention } = series;
	const { firstReminder, secondReminder, lastReminder } = series.reminders;
	const reminders = {
		firstReminder: firstReminder ?? '',
		secondReminder: secondReminder ?? '',
		lastReminder: lastReminder ?? ''
	};
	const name = nameOfRhythm(rhythm);
	const ofRhythm = name ? { rhythm: name, rule: '' } : { rhythm: 'own', rule: rhythm };
	const keeping = retention ?? { months: '', countedFrom: 'decided', decision: '' };
	return {
		title,
		theme,
		...ofRhythm,
		answeringDays,
		...reminders,
		board: board ?? '',
		legalBasis,
		information,
		...keeping
	};
}
