import { roleName } from '#lib/server/access/actor.ts';
import type { LayoutServerLoad } from './$types';

/** Only what the header shows. Guards stand in each page and action: a layout's load does not run on every request. */
export const load: LayoutServerLoad = ({ locals }) => ({
	person: locals.actor
		? {
				accountId: locals.actor.accountId,
				name: locals.actor.name,
				role: roleName[locals.actor.role],
				isCoordinator: locals.actor.role === 'samordnare'
			}
		: null
});
