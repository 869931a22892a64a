import { randomUUID } from 'node:crypto';
import type { ImportPlan, Write } from '#lib/organisations/register/planImport.ts';
import { addDays, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';
import {
	keepFormerNames,
	lookUpByIndex,
	upsertAgreements,
	upsertContacts,
	upsertDuties,
	upsertOrganisations,
	upsertSizes,
	upsertUnits
} from './registerStore.ts';

type IdName = 'organisationId' | 'unitId' | 'contactId' | 'agreementId';

/** Gives new things their ids, the same wherever the plan speaks of them. */
function identification() {
	const given = new Map<string, string>();
	const idOf = (id: string) => {
		if (!id.startsWith('ny-')) return id;
		const known = given.get(id);
		if (known !== undefined) return known;
		const made = randomUUID();
		given.set(id, made);
		return made;
	};
	return <Values extends object>(writes: readonly Write<Values>[], names: readonly IdName[]): Values[] =>
		writes.map(({ values }) => {
			const ids = names.map((name) => [name, idOf(String(Reflect.get(values, name)))]);
			return { ...values, ...(Object.fromEntries(ids) as object) };
		});
}

/** Writes what the plan came to, each kind of thing in one statement. */
export async function writePlan(
	sql: Sql,
	{ plan, today }: { readonly plan: ImportPlan; readonly today: CalendarDate }
): Promise<void> {
	await lookUpByIndex(sql);
	const identified = identification();
	const units = identified(plan.units, ['unitId', 'organisationId']);
	await upsertOrganisations(sql, identified(plan.organisations, ['organisationId']));
	await keepFormerNames(sql, { units, usedTo: addDays(today, -1) });
	await upsertUnits(sql, units);
	await upsertSizes(sql, identified(plan.sizes, ['unitId']));
	await upsertContacts(sql, identified(plan.contacts, ['contactId', 'organisationId']));
	await upsertDuties(sql, identified(plan.duties, ['unitId', 'contactId']));
	await upsertAgreements(sql, identified(plan.agreements, ['agreementId', 'organisationId']));
}
