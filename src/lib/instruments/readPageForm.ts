import { ErrorList, type AnswerError } from './answerErrors.ts';
import { checkRules } from './answerRules.ts';
import { changeEntries, type ChangedEntries } from './changeEntries.ts';
import type { Element } from './element.ts';
import { asTyped, entryButton, type FormEntries, hasField, readFields } from './formFields.ts';
import type { Answers, Instrument } from './instrument.ts';
import { namedQuestions } from './instrumentIndex.ts';
import { readPart } from './readQuestion.ts';
import { type FieldFault, reportShown } from './shownFaults.ts';
import { resolveState } from './visibility.ts';

export interface PageReading {
	/** All answers so far with this page's in place. What is refused alone is unanswered; what clashes is kept. */
	readonly answers: Answers;
	/** Faults on this page. */
	readonly errors: readonly AnswerError[];
	/** Field → exactly what was typed, to put back in the control. */
	readonly typed: Readonly<Record<string, string | string[]>>;
	/** Elements of the page that the new answers brought into view and the form did not hold: the page is not finished. */
	readonly revealed: readonly string[];
	/**
	 * A button that adds or takes away an entry was pressed: the page is to be shown again with the answers and what was
	 * typed, without its errors, at this field.
	 */
	readonly changedEntries?: string;
}

/** The fields of one page → answers. A field that is absent is unanswered if its question was visible on the page. */
export function readPageForm(
	instrument: Instrument,
	pageIndex: number,
	{ form, answers }: { readonly form: FormEntries; readonly answers: Answers }
): PageReading {
	const elements = instrument.pages[pageIndex]?.elements ?? [];
	const questions = namedQuestions(elements);
	const shown = resolveState(instrument, answers);
	const fields = readFields(form, [...questions.values()]);
	const reports: FieldFault[] = [];
	const merged = readPart(questions.values(), {
		fields,
		prefix: '',
		before: answers,
		shown,
		report: (field, fault) => reports.push({ field, fault })
	});
	const typed = asTyped(fields);
	const changed = changeEntries(questions, merged, fields.get(entryButton)?.[0]);
	if (changed) return changedPage(changed, typed);
	const state = resolveState(instrument, merged);
	const list = new ErrorList(instrument, state.scope);
	reportShown(instrument, { state, reports }, list.report);
	if (state.pages.includes(pageIndex)) checkRules(elements, { state, report: list.report });
	const drawn = basesOf(elements);
	const revealed = [...questions.values()].filter(
		(question) =>
			state.visible.has(question.name) &&
			!shown.visible.has(question.name) &&
			!hasField(question, question.name, fields) &&
			!drawn.has(question.name)
	);
	return { answers: merged, errors: list.errors, typed, revealed: revealed.map(({ name }) => name) };
}

function changedPage({ answers, field, removed }: ChangedEntries, typed: PageReading['typed']): PageReading {
	const kept = removed
		? Object.entries(typed).flatMap(([name, value]) => {
				const moved = movedField(name, removed);
				return moved === undefined ? [] : [[moved, value] as const];
			})
		: Object.entries(typed);
	return { answers, errors: [], typed: Object.fromEntries(kept), revealed: [], changedEntries: field };
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

/** The basis of a count stands on the page whatever its condition, so that it can be answered at once without a script. */
function basesOf(elements: readonly Element[]): ReadonlySet<string | undefined> {
	return new Set(
		elements.flatMap((element) =>
			element.kind === 'panel' ? [element.count?.basis, ...basesOf(element.elements)] : []
		)
	);
}
