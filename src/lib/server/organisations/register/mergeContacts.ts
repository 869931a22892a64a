import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { findContact } from '../contactStore.ts';
import { changeRegister } from './changeRegister.ts';
import { moveEverything } from './dutyStore.ts';
import { upsertContacts } from './registerStore.ts';

export type MergerRefusal = 'not-allowed' | 'unknown-contact' | 'same-person';

/** Makes two contacts one, on a person's word. What stands of the one that is kept stays; what it lacks comes from the other. */
export async function mergeContacts(
	application: Application,
	actor: Actor,
	{ keptId, goneId }: { readonly keptId: string; readonly goneId: string }
): Promise<Result<string, MergerRefusal>> {
	return await changeRegister<string, MergerRefusal>(application, actor, {
		action: 'contacts-merged',
		subject: () => `${keptId} ${goneId}`,
		make: async (sql) => {
			if (keptId === goneId) return refused('same-person');
			const kept = await findContact(sql, keptId);
			const gone = await findContact(sql, goneId);
			if (!kept || kept.name === null || !gone || gone.name === null) return refused('unknown-contact');
			const hasSeat = kept.councilPosition !== null;
			await moveEverything(sql, { fromId: goneId, toId: keptId });
			await upsertContacts(sql, [
				{
					...kept,
					name: kept.name,
					email: kept.email ?? gone.email,
					phone: kept.phone ?? gone.phone,
					councilPosition: hasSeat ? kept.councilPosition : gone.councilPosition,
					councilFrom: hasSeat ? kept.councilFrom : gone.councilFrom,
					councilTo: hasSeat ? kept.councilTo : gone.councilTo
				}
			]);
			return accepted(keptId);
		}
	});
}
