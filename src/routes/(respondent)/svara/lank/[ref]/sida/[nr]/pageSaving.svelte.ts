import type { ActionResult } from '@sveltejs/kit';
import { Autosave, type SaveOutcome } from './autosave.ts';
import type { PageAnswering } from './pageAnswering.svelte.ts';
import { pageForm } from './pageForm.ts';
import { keptOf, postPage, readAnswer, type SaveAnswer } from './savePage.ts';
import type { UnsavedCopy } from './unsavedCopy.ts';

/** What the respondent is told of the saving. */
export type SavingState =
	| { readonly kind: 'untouched' }
	/** `left`: so many fields hold something that cannot be read, or wait for a decision. */
	| { readonly kind: 'saved'; readonly at: number; readonly left: number }
	| Exclude<SaveAnswer, { kind: 'kept' }>;

/** What a button could not do because nobody answers: leave the page, its answers saved or not, or change its entries. */
export type Stuck = 'unsaved' | 'saved' | 'entries';

const outcomes: Readonly<Record<SaveAnswer['kind'], SaveOutcome>> = {
	kept: 'saved',
	away: 'away',
	'signed-out': 'signed-out',
	ended: 'given-up',
	refused: 'given-up'
};

/** Saves one page while it is being written, and when it is left. */
export class PageSaving {
	state = $state.raw<SavingState>({ kind: 'untouched' });
	readonly #answering: PageAnswering;
	readonly #address: string;
	readonly #copy: UnsavedCopy | null;
	readonly #autosave = new Autosave({
		isPending: () => this.#answering.isPending,
		save: () => this.#save()
	});

	constructor(answering: PageAnswering, address: string, copy: UnsavedCopy | null) {
		this.#answering = answering;
		this.#address = address;
		this.#copy = copy;
	}

	/** Something was typed: kept in this browser at once, and saved after a pause. */
	noticed(): void {
		void this.#copy?.keep(this.#answering.unsaved);
		if (this.#answering.isPending) this.#autosave.touch();
	}

	/** Saves now what is not saved. */
	flush(): void {
		void this.#autosave.flush();
	}

	/** Whether something would be lost if the window were closed now. */
	get isAtRisk(): boolean {
		return this.#copy === null && this.#answering.isPending;
	}

	/** Posts the page by one of its buttons. */
	async leave(way: string): Promise<ActionResult> {
		await this.#autosave.settle();
		const sent = this.#answering.typed;
		const result = await postPage(this.#address, pageForm(sent, this.#answering.changes, way));
		if (result.type === 'redirect') {
			this.#answering.leave(sent);
			await this.#copy?.keep(null);
			return result;
		}
		if (result.type === 'failure') this.#answering.take(sent, keptOf(result));
		else if (result.type === 'error') this.#tell(readAnswer(result));
		this.noticed();
		return result;
	}

	async #save(): Promise<SaveOutcome> {
		const sent = this.#answering.typed;
		const { changes } = this.#answering;
		const answer = readAnswer(await postPage(this.#address, pageForm(sent, changes, 'utkast')));
		if (answer.kind === 'kept') {
			this.#answering.take(sent, answer);
			const left = Object.keys(changes).filter((field) => answer.stored[field] === undefined).length;
			this.state = { kind: 'saved', at: Date.now(), left };
		} else this.#tell(answer);
		await this.#copy?.keep(this.#answering.unsaved);
		return outcomes[answer.kind];
	}

	#tell(answer: SaveAnswer): void {
		if (answer.kind !== 'kept' && answer.kind !== this.state.kind) this.state = answer;
	}
}
