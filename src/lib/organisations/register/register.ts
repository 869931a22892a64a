import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { AgreementKind } from '../agreement.ts';
import type { Contact, UnitContact } from '../contact.ts';
import type { OrganisationKind } from '../organisationKind.ts';
import type { Sector } from '../sector.ts';

export interface RegisteredOrganisation {
	readonly organisationId: string;
	readonly name: string;
	readonly kind: OrganisationKind;
}

export interface RegisteredUnit {
	readonly unitId: string;
	readonly organisationId: string;
	readonly name: string;
	/** Null for a unit of the network that gets no questionnaire. */
	readonly sector: Sector | null;
	/** Null: the whole municipality. */
	readonly areaId: string | null;
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
}

/** How many the unit answers for, from a day on. */
export interface UnitSize {
	readonly unitId: string;
	readonly holdsFrom: CalendarDate;
	readonly size: number;
	/** What is counted: "elever". */
	readonly measure: string;
}

export interface RegisteredAgreement {
	readonly agreementId: string;
	readonly organisationId: string;
	readonly title: string;
	readonly kind: AgreementKind;
	readonly reference: string | null;
	readonly purposes: string;
	readonly areas: string;
	readonly validFrom: CalendarDate;
	readonly validTo: CalendarDate | null;
}

export interface NamedArea {
	readonly areaId: string;
	readonly name: string;
}

/** The whole register of a municipality, without those who have been erased. */
export interface Register {
	readonly areas: readonly NamedArea[];
	readonly organisations: readonly RegisteredOrganisation[];
	readonly units: readonly RegisteredUnit[];
	readonly sizes: readonly UnitSize[];
	readonly contacts: readonly Contact[];
	readonly duties: readonly UnitContact[];
	readonly agreements: readonly RegisteredAgreement[];
	/** Units that have been asked in a round: their sector is fixed, since their answers are kept under it. */
	readonly askedUnitIds: ReadonlySet<string>;
}
