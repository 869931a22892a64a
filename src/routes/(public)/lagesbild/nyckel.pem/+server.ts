import { publicationKey } from '#lib/server/keys/signingKey.ts';
import type { RequestHandler } from './$types';

/** What the signatures of published versions are checked with. */
export const GET: RequestHandler = ({ locals }) =>
	new Response(publicationKey(locals.application.keys), {
		headers: { 'content-type': 'application/x-pem-file', 'cache-control': 'public, max-age=300' }
	});
