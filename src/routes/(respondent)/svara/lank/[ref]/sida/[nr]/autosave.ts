/** How saving went. Whatever is not saved stays in the window, and is tried again where that can help. */
export type SaveOutcome = 'saved' | 'away' | 'signed-out' | 'given-up';

export interface SavingWork {
	/** Whether anything has been typed that is not saved. */
	readonly isPending: () => boolean;
	readonly save: () => Promise<SaveOutcome>;
}

/** A pause this long in typing, and it is saved; with the sending well within two seconds. */
const pauseMilliseconds = 1000;
/** Whoever writes without a pause is saved this often. */
const longestMilliseconds = 10_000;
const retryMilliseconds = [2000, 4000, 8000, 15_000, 30_000] as const;

/** When to save: after a pause in typing, one request at a time, and again with longer and longer waits while nobody answers. */
export class Autosave {
	readonly #work: SavingWork;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<void> | undefined;
	#firstTouch: number | undefined;
	#failures = 0;
	#isTouchedMeanwhile = false;

	constructor(work: SavingWork) {
		this.#work = work;
	}

	/** Something was typed. */
	touch(): void {
		if (this.#running) {
			this.#isTouchedMeanwhile = true;
			return;
		}
		const now = performance.now();
		this.#firstTouch ??= now;
		const rest = longestMilliseconds - (now - this.#firstTouch);
		this.#wait(Math.max(0, Math.min(pauseMilliseconds, rest)));
	}

	/** Saves now: the window is being hidden, or the network is back. */
	async flush(): Promise<void> {
		await this.#running;
		this.#failures = 0;
		await this.#run();
	}

	/** Until no request is under way, so that what is posted next is not overtaken by it. Nothing more is planned. */
	async settle(): Promise<void> {
		this.stop();
		await this.#running;
		this.stop();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#isTouchedMeanwhile = false;
	}

	#wait(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#run(), milliseconds);
	}

	async #run(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#running || !this.#work.isPending()) return;
		this.#firstTouch = undefined;
		this.#running = this.#saveOnce();
		await this.#running;
	}

	async #saveOnce(): Promise<void> {
		const outcome = await this.#work.save();
		this.#running = undefined;
		if (outcome === 'away' || outcome === 'signed-out') {
			const wait = retryMilliseconds[Math.min(this.#failures, retryMilliseconds.length - 1)] ?? 30_000;
			this.#failures += 1;
			this.#wait(wait);
			return;
		}
		this.#failures = 0;
		if (this.#isTouchedMeanwhile) {
			this.#isTouchedMeanwhile = false;
			this.touch();
		}
	}
}
