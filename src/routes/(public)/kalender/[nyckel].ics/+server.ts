import { error } from '@sveltejs/kit';
import { readCalendarFeed } from '#lib/server/rounds/readCalendar.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const feed = await readCalendarFeed(locals.application, params.nyckel);
	if (!feed.ok) error(404, 'Kalendern finns inte');
	return new Response(feed.value, {
		headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' }
	});
};
