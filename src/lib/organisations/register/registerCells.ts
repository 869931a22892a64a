import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { AgreementKind } from '../agreement.ts';
import type { ContactLanguage } from '../contact.ts';
import type { OrganisationKind } from '../organisationKind.ts';
import type { Sector } from '../sector.ts';

/** What the cells of a row say, read. A row is one person at one unit; an empty cell says nothing. */
export interface RegisterCells {
	readonly organisationId: string;
	readonly organisation: string;
	readonly kind: OrganisationKind;
	readonly unitId: string;
	readonly unit: string;
	readonly sector: Sector;
	readonly area: string;
	readonly unitFrom: CalendarDate;
	readonly unitTo: CalendarDate;
	readonly size: number;
	readonly measure: string;
	readonly sizeFrom: CalendarDate;
	readonly contactId: string;
	readonly contact: string;
	readonly role: string;
	readonly language: ContactLanguage;
	readonly email: string;
	readonly phone: string;
	readonly isMain: boolean;
	readonly contactFrom: CalendarDate;
	readonly contactTo: CalendarDate;
	readonly councilPosition: string;
	readonly councilFrom: CalendarDate;
	readonly councilTo: CalendarDate;
	readonly agreement: string;
	readonly agreementKind: AgreementKind;
	readonly agreementReference: string;
	readonly purposes: string;
	readonly areas: string;
	readonly agreementFrom: CalendarDate;
	readonly agreementTo: CalendarDate;
}

export type ColumnKey = keyof RegisterCells;

/** The columns in the order of the exported file, with the headings that it has. */
export const columnHeading: Readonly<Record<ColumnKey, string>> = {
	organisation: 'Organisation',
	kind: 'Organisationstyp',
	unit: 'Enhet',
	sector: 'Sektor',
	area: 'Område',
	unitFrom: 'Enhet från',
	unitTo: 'Enhet till',
	size: 'Storlek',
	measure: 'Storlek avser',
	sizeFrom: 'Storlek gäller från',
	contact: 'Kontaktperson',
	role: 'Roll',
	language: 'Språk',
	email: 'E-post',
	phone: 'Telefon',
	isMain: 'Huvudkontakt',
	contactFrom: 'Kontakt från',
	contactTo: 'Kontakt till',
	councilPosition: 'Befattning i rådet',
	councilFrom: 'Rådet från',
	councilTo: 'Rådet till',
	agreement: 'Överenskommelse',
	agreementKind: 'Typ av överenskommelse',
	agreementReference: 'Diarienummer',
	purposes: 'Syften',
	areas: 'Samverkansområden',
	agreementFrom: 'Överenskommelse från',
	agreementTo: 'Överenskommelse till',
	organisationId: 'Organisations-id',
	unitId: 'Enhets-id',
	contactId: 'Kontakt-id'
};

export const columnKeys = Object.keys(columnHeading) as readonly ColumnKey[];

/** Other words for the same columns, as lists in municipalities have them. */
const otherHeadings: Readonly<Record<string, ColumnKey>> = {
	typ: 'kind',
	namn: 'contact',
	kontakt: 'contact',
	epost: 'email',
	epostadress: 'email',
	mejl: 'email',
	mail: 'email',
	email: 'email',
	tel: 'phone',
	telefonnummer: 'phone',
	mobil: 'phone',
	titel: 'role',
	befattning: 'role',
	funktion: 'role',
	verksamhet: 'unit',
	stadsdel: 'area',
	avtal: 'agreement',
	dnr: 'agreementReference'
};

/** "E-post ", "epost" and "E-POST" are one heading. */
function headingKey(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll(/[^a-zåäöéü0-9]/gu, '');
}

const columnOfHeading: ReadonlyMap<string, ColumnKey> = new Map([
	...Object.entries(otherHeadings),
	...columnKeys.map((key) => [headingKey(columnHeading[key]), key] as const)
]);

export function columnOf(heading: string): ColumnKey | null {
	return columnOfHeading.get(headingKey(heading)) ?? null;
}
