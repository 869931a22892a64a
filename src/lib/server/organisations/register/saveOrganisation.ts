import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { RegisteredOrganisation } from '#lib/organisations/register/register.ts';
import type { AgreementForm, organisationSchema } from '#lib/organisations/registerForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import type { Sql } from '../../db/connection.ts';
import { changeRegister } from './changeRegister.ts';
import { listAgreements, listOrganisations, upsertAgreements, upsertOrganisations } from './registerStore.ts';

export type OrganisationRefusal = 'not-allowed' | 'unknown-organisation' | 'name-taken';

function sameName(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** Adds an organisation (without an id) or changes one. @returns its id. */
export async function saveOrganisation(
	application: Application,
	actor: Actor,
	{ organisationId, ...form }: { readonly organisationId: string | null } & z.infer<typeof organisationSchema>
): Promise<Result<string, OrganisationRefusal>> {
	return await changeRegister<string, OrganisationRefusal>(application, actor, {
		action: 'organisation-saved',
		subject: (id) => id,
		make: async (sql) => {
			const all = await listOrganisations(sql);
			const known = all.find((each) => each.organisationId === organisationId);
			if (organisationId !== null && !known) return refused('unknown-organisation');
			const isTaken = all.some((each) => sameName(each.name, form.name) && each !== known);
			if (isTaken) return refused('name-taken');
			const saved: RegisteredOrganisation = { organisationId: organisationId ?? randomUUID(), ...form };
			await upsertOrganisations(sql, [saved]);
			return accepted(saved.organisationId);
		}
	});
}

export type AgreementRefusal = 'not-allowed' | 'unknown-organisation' | 'unknown-agreement' | 'title-taken';

async function organisationExists(sql: Sql, organisationId: string): Promise<boolean> {
	const all = await listOrganisations(sql);
	return all.some((each) => each.organisationId === organisationId);
}

/** Adds a written agreement with an organisation (without an id) or changes one. */
export async function saveAgreement(
	application: Application,
	actor: Actor,
	{
		organisationId,
		agreementId,
		form
	}: { readonly organisationId: string; readonly agreementId: string | null; readonly form: AgreementForm }
): Promise<Result<string, AgreementRefusal>> {
	return await changeRegister<string, AgreementRefusal>(application, actor, {
		action: 'agreement-saved',
		subject: (id) => id,
		make: async (sql) => {
			if (!(await organisationExists(sql, organisationId))) return refused('unknown-organisation');
			const all = (await listAgreements(sql)).filter((each) => each.organisationId === organisationId);
			const known = all.find((each) => each.agreementId === agreementId);
			if (agreementId !== null && !known) return refused('unknown-agreement');
			if (all.some((each) => sameName(each.title, form.title) && each !== known))
				return refused('title-taken');
			const id = agreementId ?? randomUUID();
			await upsertAgreements(sql, [{ agreementId: id, organisationId, ...form }]);
			return accepted(id);
		}
	});
}
