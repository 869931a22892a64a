import { randomUUID } from 'node:crypto';
import type { Register, RegisteredUnit } from '#lib/organisations/register/register.ts';
import type { UnitForm } from '#lib/organisations/registerForms.ts';
import { addDays, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changeRegister } from './changeRegister.ts';
import { keepFormerNames, readRegister, upsertSizes, upsertUnits } from './registerStore.ts';
import { markMerged } from './unitStore.ts';

export type UnitRefusal =
	'not-allowed' | 'unknown-organisation' | 'unknown-unit' | 'unknown-area' | 'name-taken' | 'sector-is-fixed';

interface UnitToSave {
	readonly organisationId: string;
	readonly unitId: string | null;
	readonly form: UnitForm;
}

function refusalOf(register: Register, { organisationId, unitId, form }: UnitToSave): UnitRefusal | null {
	const { organisations, units, areas, askedUnitIds } = register;
	if (!organisations.some((each) => each.organisationId === organisationId)) return 'unknown-organisation';
	const siblings = units.filter((each) => each.organisationId === organisationId);
	const known = siblings.find((each) => each.unitId === unitId);
	if (unitId !== null && !known) return 'unknown-unit';
	if (form.areaId !== null && !areas.some(({ areaId }) => areaId === form.areaId)) return 'unknown-area';
	const name = form.name.toLowerCase();
	if (siblings.some((each) => each !== known && each.name.toLowerCase() === name)) return 'name-taken';
	// Its answers are kept under the sector that it was asked in.
	if (known && known.sector !== form.sector && askedUnitIds.has(known.unitId)) return 'sector-is-fixed';
	return null;
}

/** Adds a unit (without an id) or changes one. A new name leaves the old one in its history. @returns its id. */
export async function saveUnit(
	application: Application,
	actor: Actor,
	unit: UnitToSave
): Promise<Result<string, UnitRefusal>> {
	return await changeRegister<string, UnitRefusal>(application, actor, {
		action: 'unit-saved',
		subject: (id) => id,
		make: async (sql, today) => {
			const refusal = refusalOf(await readRegister(sql), unit);
			if (refusal) return refused(refusal);
			const { size, measure, sizeFrom, ...fields } = unit.form;
			const unitId = unit.unitId ?? randomUUID();
			const saved: RegisteredUnit = { unitId, organisationId: unit.organisationId, ...fields };
			await keepFormerNames(sql, { units: [saved], usedTo: addDays(today, -1) });
			await upsertUnits(sql, [saved]);
			if (size !== null && measure !== null && sizeFrom !== null) {
				await upsertSizes(sql, [{ unitId, holdsFrom: sizeFrom, size, measure }]);
			}
			return accepted(unitId);
		}
	});
}

export type UnitMergerRefusal = 'not-allowed' | 'unknown-unit' | 'same-unit' | 'before-it-began';

/** Ends a unit that has become part of another. Both keep their answers; the series of the one it went into goes on. */
export async function mergeUnit(
	application: Application,
	actor: Actor,
	merger: { readonly unitId: string; readonly intoUnitId: string; readonly lastDay: CalendarDate }
): Promise<Result<null, UnitMergerRefusal>> {
	return await changeRegister<null, UnitMergerRefusal>(application, actor, {
		action: 'units-merged',
		subject: () => `${merger.unitId} ${merger.intoUnitId}`,
		make: async (sql) => {
			if (merger.unitId === merger.intoUnitId) return refused('same-unit');
			const { units } = await readRegister(sql);
			const unit = units.find((each) => each.unitId === merger.unitId);
			if (!unit || !units.some((each) => each.unitId === merger.intoUnitId)) return refused('unknown-unit');
			if (merger.lastDay < unit.activeFrom) return refused('before-it-began');
			await markMerged(sql, merger);
			return accepted(null);
		}
	});
}
