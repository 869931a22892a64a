import { z } from 'zod';

/** Whom a link is given to and what for, in the giver's own words; only the giver can read it. */
export const sharedLinkNoteSchema = z.object({
	name: z
		.string({ error: 'Skriv vem länken är till' })
		.trim()
		.min(1, { error: 'Skriv vem länken är till' })
		.max(100, { error: 'Korta namnet till högst 100 tecken' }),
	task: z
		.string({ error: 'Skriv vad kollegan ska svara på' })
		.trim()
		.max(300, { error: 'Korta texten till högst 300 tecken' })
});

export type SharedLinkNote = z.infer<typeof sharedLinkNoteSchema>;

/** More links than this to one draft is no longer a handing over. */
export const mostSharedLinks = 20;
