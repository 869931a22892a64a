import { z } from 'zod';

/** Whom a link is given to and what for, in the giver's own words; only the giver can read it. */
export const colleagueNoteSchema = z.object({
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

export type ColleagueNote = z.infer<typeof colleagueNoteSchema>;

/** What a link that a unit has given is for. A note without a kind was written when colleagues' links were the only ones. */
export const sharedLinkNoteSchema = z.union([
	z.object({ kind: z.literal('approval') }),
	colleagueNoteSchema.extend({ kind: z.literal('colleague').default('colleague') })
]);

export type SharedLinkNote = z.infer<typeof sharedLinkNoteSchema>;

/** More links than this to one draft is no longer a handing over. */
export const mostSharedLinks = 20;
