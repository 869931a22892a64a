import type { CalendarDate } from '#lib/shared/calendarDate.ts';

export const contactLanguages = ['sv', 'en'] as const;
export type ContactLanguage = (typeof contactLanguages)[number];

export const contactLanguageName: Readonly<Record<ContactLanguage, string>> = {
	sv: 'Svenska',
	en: 'Engelska'
};

/** A person of a partner. One person may answer for several units. */
export interface Contact {
	readonly contactId: string;
	readonly organisationId: string;
	readonly name: string;
	readonly language: ContactLanguage;
	readonly email: string | null;
	readonly phone: string | null;
	/** The seat in the strategic council (lag 2023:196, 10 §). */
	readonly councilPosition: string | null;
	readonly councilFrom: CalendarDate | null;
	readonly councilTo: CalendarDate | null;
}

/** What a person does for a unit, and when. */
export interface UnitContact {
	readonly unitId: string;
	readonly contactId: string;
	readonly role: string | null;
	readonly isMain: boolean;
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
}

export interface Span {
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
}

export function isActiveOn({ activeFrom, activeTo }: Span, day: CalendarDate): boolean {
	return activeFrom <= day && (activeTo === null || activeTo >= day);
}

export function spansOverlap(one: Span, other: Span): boolean {
	return (
		(one.activeTo === null || other.activeFrom <= one.activeTo) &&
		(other.activeTo === null || one.activeFrom <= other.activeTo)
	);
}
