import type { OrganisationKind } from '#lib/organisations/organisationKind.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { ResponseFigures } from '#lib/statistics/unitResponse.ts';

interface OfKind {
	asked: number;
	answered: number;
	readonly organisations: Set<number>;
}

/** Counts a sector's asked units, one by one; which of them have answered is not kept. */
export class ResponseTally {
	readonly #sector: Sector;
	readonly #answeredBy = new Map<number, number>();
	readonly #kinds = new Map<OrganisationKind, OfKind>();

	constructor(sector: Sector) {
		this.#sector = sector;
	}

	/** @param unit.organisation its place among the organisations */
	add(unit: {
		readonly organisation: number;
		readonly kind: OrganisationKind;
		readonly hasAnswered: boolean;
	}): void {
		const { organisation, kind, hasAnswered } = unit;
		const ofKind = this.#kinds.get(kind) ?? { asked: 0, answered: 0, organisations: new Set<number>() };
		this.#kinds.set(kind, ofKind);
		ofKind.asked += 1;
		ofKind.organisations.add(organisation);
		if (!hasAnswered) return;
		ofKind.answered += 1;
		this.#answeredBy.set(organisation, (this.#answeredBy.get(organisation) ?? 0) + 1);
	}

	figures(): ResponseFigures {
		const kinds = [...this.#kinds];
		return {
			sector: this.#sector,
			asked: kinds.reduce((sum, [, { asked }]) => sum + asked, 0),
			answered: kinds.reduce((sum, [, { answered }]) => sum + answered, 0),
			answeredByOrganisation: [...this.#answeredBy.values()].toSorted((one, other) => other - one),
			byKind: kinds.map(([kind, { asked, answered, organisations }]) => ({
				kind,
				asked,
				answered,
				organisations: organisations.size
			}))
		};
	}
}
