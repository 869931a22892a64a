import { isRespondents, referrerPolicy } from './referrerPolicy.ts';

type Header = readonly [name: string, value: string];

/** Of a request, as much as its answer's common headers hang on. */
export interface Asked {
	readonly address: string;
	readonly site: string | null;
	readonly agent: string | null;
}

/** What every answer says, whoever makes it; `security` is the same for all. */
export function commonHeaders(
	security: readonly Header[],
	{ address, site, agent }: Asked
): readonly Header[] {
	const isRespondent = isRespondents(address);
	return [
		...security,
		// Here and not in a layout, which would be loaded for each page to say it.
		...(isRespondent ? [['x-robots-tag', 'noindex, nofollow, noarchive'] as const] : []),
		['referrer-policy', referrerPolicy({ isRespondents: isRespondent, site, agent })]
	];
}
