/** The token of the link in a letter, or null when the letter has been sent and its text erased. */
export function tokenInLetter(body: string | null): string | null {
	return /\/svara\/([\w-]{22})/.exec(body ?? '')?.[1] ?? null;
}
