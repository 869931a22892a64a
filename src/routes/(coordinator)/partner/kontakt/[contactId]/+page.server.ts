import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { readContactOf } from './contactEvent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const view = await readContactOf(event, requireRole(event, 'samordnare'));
	const { municipality, contact, organisationName, duties, rounds, alike, signed } = view;
	return {
		contact,
		organisationName,
		duties,
		rounds,
		alike,
		signed,
		controller: { name: municipality.name, board: municipality.responsibleBoard },
		today: dayInSweden(event.locals.application.clock.now()),
		messages: view.messages.map((message) => ({
			...message,
			createdOn: dayInSweden(message.createdAt),
			sentOn: message.sentAt ? dayInSweden(message.sentAt) : null
		}))
	};
};
