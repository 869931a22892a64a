import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { keptEvent } from '../../unsentTexts.ts';
import type { DraftAnswer } from './draftAnswer.ts';

/** How long somebody must have paused before what they wrote is saved and drawn. */
const pause = 1000;

/** Between two tries when no answer came. */
const pauseWithoutAnswer = 5000;

/** No answer came, since the network or the server is away; or nobody is signed in any longer. */
export type NotTaken = 'unreachable' | 'signed-out';

export interface DraftKeeping {
	readonly address: string;
	/** The revision to save from. */
	readonly revision: () => number;
	readonly answered: (answer: DraftAnswer) => void;
	/** It is tried again. */
	readonly unanswered: (reason: NotTaken) => void;
}

/** As a form is sent: the server takes nothing else. */
function fieldsOf(form: HTMLFormElement, revision: number): URLSearchParams {
	const fields = new URLSearchParams();
	for (const [name, value] of new FormData(form)) {
		if (typeof value === 'string') fields.set(name, value);
	}
	fields.set('revision', String(revision));
	return fields;
}

/** null: the server leads to the sign-in page. */
async function send(address: string, body: URLSearchParams): Promise<DraftAnswer | null> {
	const response = await fetch(address, { method: 'POST', body, redirect: 'manual' });
	if (response.type === 'opaqueredirect') return null;
	if (!response.ok) throw new Error(`Draft not kept: ${String(response.status)}`);
	return (await response.json()) as DraftAnswer;
}

/** Saves a form a while after the last stroke, one request at a time, until somebody else has saved or it is sent. */
class DraftKeeper {
	private timer: ReturnType<typeof setTimeout> | undefined;
	private isAsking = false;
	private asking = Promise.resolve();
	private isOver = false;
	private strokes = 0;
	private readonly form: HTMLFormElement;
	private readonly keeping: DraftKeeping;

	constructor(form: HTMLFormElement, keeping: DraftKeeping) {
		this.form = form;
		this.keeping = keeping;
	}

	typed(): void {
		this.strokes += 1;
		this.later(pause);
	}

	// What is sent while a draft is on its way would be from a revision that has just passed.
	sent(event: SubmitEvent): void {
		this.end();
		if (!this.isAsking) return;
		event.preventDefault();
		const { submitter } = event;
		void this.asking.then(tick).then(() => {
			this.form.requestSubmit(submitter);
		});
	}

	end(): void {
		this.isOver = true;
		clearTimeout(this.timer);
	}

	private later(wait: number): void {
		clearTimeout(this.timer);
		if (this.isOver) return;
		this.timer = setTimeout(() => {
			this.asking = this.keep();
		}, wait);
	}

	private async keep(): Promise<void> {
		// What is typed while the server answers is saved from the revision that it answers with.
		if (this.isAsking) {
			this.later(pause);
			await this.asking;
			return;
		}
		this.isAsking = true;
		const { strokes } = this;
		const { address, revision } = this.keeping;
		try {
			const answer = await send(address, fieldsOf(this.form, revision()));
			if (answer === null) this.notTaken('signed-out');
			else this.taken(answer, strokes);
		} catch {
			this.notTaken('unreachable');
		} finally {
			this.isAsking = false;
		}
	}

	private taken(answer: DraftAnswer, strokes: number): void {
		if (answer.outcome === 'conflict' || answer.outcome === 'closed') this.end();
		this.keeping.answered(answer);
		if (answer.outcome === 'saved' && strokes === this.strokes) {
			this.form.dispatchEvent(new Event(keptEvent, { bubbles: true }));
		}
	}

	private notTaken(reason: NotTaken): void {
		this.keeping.unanswered(reason);
		this.later(pauseWithoutAnswer);
	}
}

export function draftKeeper(keeping: DraftKeeping): Attachment<HTMLFormElement> {
	return (form) => {
		const keeper = new DraftKeeper(form, keeping);
		const typed = () => {
			keeper.typed();
		};
		const sent = (event: SubmitEvent) => {
			keeper.sent(event);
		};
		form.addEventListener('input', typed);
		form.addEventListener('submit', sent);
		return () => {
			keeper.end();
			form.removeEventListener('input', typed);
			form.removeEventListener('submit', sent);
		};
	};
}
