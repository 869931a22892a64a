import { z } from 'zod';
import { findDuplicates } from '#lib/organisations/register/findDuplicates.ts';
import { unitRows, type UnitFilter } from '#lib/organisations/register/unitRows.ts';
import { isActiveOn } from '#lib/organisations/contact.ts';
import { organisationKinds } from '#lib/organisations/organisationKind.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { readPartners } from '#lib/server/organisations/register/readPartners.ts';
import { requireActor } from '../requireActor.server.ts';
import type { PageServerLoad } from './$types';

const rowsOnPage = 100;

/** What an address may ask for; anything else is as if it had not been asked. */
const filterSchema = z.object({
	text: z.string().max(100).catch(''),
	sector: z
		.enum([...sectors, 'ingen'])
		.nullable()
		.catch(null),
	kind: z.enum(organisationKinds).nullable().catch(null),
	areaId: z
		.string()
		.max(100)
		.transform((text) => (text === '' ? null : text))
		.nullable()
		.catch(null),
	page: z.coerce.number().int().min(1).max(10_000).catch(1)
});

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { searchParams } = event.url;
	const asked = filterSchema.parse({
		text: searchParams.get('sok') ?? '',
		sector: searchParams.get('sektor'),
		kind: searchParams.get('typ'),
		areaId: searchParams.get('omrade'),
		page: searchParams.get('sida')
	});
	const filter: UnitFilter = { ...asked, isEndedShown: searchParams.get('avslutade') === 'ja' };
	const { register, today, bouncedIds } = await readPartners(event.locals.application, actor);
	const rows = unitRows(register, today, filter);
	const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
	const page = Math.min(asked.page, pages);
	const mayChange = actor.role === 'samordnare';
	const kinds = new Map<string, number>();
	for (const { kind } of register.organisations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	return {
		rows: rows.slice((page - 1) * rowsOnPage, page * rowsOnPage).map((row) => ({
			...row,
			isBounced: row.contact !== null && bouncedIds.has(row.contact.contactId)
		})),
		count: rows.length,
		page,
		pages,
		filter,
		areas: register.areas,
		counts: {
			organisations: register.organisations.length,
			units: register.units.filter((unit) => isActiveOn(unit, today)).length,
			contacts: register.contacts.length,
			bounced: bouncedIds.size,
			duplicates: mayChange ? findDuplicates(register.contacts).length : 0
		},
		kinds: organisationKinds.map((kind) => ({ kind, count: kinds.get(kind) ?? 0 })),
		emptyOrganisations: register.organisations.filter(
			({ organisationId }) => !register.units.some((unit) => unit.organisationId === organisationId)
		),
		council: register.contacts.filter(
			({ councilFrom, councilTo }) =>
				councilFrom !== null && isActiveOn({ activeFrom: councilFrom, activeTo: councilTo }, today)
		),
		mayChange
	};
};
