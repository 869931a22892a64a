import { findDuplicates, type LikelyDuplicate } from '#lib/organisations/register/findDuplicates.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { listContacts } from '../contactStore.ts';
import { listOrganisations } from './registerStore.ts';

interface ListedContact {
	readonly contactId: string;
	readonly name: string;
	readonly email: string | null;
	readonly organisationName: string;
}

/** Contacts that may be one person. Nothing is done about them but by the samordnare. */
export async function listDuplicates(
	application: Application,
	actor: Actor
): Promise<Result<LikelyDuplicate<ListedContact>[], 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const organisations = await listOrganisations(sql);
		const names = new Map(organisations.map(({ organisationId, name }) => [organisationId, name]));
		const contacts = (await listContacts(sql)).map(({ contactId, name, email, organisationId }) => ({
			contactId,
			name,
			email,
			organisationName: names.get(organisationId) ?? ''
		}));
		return accepted(findDuplicates(contacts));
	});
}
