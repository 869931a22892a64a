/** The path that a redirect leads to; Kit writes it relative to the page asked for. */
export function landingOf(response: Response): string | null {
	const location = response.headers.get('location');
	if (location === null) return null;
	const { pathname, search } = new URL(location, response.url);
	return pathname + search;
}
