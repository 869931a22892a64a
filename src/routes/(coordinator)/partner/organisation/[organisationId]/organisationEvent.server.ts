import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/actor.ts';
import { readPartners } from '#lib/server/organisations/register/readPartners.ts';
import { idInAddress } from '../../../idInAddress.server.ts';

const missing = 'Organisationen finns inte';

interface OrganisationEvent {
	readonly params: { readonly organisationId: string };
	readonly locals: App.Locals;
}

export function organisationIdOf({ params }: Pick<OrganisationEvent, 'params'>): string {
	return idInAddress(params.organisationId, missing);
}

/** The organisation that the address names, with the register around it. @throws a 404 page */
export async function readOrganisation(event: OrganisationEvent, actor: Actor) {
	const organisationId = organisationIdOf(event);
	const view = await readPartners(event.locals.application, actor);
	const organisation = view.register.organisations.find((each) => each.organisationId === organisationId);
	if (!organisation) error(404, missing);
	return { ...view, organisation };
}
