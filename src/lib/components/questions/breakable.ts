/** Words written together with a stroke may part after it; a browser would rather cut the last of them anywhere. */
export function breakable(text: string): string {
	return text.includes('/') ? text.replace(/\/(?=\p{L})/gu, '/\u200b') : text;
}
