import { z } from 'zod';

/** A questionnaire has no more pages than this. */
const mostPages = 200;

// A sealed note has room for so many characters of one to three bytes each; a control character would take six.
const oneLine = z
	.string({ error: 'Fyll i fältet' })
	.transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim());

/** Whom a link is given to and what for, in the giver's own words; only the giver can read it. */
export const colleagueNoteSchema = z.object({
	name: oneLine.pipe(
		z
			.string()
			.min(1, { error: 'Skriv vem länken är till' })
			.max(100, { error: 'Korta namnet till högst 100 tecken' })
	),
	task: oneLine.pipe(z.string().max(300, { error: 'Korta texten till högst 300 tecken' })),
	/** The places of the pages that the colleague is asked for; empty: the whole questionnaire. */
	pages: z.array(
		z
			.number()
			.int()
			.min(0)
			.max(mostPages - 1)
	)
});

export type ColleagueNote = z.infer<typeof colleagueNoteSchema>;

/** What a link that a unit has given is for. */
export type SharedLinkNote = { readonly kind: 'approval' } | ({ readonly kind: 'colleague' } & ColleagueNote);

// One bit a page: two hundred numbers would not have room.
const pageBitsSchema = z
	.string()
	.regex(/^[0-9a-f]{1,50}$/)
	.default('0')
	.transform((bits) => {
		const asked = BigInt(`0x${bits}`);
		return Array.from({ length: mostPages }, (_, page) => page).filter(
			(page) => ((asked >> BigInt(page)) & 1n) === 1n
		);
	});

// A note without a kind was written when colleagues' links were the only ones.
const storedNoteSchema = z.union([
	z.object({ kind: z.literal('approval') }),
	z.object({
		kind: z.literal('colleague').default('colleague'),
		name: z.string(),
		task: z.string(),
		pages: pageBitsSchema
	})
]);

/** The note as it is stored: at most some 1 300 bytes. */
export function storedNote(note: SharedLinkNote): string {
	if (note.kind === 'approval') return JSON.stringify(note);
	const bits = note.pages.reduce((asked, page) => asked | (1n << BigInt(page)), 0n);
	return JSON.stringify({ ...note, pages: bits.toString(16) });
}

/** @throws when the text is no stored note. */
export function readStoredNote(text: string): SharedLinkNote {
	return storedNoteSchema.parse(JSON.parse(text));
}

/** More links than this to one draft is no longer a handing over. */
export const mostSharedLinks = 20;
