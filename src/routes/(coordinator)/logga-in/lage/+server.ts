import type { RequestHandler } from './$types';

/** Whether the one who is named is signed in: asked before a form is sent, while what is typed still stands in it. */
export const GET: RequestHandler = ({ locals: { actor }, url }) => {
	if (!actor) return new Response(null, { status: 401 });
	return new Response(null, { status: actor.accountId === url.searchParams.get('som') ? 204 : 409 });
};
