import type { Contact, UnitContact } from '../contact.ts';
import { columnKeys, type ColumnKey } from './registerCells.ts';
import type {
	Register,
	RegisteredAgreement,
	RegisteredOrganisation,
	RegisteredUnit,
	UnitSize
} from './register.ts';
import { addTo } from './registerDraft.ts';
import { cellTextOf } from './rowFate.ts';

interface Described {
	readonly organisation: RegisteredOrganisation;
	readonly unit?: RegisteredUnit | undefined;
	readonly size?: UnitSize | undefined;
	readonly contact?: Contact | undefined;
	readonly duty?: UnitContact | undefined;
	readonly agreement?: RegisteredAgreement | undefined;
}

const valueOf: Readonly<Record<ColumnKey, (row: Described) => unknown>> = {
	organisation: ({ organisation }) => organisation.name,
	kind: ({ organisation }) => organisation.kind,
	unit: ({ unit }) => unit?.name,
	sector: ({ unit }) => unit?.sector,
	area: ({ unit }) => unit?.areaId,
	unitFrom: ({ unit }) => unit?.activeFrom,
	unitTo: ({ unit }) => unit?.activeTo,
	size: ({ size }) => size?.size,
	measure: ({ size }) => size?.measure,
	sizeFrom: ({ size }) => size?.holdsFrom,
	contact: ({ contact }) => contact?.name,
	role: ({ duty }) => duty?.role,
	language: ({ contact }) => contact?.language,
	email: ({ contact }) => contact?.email,
	phone: ({ contact }) => contact?.phone,
	isMain: ({ duty }) => duty?.isMain,
	contactFrom: ({ duty }) => duty?.activeFrom,
	contactTo: ({ duty }) => duty?.activeTo,
	councilPosition: ({ contact }) => contact?.councilPosition,
	councilFrom: ({ contact }) => contact?.councilFrom,
	councilTo: ({ contact }) => contact?.councilTo,
	agreement: ({ agreement }) => agreement?.title,
	agreementKind: ({ agreement }) => agreement?.kind,
	agreementReference: ({ agreement }) => agreement?.reference,
	purposes: ({ agreement }) => agreement?.purposes,
	areas: ({ agreement }) => agreement?.areas,
	agreementFrom: ({ agreement }) => agreement?.validFrom,
	agreementTo: ({ agreement }) => agreement?.validTo,
	organisationId: ({ organisation }) => organisation.organisationId,
	unitId: ({ unit }) => unit?.unitId,
	contactId: ({ contact }) => contact?.contactId
};

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
	const groups = new Map<string, Value[]>();
	for (const value of values) addTo(groups, keyOf(value), value);
	return groups;
}

/** A row for each person at each unit, and for what has nobody; of sizes the latest. */
function describedRows(register: Register): Described[] {
	const units = grouped(register.units, ({ organisationId }) => organisationId);
	const sizes = grouped(register.sizes, ({ unitId }) => unitId);
	const duties = grouped(register.duties, ({ unitId }) => unitId);
	const contacts = new Map(register.contacts.map((contact) => [contact.contactId, contact]));
	const busy = new Set(register.duties.map(({ contactId }) => contactId));
	const idle = grouped(
		register.contacts.filter(({ contactId }) => !busy.has(contactId)),
		({ organisationId }) => organisationId
	);
	const agreements = grouped(register.agreements, ({ organisationId }) => organisationId);
	return register.organisations.flatMap((organisation) => {
		const { organisationId } = organisation;
		const ofUnits = (units.get(organisationId) ?? []).flatMap((unit): Described[] => {
			const ofUnit = duties.get(unit.unitId) ?? [];
			const size = sizes
				.get(unit.unitId)
				?.toSorted((one, other) => (one.holdsFrom < other.holdsFrom ? -1 : 1))
				.at(-1);
			if (ofUnit.length === 0) return [{ organisation, unit, size }];
			return ofUnit.map((duty) => ({
				organisation,
				unit,
				size,
				duty,
				contact: contacts.get(duty.contactId)
			}));
		});
		const people = (idle.get(organisationId) ?? []).map((contact): Described => ({ organisation, contact }));
		return withAgreements([...ofUnits, ...people], organisation, agreements.get(organisationId) ?? []);
	});
}

/** The agreements of an organisation stand one a row beside its people, with rows of their own when they are more. */
function withAgreements(
	rows: readonly Described[],
	organisation: RegisteredOrganisation,
	agreements: readonly RegisteredAgreement[]
): Described[] {
	const count = Math.max(rows.length, agreements.length, 1);
	return Array.from({ length: count }, (_, place) => ({
		...(rows[place] ?? { organisation }),
		agreement: agreements[place]
	}));
}

/** The register as rows of text under the columns of the file. */
export function exportRows(register: Register): string[][] {
	const areaNames = new Map(register.areas.map(({ areaId, name }) => [areaId, name]));
	return describedRows(register).map((row) =>
		columnKeys.map((column) => cellTextOf(column, valueOf[column](row), areaNames))
	);
}
