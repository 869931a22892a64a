import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Within } from '../db/connection.ts';
import { forgetOldest } from '../forgetOldest.ts';
import { findInstrument } from './questionnaireStore.ts';

interface FrozenAt {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly sector: Sector;
}

/** Remembers frozen questionnaires. They never change, so one that has been read is right for good. */
export interface InstrumentCache {
	/** Asks `within` the municipality when it is not remembered. null when the round has no questionnaire for the sector. */
	find(place: FrozenAt, within: Within): Promise<Instrument | null>;
}

// A county's rounds at once: 25 municipalities with four sectors each. An instrument is about half a megabyte in memory.
const mostKept = 100;

export function createInstrumentCache(): InstrumentCache {
	const kept = new Map<string, Instrument>();
	return {
		find: async ({ municipalityId, roundId, sector }, within) => {
			const key = `${municipalityId}/${roundId}/${sector}`;
			const instrument = kept.get(key) ?? (await within((sql) => findInstrument(sql, roundId, sector)));
			if (!instrument) return null;
			// What was used last comes last.
			kept.delete(key);
			kept.set(key, instrument);
			forgetOldest(kept, mostKept);
			return instrument;
		}
	};
}
