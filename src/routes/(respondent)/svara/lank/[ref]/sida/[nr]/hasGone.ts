import { goto, preloadData } from '$app/navigation';

/** Goes to a page that has come: one that does not would put a page of error in place of the one that is being answered. */
export async function hasGone(location: string): Promise<boolean> {
	if (location.endsWith('/skickat')) {
		// The receipt comes as a page of its own: it may tell the browser to forget everything.
		globalThis.location.assign(location);
		return true;
	}
	const next = await preloadData(location);
	if (next.type === 'loaded' && next.status >= 500) return false;
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the server's own redirect
	await goto(location);
	return true;
}
