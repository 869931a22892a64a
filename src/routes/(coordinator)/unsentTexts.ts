import type { Attachment } from 'svelte/attachments';

/** The event that tells that what stands in a form has been saved without being sent. */
export const keptEvent = 'lagesbild:kept';

function postedForm({ target }: Event): HTMLFormElement | null {
	const form = target instanceof HTMLElement ? target.closest('form') : null;
	return form?.getAttribute('method') === 'post' ? form : null;
}

/** Which forms of a page hold something typed that has neither been sent nor saved. */
export class UnsentTexts {
	readonly #forms = new Set<HTMLFormElement>();

	get isEmpty(): boolean {
		return ![...this.#forms].some((form) => form.isConnected);
	}

	readonly attach: Attachment<Document> = (page) => {
		const typed = (event: Event) => {
			const form = postedForm(event);
			if (form) this.#forms.add(form);
		};
		const kept = (event: Event) => {
			const form = postedForm(event);
			if (form) this.#forms.delete(form);
		};
		const sent = (event: Event) => {
			if (!event.defaultPrevented) kept(event);
		};
		page.addEventListener('input', typed);
		page.addEventListener(keptEvent, kept);
		page.addEventListener('submit', sent);
		return () => {
			page.removeEventListener('input', typed);
			page.removeEventListener(keptEvent, kept);
			page.removeEventListener('submit', sent);
		};
	};
}
