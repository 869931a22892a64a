import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import type { FormEntries } from '#lib/instruments/fields/formFields.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { asOneText, viewFields, type FieldTexts } from '#lib/instruments/pages/viewFields.ts';
import {
	mergeTyped,
	type FieldChanges,
	type FieldConflict,
	type MergedForm
} from '#lib/responses/mergeTyped.ts';
import { judgePage, type Verdict } from './judgePage.ts';
import { demandsAll, type WayOn } from './wayOn.ts';

export interface PostedFields {
	readonly form: FormEntries;
	/** What the page's script says was changed; null when there is no script: then the whole page is taken as posted. */
	readonly changes: FieldChanges | null;
}

interface PagePost extends PostedFields {
	readonly index: number;
	readonly way: WayOn;
}

interface CurrentDraft {
	readonly instrument: Instrument;
	readonly answers: Answers;
}

/** What became of the fields that a page's script has changed. */
export interface KeptFields {
	/** What the draft now holds in those that it took. */
	readonly stored: Readonly<Record<string, string>>;
	/** Those that hold something that cannot be read: the draft holds nothing there, whatever it held before. */
	readonly unread: readonly string[];
	/** Those that were changed elsewhere too. */
	readonly conflicts: readonly FieldConflict[];
}

export type PageOutcome =
	/** The page is not shown by now: another window has answered so that it fell away. Nothing was written. */
	| { readonly kind: 'fallen-away' }
	| ({ readonly kind: 'kept' } & KeptFields)
	/** What can be read is in the draft although the page stays. */
	| ({
			readonly kind: 'stopped';
			readonly verdict: Verdict;
			readonly typed: Readonly<Record<string, string | string[]>>;
	  } & KeptFields)
	/** A row or a panel was added or taken away: the page is shown again, at this field. */
	| {
			readonly kind: 'entries-changed';
			readonly field: string;
			/** What was typed, when something in it cannot be read and so is not in the draft. */
			readonly typed?: Readonly<Record<string, string | string[]>>;
	  }
	/** `revealed`: a question that came with these answers, and that nobody has seen. */
	| { readonly kind: 'left'; readonly target: number | 'granska' | 'paus'; readonly revealed?: string };

interface Step {
	readonly draft: { readonly answers: Answers; readonly page: number } | null;
	readonly outcome: PageOutcome;
}

/** The posted fields, put together with what the draft holds by now when a script says which of them it changed. */
export function mergedFields(
	{ instrument, answers }: CurrentDraft,
	index: number,
	{ form, changes }: PostedFields
): MergedForm {
	if (!changes) return { form, conflicts: [] };
	return mergeTyped(form, viewFields(pageView(instrument, index, answers)), changes);
}

/** What one posted page makes of the draft as it is by now, and where the respondent goes. */
export function answerPage(
	{ instrument, answers }: CurrentDraft,
	{ index, form, way, changes }: PagePost
): Step {
	if (!visiblePages(instrument, answers).includes(index)) {
		return { draft: null, outcome: { kind: 'fallen-away' } };
	}
	const merged = mergedFields({ instrument, answers }, index, { form, changes });
	const read = readPageForm(instrument, index, { form: merged.form, answers });
	const stay = { answers: read.answers, page: index };
	const verdict = judgePage(read, way);
	const keptView = () => viewFields(pageView(instrument, index, read.answers));
	if (read.changedEntries !== undefined) {
		const kept = keptView();
		const isUnread = Object.entries(read.typed).some(
			([field, text]) => text !== '' && kept.get(field)?.length === 0
		);
		const typed = isUnread && { typed: read.typed };
		return { draft: stay, outcome: { kind: 'entries-changed', field: read.changedEntries, ...typed } };
	}
	if (way === 'utkast') {
		return { draft: stay, outcome: { kind: 'kept', ...keptFields(merged, changes, keptView()) } };
	}
	if (!verdict.mayLeave || merged.conflicts.length > 0) {
		const fields = keptFields(merged, changes, keptView());
		return { draft: stay, outcome: { kind: 'stopped', verdict, typed: read.typed, ...fields } };
	}
	const left = leftBy(way, index, { shown: visiblePages(instrument, read.answers), revealed: read.revealed });
	const page = typeof left.target === 'number' ? left.target : index;
	return { draft: { answers: read.answers, page }, outcome: left };
}

interface ShownAfter {
	readonly shown: readonly number[];
	readonly revealed: readonly string[];
}

function leftBy(way: WayOn, index: number, after: ShownAfter): Extract<PageOutcome, { kind: 'left' }> {
	const target = nextPage(way, index, after.shown);
	const [revealed] = demandsAll(way) ? after.revealed : [];
	return { kind: 'left', target, ...(revealed !== undefined && { revealed }) };
}

/**
 * The changed fields, with what the draft made of them: "1 200" is kept as 1200. What cannot be read is not taken, and
 * stays in the respondent's window.
 */
function keptFields(
	{ form, conflicts }: MergedForm,
	changes: FieldChanges | null,
	kept: FieldTexts
): KeptFields {
	const waiting = new Set(conflicts.map(({ field }) => field));
	const filled = new Set([...form].flatMap(([field, text]) => (text === '' ? [] : [field])));
	const isUnread = (field: string) => filled.has(field) && kept.get(field)?.length === 0;
	const settled = [...(changes?.keys() ?? [])].filter((field) => !waiting.has(field));
	const taken = settled.filter((field) => !isUnread(field));
	return {
		stored: Object.fromEntries(taken.map((field) => [field, asOneText(kept.get(field) ?? [])])),
		unread: settled.filter(isUnread),
		conflicts
	};
}

function nextPage(way: WayOn, index: number, shown: readonly number[]): number | 'granska' | 'paus' {
	if (way === 'spara') return 'paus';
	if (way === 'granska') return 'granska';
	if (way === 'foregaende') return shown.findLast((page) => page < index) ?? 'paus';
	return shown.find((page) => page > index) ?? 'granska';
}
