import { resolve } from '$app/paths';
import { exchangeLink } from '../answering.server.ts';

/** Where a link leads, when the browser has been given its cookie. @throws a 404 page when nobody has given it out. */
export async function firstAddress(event: Parameters<typeof exchangeLink>[0]): Promise<string> {
	const { ref, isShort, isForApproval } = await exchangeLink(event);
	if (isForApproval) return resolve('/(respondent)/svara/lank/[ref]/godkanna', { ref });
	return isShort
		? resolve('/(respondent)/svara/lank/[ref]/sida/[nr]', { ref, nr: '1' })
		: resolve('/(respondent)/svara/lank/[ref]', { ref });
}
