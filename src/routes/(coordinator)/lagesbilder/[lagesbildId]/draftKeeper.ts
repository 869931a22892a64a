import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { DraftAnswer } from './draftAnswer.ts';

/** How long somebody must have paused before what they wrote is saved and drawn. */
const pause = 1000;

export interface DraftKeeping {
	readonly address: string;
	/** The revision to save from. */
	readonly revision: () => number;
	readonly answered: (answer: DraftAnswer) => void;
	/** No answer came: the network or the server is away. */
	readonly unanswered: () => void;
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

async function send(address: string, body: URLSearchParams): Promise<DraftAnswer> {
	const response = await fetch(address, { method: 'POST', body });
	if (!response.ok) throw new Error(`Draft not kept: ${String(response.status)}`);
	return (await response.json()) as DraftAnswer;
}

/** Saves a form a while after the last stroke, one request at a time, until somebody else has saved or it is sent. */
export function draftKeeper({
	address,
	revision,
	answered,
	unanswered
}: DraftKeeping): Attachment<HTMLFormElement> {
	return (form) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isAsking = false;
		let asking = Promise.resolve();
		let isOver = false;
		const later = () => {
			clearTimeout(timer);
			if (!isOver) {
				timer = setTimeout(() => {
					asking = keep();
				}, pause);
			}
		};
		const keep = async () => {
			// What is typed while the server answers is saved from the revision that it answers with.
			if (isAsking) {
				later();
				await asking;
				return;
			}
			isAsking = true;
			try {
				const answer = await send(address, fieldsOf(form, revision()));
				if (answer.outcome === 'conflict' || answer.outcome === 'closed') end();
				answered(answer);
			} catch {
				unanswered();
			} finally {
				isAsking = false;
			}
		};
		const end = () => {
			isOver = true;
			clearTimeout(timer);
		};
		// What is sent while a draft is on its way would be from a revision that has just passed.
		const sent = (event: SubmitEvent) => {
			end();
			if (!isAsking) return;
			event.preventDefault();
			const { submitter } = event;
			void asking.then(tick).then(() => {
				form.requestSubmit(submitter);
			});
		};
		form.addEventListener('input', later);
		form.addEventListener('submit', sent);
		return () => {
			end();
			form.removeEventListener('input', later);
			form.removeEventListener('submit', sent);
		};
	};
}
