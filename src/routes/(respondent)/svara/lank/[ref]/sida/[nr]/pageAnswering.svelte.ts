import type { Answers } from '#lib/instruments/instrument.ts';
import type { PageSlice } from '#lib/instruments/pageSlice.ts';
import { pageView } from '#lib/instruments/pageView.ts';
import { entryButton, isEntryCount } from '#lib/instruments/formFields.ts';
import { readTyped } from '#lib/instruments/readTyped.ts';
import { alternativeTo, ruledOut } from '#lib/instruments/ruledOut.ts';
import { asOneText, viewFields } from '#lib/instruments/viewFields.ts';
import type { FieldConflict } from '#lib/responses/mergeTyped.ts';
import { entriesOf, typedText, type ChangedFields, type TypedFields } from './pageForm.ts';
import type { SaveAnswer } from './savePage.ts';
import type { UnsavedFields } from './unsavedCopy.ts';

/** Where the page asks what shall stand of two answers. */
export const conflictId = 'andrat-pa-annat-hall';

/** A field that holds one thing here and another in the draft. */
export interface OpenConflict extends FieldConflict {
	readonly mine: string;
}

/** As many texts of a field are remembered as the server reads (fieldChanges.ts), the newest. */
const mostKnown = 15;

/**
 * One page while it is being answered: what is typed, what that makes visible, and how it differs from what is saved.
 * On the server, and until something is typed, it is the page as it was saved.
 */
export class PageAnswering {
	readonly #slice: PageSlice;
	#answers = $state.raw<Answers>({});
	/** What stands in the fields, those included that an answer has hidden again. Empty until something is typed. */
	typed = $state.raw<TypedFields>({});
	conflicts = $state.raw<readonly OpenConflict[]>([]);
	readonly view = $derived.by(() => pageView(this.#slice.instrument, this.#slice.page, this.#answers));
	/** Field → the text that was in it when it was last saved. */
	#saved: Readonly<Record<string, string>>;
	/** Field → texts that the draft may hold as far as this window knows. */
	#known: ChangedFields = {};
	/** Numbers and choices that gave way to their alternative, should the respondent change back. */
	#setAside: TypedFields = {};

	constructor(slice: PageSlice, typed: TypedFields) {
		this.#slice = slice;
		this.#answers = slice.answers;
		const held = viewFields(pageView(slice.instrument, slice.page, slice.answers));
		this.#saved = Object.fromEntries([...held].map(([field, texts]) => [field, asOneText(texts)]));
		this.typed = typed;
	}

	/** The page's script has started: what was typed before it counts from now on, not while the page is being taken over. */
	begin(): void {
		if (Object.keys(this.typed).length > 0) this.#write(this.typed);
	}

	/** What the page's controls hold now; `field` is the one that was changed. */
	read(controls: TypedFields, field?: string): void {
		const before = field === undefined ? undefined : this.typed[field];
		const typed = { ...this.typed, ...controls };
		this.#write(field === undefined ? typed : this.#settled(typed, field, before));
	}

	/** Adds or takes away an entry, by the value of the button. @returns the field where the respondent goes on. */
	changeEntries(button: string): string | undefined {
		const { instrument, page, answers } = this.#slice;
		const form = [...entriesOf(this.typed), [entryButton, button] as const];
		const changed = readTyped(instrument, page, { form, answers });
		if (changed.changedEntries === undefined) return undefined;
		const counts = [...viewFields(pageView(instrument, page, changed.answers))].filter(([field]) =>
			isEntryCount(field)
		);
		this.#write({
			...changed.typed,
			...Object.fromEntries(counts.map(([field, texts]) => [field, asOneText(texts)]))
		});
		return changed.changedEntries;
	}

	/** Puts back what an earlier window could not save. */
	restore({ typed, known }: UnsavedFields): boolean {
		const lost = Object.keys(typed).filter((field) => typedText(typed, field) !== this.#savedText(field));
		if (lost.length === 0) return false;
		for (const field of lost) this.#learn(field, known[field] ?? []);
		this.#write({ ...this.typed, ...Object.fromEntries(lost.map((field) => [field, typed[field] ?? ''])) });
		return true;
	}

	/** The fields that differ from what is saved. */
	get changes(): ChangedFields {
		const changed = Object.keys(this.typed).filter((field) => this.#isChanged(field));
		return Object.fromEntries(changed.map((field) => [field, this.#knownTexts(field)]));
	}

	get isPending(): boolean {
		return Object.keys(this.typed).some((field) => this.#isChanged(field));
	}

	/** What would be lost with the window; null when nothing would. */
	get unsaved(): UnsavedFields | null {
		const known = this.changes;
		const fields = Object.keys(known);
		if (fields.length === 0) return null;
		return { typed: Object.fromEntries(fields.map((field) => [field, this.typed[field] ?? ''])), known };
	}

	/** Takes note of what was saved of `sent`, which may be older than what is typed by now. */
	take(sent: TypedFields, { stored, conflicts }: Extract<SaveAnswer, { kind: 'kept' }>): void {
		for (const [field, text] of Object.entries(stored)) {
			this.#saved = { ...this.#saved, [field]: typedText(sent, field) };
			this.#known = { ...this.#known, [field]: [text] };
		}
		this.conflicts = conflicts.map((conflict) => ({ ...conflict, mine: typedText(sent, conflict.field) }));
	}

	/** The respondent decides a conflict: what stands here is to be saved, or what is saved is to stand here. */
	decide({ field, stored }: OpenConflict, choice: 'mine' | 'stored'): void {
		this.#learn(field, [stored]);
		this.conflicts = this.conflicts.filter((conflict) => conflict.field !== field);
		if (choice === 'mine') return;
		this.#saved = { ...this.#saved, [field]: stored };
		const isList = typeof this.typed[field] === 'object';
		this.#write({ ...this.typed, [field]: isList ? stored.split('\n').filter(Boolean) : stored });
	}

	#write(typed: TypedFields): void {
		this.typed = typed;
		const { instrument, page, answers } = this.#slice;
		this.#answers = readTyped(instrument, page, { form: entriesOf(typed), answers }).answers;
	}

	#settled(typed: TypedFields, field: string, before: unknown): TypedFields {
		if (typed[field] === '') return { ...typed, ...this.#comeBack(field, typed) };
		const changes = ruledOut(this.view, { field, before, typed });
		for (const other of Object.keys(changes)) {
			if (other !== field) this.#setAside = { ...this.#setAside, [other]: typed[other] ?? '' };
		}
		return { ...typed, ...changes };
	}

	/** Whoever takes an answer back gets the alternative that it had pushed out. */
	#comeBack(field: string, typed: TypedFields): TypedFields {
		const other = alternativeTo(this.view, field);
		const aside = other === undefined ? undefined : this.#setAside[other];
		if (other === undefined || aside === undefined || typedText(typed, other) !== '') return {};
		this.#setAside = { ...this.#setAside, [other]: '' };
		return { [other]: aside };
	}

	#isChanged(field: string): boolean {
		return typedText(this.typed, field) !== this.#savedText(field);
	}

	#savedText(field: string): string {
		return this.#saved[field] ?? '';
	}

	#knownTexts(field: string): string[] {
		return [this.#savedText(field), ...(this.#known[field] ?? [])];
	}

	#learn(field: string, texts: readonly string[]): void {
		this.#known = { ...this.#known, [field]: [...(this.#known[field] ?? []), ...texts].slice(-mostKnown) };
	}
}
