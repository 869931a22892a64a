import type { PageView } from '#lib/instruments/pages/elementView.ts';
import type { PageSlice } from '#lib/instruments/pages/pageSlice.ts';
import { asOneText, viewFields } from '#lib/instruments/pages/viewFields.ts';
import type { FieldConflict } from '#lib/responses/mergeTyped.ts';
import type { PreviousWords, ShownPrevious } from '#lib/responses/previousText.ts';
import type { KeptFields } from './answerPage.ts';
import { typedText, type ChangedFields, type TypedFields } from './pageForm.ts';
import type * as pageReading from './pageReading.ts';
import type { UnsavedFields } from './unsavedCopy.ts';

/** Where the page asks what shall stand of two answers. */
export const conflictId = 'andrat-pa-annat-hall';

/** A field that holds one thing here and another in the draft. */
export interface OpenConflict extends FieldConflict {
	readonly mine: string;
}

type Reading = typeof pageReading;

/** As many texts of a field are remembered as the server reads (fieldChanges.ts), the newest. */
const mostKnown = 15;

/**
 * One page while it is being answered: what is typed, what that makes visible, and how it differs from what is saved.
 * On the server, and until something is typed, it is the page as it was saved.
 */
export class PageAnswering {
	readonly #slice: PageSlice;
	/** What the page shows: as the server drew it until something is typed. */
	view: PageView;
	/** What stands in the fields, those included that an answer has hidden again. Empty until something is typed. */
	typed = $state.raw<TypedFields>({});
	conflicts = $state.raw<readonly OpenConflict[]>([]);
	/** Field → the text that was in it when it was last saved. */
	#saved: Readonly<Record<string, string>>;
	/** Field → texts that the draft may hold as far as this window knows. */
	#known: ChangedFields = {};
	/** Numbers and choices that gave way to their alternative, should the respondent change back. */
	#aside: TypedFields = {};
	#reading: Reading | undefined;
	/** Changes made before the reading was here. */
	#unread: readonly pageReading.FieldChange[] = [];

	constructor({ slice, view }: { readonly slice: PageSlice; readonly view: PageView }, typed: TypedFields) {
		this.#slice = slice;
		this.view = $state.raw(view);
		this.#saved = Object.fromEntries(
			[...viewFields(view)].map(([field, texts]) => [field, asOneText(texts)])
		);
		this.typed = typed;
	}

	/**
	 * Fetches what typing needs. What was typed before it came counts from then on.
	 * @returns false when it cannot be fetched now
	 */
	async begin(): Promise<boolean> {
		if (this.#reading) return true;
		try {
			this.#reading = await import('./pageReading.ts');
		} catch {
			// No network. The server meets the conditions when the page is left, as it does without a script.
			return false;
		}
		for (const change of this.#unread) this.#settle(this.#reading, change);
		this.#unread = [];
		this.#write(this.typed);
		return true;
	}

	/** What the page's controls hold now; `field` is the one that was changed. */
	read(controls: TypedFields, field?: string): void {
		const before = field === undefined ? undefined : this.typed[field];
		this.typed = { ...this.typed, ...controls };
		if (field !== undefined) this.#changed({ field, before });
		this.#write(this.typed);
	}

	/** Adds or takes away an entry, by the value of the button. @returns the field where the respondent goes on. */
	changeEntries(button: string): string | undefined {
		const changed = this.#reading?.withChangedEntries(this.#slice, this.typed, button);
		if (changed) this.#write(changed.typed);
		return changed?.field;
	}

	/** The hints of the time before; undefined until something is typed: then they are as the server wrote them. */
	hints(previous: ShownPrevious, words?: PreviousWords): Record<string, string> | undefined {
		return this.#reading?.hintsOn(this.view, previous, words);
	}

	/** Where the focus goes when a changed control is no longer there. */
	fieldBeside(field: string): string {
		return this.#reading?.fieldBeside(this.view, field) ?? field;
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
	take(sent: TypedFields, { stored, unread, conflicts }: KeptFields): void {
		for (const [field, text] of Object.entries(stored)) {
			this.#saved = { ...this.#saved, [field]: typedText(sent, field) };
			this.#known = { ...this.#known, [field]: [text] };
		}
		for (const field of unread) this.#saved = { ...this.#saved, [field]: '' };
		this.conflicts = conflicts.map((conflict) => ({ ...conflict, mine: typedText(sent, conflict.field) }));
	}

	/** The page was left with `sent`: nothing of it is to be saved once more, whatever the draft has made of it. */
	leave(sent: TypedFields): void {
		for (const field of Object.keys(this.changes)) this.#learn(field, [this.#savedText(field)]);
		this.#saved = Object.fromEntries(Object.keys(sent).map((field) => [field, typedText(sent, field)]));
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
		if (!this.#reading) {
			void this.begin();
			return;
		}
		if (Object.keys(typed).length > 0) this.view = this.#reading.viewOfTyped(this.#slice, typed);
	}

	#changed(change: pageReading.FieldChange): void {
		if (this.#reading) this.#settle(this.#reading, change);
		else this.#unread = [...this.#unread, change];
	}

	#settle(reading: Reading, change: pageReading.FieldChange): void {
		const settled = reading.settledFields(this.view, change, { typed: this.typed, aside: this.#aside });
		this.typed = settled.typed;
		this.#aside = settled.aside;
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
