/** Why a form cannot be sent now. */
export type Obstacle = 'signed-out' | 'another-person' | 'unreachable' | 'too-large';

interface Guarding {
	/** Asks the server; null when nothing stands in the way. */
	readonly findObstacle: (form: HTMLFormElement) => Promise<Obstacle | null>;
	/** Shows by the button what stood in the way. @returns what takes it away again */
	readonly show: (obstacle: Obstacle, form: HTMLFormElement, submitter: HTMLElement | null) => () => void;
}

/** How long a form that has been sent is not sent again, unless its answer comes before that. */
const longestSending = 20_000;

/**
 * Sends a form when the server can be reached and the person is still signed in, and once however often its button is pressed.
 * A browser that is refused leaves the page, and what was typed with it.
 */
export class SendingGuard {
	readonly #guarding: Guarding;
	/** Others may be sent meanwhile: the button that ends a long compilation, for example. */
	#sending: HTMLFormElement | null = null;
	#cleared: HTMLFormElement | null = null;
	#hide: (() => void) | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(guarding: Guarding) {
		this.#guarding = guarding;
	}

	/** Before the form's own listeners, which believe that what they hear of is sent. */
	readonly onSubmitFirst = (event: SubmitEvent): void => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || form.getAttribute('method') !== 'post' || !form.closest('main'))
			return;
		if (this.#cleared === form) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		if (this.#sending !== form) void this.#send(form, event.submitter);
	};

	/** After them: one of them may have put the sending off, and sends later. */
	readonly onSubmitLast = (event: SubmitEvent): void => {
		if (event.defaultPrevented) this.rest();
	};

	/** A form may be sent: the page has come, or come back. */
	readonly rest = (): void => {
		clearTimeout(this.#timer);
		this.#sending = null;
	};

	async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
		this.#sending = form;
		const obstacle = await this.#guarding.findObstacle(form);
		this.#hide?.();
		this.#hide = null;
		if (obstacle !== null) {
			this.#hide = this.#guarding.show(obstacle, form, submitter);
			this.rest();
			return;
		}
		this.#timer = setTimeout(this.rest, longestSending);
		this.#cleared = form;
		form.requestSubmit(submitter);
		this.#cleared = null;
	}
}
