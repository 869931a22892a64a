import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { OpinionTally, ResponseFigures, UnitResponse } from './unitResponse.ts';

/** Everything that the units of one sector answered in one round. */
export interface SectorAnswers {
	readonly sector: Sector;
	/** The questionnaire as it was frozen when the round was created. */
	readonly instrument: Instrument;
	readonly units: readonly UnitResponse[];
	readonly opinions: readonly OpinionTally[];
	readonly response: ResponseFigures;
}

export interface RoundAnswers {
	/** The year that the reference period lies in. */
	readonly year: number;
	readonly sectors: readonly SectorAnswers[];
}

/** An earlier round, with the one before it that its own report was compared with. */
export interface EarlierRound extends RoundAnswers {
	readonly previous?: RoundAnswers;
}

export interface StatisticsInput extends RoundAnswers {
	/** The round before in the same series, when there is one. */
	readonly previous?: EarlierRound;
	/** The least number of persons that may be shown, where it has been raised above the questionnaires' own. */
	readonly threshold?: number;
	/** Control B's limits: they decide on which level an opinion is tabulated. Default: the disclosure policy's. */
	readonly opinionLimits?: { readonly minimumAnswers: number; readonly minimumOrganisations: number };
}
