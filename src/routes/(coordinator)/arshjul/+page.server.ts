import { error } from '@sveltejs/kit';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { readCalendar, renewCalendarFeed } from '#lib/server/rounds/readCalendar.ts';
import { requireActor, requireRole } from '../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { application } = event.locals;
	return {
		calendar: await readCalendar(application, actor),
		today: dayInSweden(application.clock.now()),
		mayManage: actor.role === 'samordnare'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const made = await renewCalendarFeed(event.locals.application, actor);
		if (!made.ok) error(403, 'Det här gör samordnaren.');
		return { address: made.value.address };
	}
};
