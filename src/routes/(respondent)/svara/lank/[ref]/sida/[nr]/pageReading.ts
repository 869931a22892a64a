import type { PageView } from '#lib/instruments/pages/elementView.ts';
import { entryButton, isEntryCount } from '#lib/instruments/fields/entryFields.ts';
import type { PageSlice } from '#lib/instruments/pages/pageSlice.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readTyped } from '#lib/instruments/pages/readTyped.ts';
import { alternativeTo, ruledOut } from '#lib/instruments/pages/ruledOut.ts';
import { asOneText, viewFields } from '#lib/instruments/pages/viewFields.ts';
import { previousTexts, type PreviousWords, type ShownPrevious } from '#lib/responses/previousText.ts';
import { entriesOf, typedText, type TypedFields } from './pageForm.ts';

/*
 * What typing needs of the engine, and showing a page does not: fetched when somebody begins to answer, so that the page
 * itself comes sooner. Until it is here everything typed is kept and saved all the same, only without effect on the page.
 */

/** The page as what is typed on it makes it. */
export function viewOfTyped({ instrument, page, answers }: PageSlice, typed: TypedFields): PageView {
	const read = readTyped(instrument, page, { form: entriesOf(typed), answers });
	return pageView(instrument, page, read.answers);
}

/** The fields after an entry was added or taken away by a button, and where the respondent goes on. */
export function withChangedEntries(
	{ instrument, page, answers }: PageSlice,
	typed: TypedFields,
	button: string
): { readonly typed: TypedFields; readonly field: string } | undefined {
	const form = [...entriesOf(typed), [entryButton, button] as const];
	const changed = readTyped(instrument, page, { form, answers });
	if (changed.changedEntries === undefined) return undefined;
	const counts = [...viewFields(pageView(instrument, page, changed.answers))].filter(([field]) =>
		isEntryCount(field)
	);
	return {
		typed: {
			...changed.typed,
			...Object.fromEntries(counts.map(([field, texts]) => [field, asOneText(texts)]))
		},
		field: changed.changedEntries
	};
}

/** The hints of the time before, as they are with what is typed. */
export function hintsOn(
	view: PageView,
	previous: ShownPrevious,
	words?: PreviousWords
): Record<string, string> {
	return previousTexts(view, previous, words);
}

export interface FieldChange {
	readonly field: string;
	/** What stood in the field. */
	readonly before: unknown;
}

/**
 * What a new answer changes in other fields: it pushes out its alternative, and whoever takes it back gets that again.
 * `aside` is what was pushed out before.
 */
export function settledFields(
	view: PageView,
	{ field, before }: FieldChange,
	{ typed, aside }: { readonly typed: TypedFields; readonly aside: TypedFields }
): { readonly typed: TypedFields; readonly aside: TypedFields } {
	if (typed[field] === '') return comeBack(view, field, { typed, aside });
	const changes = ruledOut(view, { field, before, typed });
	const pushed = Object.keys(changes).filter((other) => other !== field);
	return {
		typed: { ...typed, ...changes },
		aside: { ...aside, ...Object.fromEntries(pushed.map((other) => [other, typed[other] ?? ''])) }
	};
}

function comeBack(
	view: PageView,
	field: string,
	{ typed, aside }: { readonly typed: TypedFields; readonly aside: TypedFields }
) {
	const other = alternativeTo(view, field);
	const text = other === undefined ? undefined : aside[other];
	if (other === undefined || text === undefined || typedText(typed, other) !== '') return { typed, aside };
	return { typed: { ...typed, [other]: text }, aside: { ...aside, [other]: '' } };
}

/** Where the focus goes when a chosen alternative goes away with the answer that it took back. */
export function fieldBeside(view: PageView, field: string): string {
	return alternativeTo(view, field) ?? field;
}
