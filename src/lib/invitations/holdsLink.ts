/** Whether a message of a kind has a link in it: then it is worth a paper. */
export function holdsLink(kind: string): boolean {
	return kind === 'invitation' || kind === 'reminder' || kind === 'replacement';
}
