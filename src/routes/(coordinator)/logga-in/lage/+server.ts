import type { RequestHandler } from './$types';

/** Whether somebody is signed in: asked before a form is sent, while what is typed still stands in it. */
export const GET: RequestHandler = ({ locals }) => new Response(null, { status: locals.actor ? 204 : 401 });
