import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { Register } from '#lib/organisations/register/register.ts';
import { planImport, type ImportPlan } from '#lib/organisations/register/planImport.ts';
import type { ColumnKey } from '#lib/organisations/register/registerCells.ts';
import type { Contact } from '#lib/organisations/contact.ts';

export const schoolId = '10000000-0000-4000-8000-000000000001';
export const northId = '20000000-0000-4000-8000-000000000001';
export const annaId = '30000000-0000-4000-8000-000000000001';

export function contactNamed(name: string, changes: Partial<Contact> = {}): Contact {
	return {
		contactId: annaId,
		organisationId: schoolId,
		name,
		language: 'sv',
		email: null,
		phone: null,
		councilPosition: null,
		councilFrom: null,
		councilTo: null,
		...changes
	};
}

/** A school with one unit that Anna Ek answers for. */
export function smallRegister(changes: Partial<Register> = {}): Register {
	const activeFrom = calendarDate('2024-01-01');
	return {
		areas: [{ areaId: 'centrum', name: 'Centrum' }],
		organisations: [{ organisationId: schoolId, name: 'Skolförvaltningen', kind: 'school' }],
		units: [
			{
				unitId: northId,
				organisationId: schoolId,
				name: 'Norrskolan',
				sector: 'skola',
				areaId: null,
				activeFrom,
				activeTo: null
			}
		],
		sizes: [{ unitId: northId, holdsFrom: activeFrom, size: 400, measure: 'elever' }],
		contacts: [contactNamed('Anna Ek', { email: 'anna.ek@skola.example' })],
		duties: [
			{ unitId: northId, contactId: annaId, role: 'Rektor', isMain: true, activeFrom, activeTo: null }
		],
		agreements: [],
		askedUnitIds: new Set(),
		...changes
	};
}

/** The plan of rows of text, on the first of March 2026; the first row stands on line 2. */
export function planOfRows(
	rows: readonly Partial<Record<ColumnKey, string>>[],
	register: Register = smallRegister()
): ImportPlan {
	return planImport(register, {
		rows: rows.map((cells, place) => ({ line: place + 2, cells })),
		today: calendarDate('2026-03-01')
	});
}
