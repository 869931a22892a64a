interface Asked {
	readonly method: string | undefined;
	readonly mode: unknown;
	readonly purpose: unknown;
}

/**
 * Whether a browser goes to the page: it says so itself (W3C Fetch Metadata). What inspects the links of mail by fetching them
 * does not say it, and a page that is fetched beforehand has a purpose.
 */
export function isNavigation({ method, mode, purpose }: Asked): boolean {
	return method === 'GET' && mode === 'navigate' && (purpose ?? null) === null;
}
