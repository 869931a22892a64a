import type { Contact } from '#lib/organisations/contact.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { findNamedContact } from '../contactStore.ts';
import { changeRegister } from './changeRegister.ts';
import { moveEverything } from './dutyStore.ts';
import { upsertContacts } from './registerStore.ts';

export type MergerRefusal = 'not-allowed' | 'unknown-contact' | 'same-person';

/** The contact that is kept, with what it lacks from the other. */
function completed(kept: Contact, gone: Contact): Contact {
	const { councilPosition, councilFrom, councilTo } = kept.councilPosition === null ? gone : kept;
	return {
		...kept,
		email: kept.email ?? gone.email,
		phone: kept.phone ?? gone.phone,
		councilPosition,
		councilFrom,
		councilTo
	};
}

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
			const kept = await findNamedContact(sql, keptId);
			const gone = await findNamedContact(sql, goneId);
			if (!kept || !gone) return refused('unknown-contact');
			await moveEverything(sql, { fromId: goneId, toId: keptId });
			await upsertContacts(sql, [completed(kept, gone)]);
			return accepted(keptId);
		}
	});
}
