import type { OrganisationKind } from '#lib/organisations/organisationKind.ts';
import type { Sector } from '#lib/organisations/sector.ts';

/** How many answers an option of an opinion item got in a sector. No row stands for a respondent. */
export interface OpinionTally {
	readonly sector: Sector;
	/** Variable code of the instrument, for example `C17.polis` or `Z6`. */
	readonly variable: string;
	readonly option: string;
	readonly answers: number;
}

/** How many units were asked and have answered, by sector and organisation. From the invitations, not from the answers. */
export interface ResponseFigures {
	readonly sector: Sector;
	readonly asked: number;
	readonly answered: number;
	/** Answered units per organisation, without names; largest first. */
	readonly answeredByOrganisation: readonly number[];
	/** The same by kind of organisation, as it was when the unit was asked. */
	readonly byKind?: readonly KindResponse[];
}

export interface KindResponse {
	readonly kind: OrganisationKind;
	readonly asked: number;
	readonly answered: number;
	/** How many organisations those asked belong to. */
	readonly organisations: number;
}
