import { applyEffects, changedNames } from '#lib/instruments/answers/applyEffects.ts';
import { changeEntries, type ChangedEntries } from '#lib/instruments/answers/changeEntries.ts';
import { entryButton } from '#lib/instruments/fields/entryFields.ts';
import { asTyped, type Fields, type FormEntries, readFields } from '#lib/instruments/fields/formFields.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';
import { readPart } from './readQuestion.ts';
import type { FieldFault } from '#lib/instruments/answers/shownFaults.ts';
import { type AnswerState, resolveState } from '#lib/instruments/answers/visibility.ts';

/** Field → exactly what was typed, to put back in the control. */
export type TypedTexts = Readonly<Record<string, string | string[]>>;

export interface TypedReading {
	/** All answers so far with this page's in place. What is refused alone is unanswered; what clashes is kept. */
	readonly answers: Answers;
	readonly typed: TypedTexts;
	readonly fields: Fields;
	/** What the answers before showed: the page as it was drawn. */
	readonly shown: AnswerState;
	/** What could not be read or is not allowed, not yet in the words of a page. */
	readonly reports: readonly FieldFault[];
	/** The field where the page goes on after an entry was added or taken away. */
	readonly changedEntries?: string;
}

/**
 * The fields of one page → answers, without a judgement of them: what the page's script needs at every stroke of a key.
 * A field that is absent is unanswered if its question was visible on the page.
 */
export function readTyped(
	instrument: Instrument,
	pageIndex: number,
	{ form, answers }: { readonly form: FormEntries; readonly answers: Answers }
): TypedReading {
	const questions = namedQuestions(instrument.pages[pageIndex]?.elements ?? []);
	const shown = resolveState(instrument, answers);
	const fields = readFields(form, [...questions.values()]);
	const reports: FieldFault[] = [];
	const posted = readPart(questions.values(), {
		fields,
		prefix: '',
		before: answers,
		shown,
		report: (field, fault) => reports.push({ field, fault })
	});
	const merged = applyEffects(instrument, { before: answers, after: posted });
	const filledIn = changedNames(posted, merged);
	const typed = Object.fromEntries(
		Object.entries(asTyped(fields)).filter(([field]) => !filledIn.has(field.split('.')[0] ?? ''))
	);
	const changed = changeEntries(questions, merged, fields.get(entryButton)?.[0]);
	if (!changed) return { answers: merged, typed, fields, shown, reports };
	return {
		answers: changed.answers,
		typed: movedTexts(typed, changed),
		fields,
		shown,
		reports: [],
		changedEntries: changed.field
	};
}

function movedTexts(typed: TypedTexts, { removed }: ChangedEntries): TypedTexts {
	if (!removed) return typed;
	return Object.fromEntries(
		Object.entries(typed).flatMap(([name, value]) => {
			const moved = movedField(name, removed);
			return moved === undefined ? [] : [[moved, value] as const];
		})
	);
}

/** The entries after the one that was taken away move up, with what was typed in them. */
function movedField(
	name: string,
	removed: { readonly field: string; readonly index: number }
): string | undefined {
	const start = `${removed.field}.`;
	const [place = '', ...rest] = name.startsWith(start) ? name.slice(start.length).split('.') : [];
	if (!/^\d+$/.test(place) || Number(place) < removed.index) return name;
	if (Number(place) === removed.index) return undefined;
	return [removed.field, String(Number(place) - 1), ...rest].join('.');
}
