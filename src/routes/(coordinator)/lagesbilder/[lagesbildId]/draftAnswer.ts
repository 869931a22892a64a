import type { WrittenBlock } from '#lib/lagesbild/lagesbild.ts';

/** What the server says of a text that is being written. */
export interface DraftAnswer {
	/** closed: it can no longer be saved, since it is sent for review or gone. */
	readonly outcome: 'saved' | 'not-saved' | 'conflict' | 'closed';
	/** The revision to go on from. */
	readonly revision: number;
	/** Why it was not saved. */
	readonly message: string;
	/** Each chapter's text as it will stand. */
	readonly blocks: Readonly<Record<string, readonly WrittenBlock[]>>;
	readonly faults: readonly { readonly field: string; readonly message: string }[];
}
