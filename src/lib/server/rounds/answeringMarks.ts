import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { withMunicipality, type Database } from '../db/connection.ts';
import { forgetOldest } from '../forgetOldest.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import { faultFields, type Log } from '../log.ts';
import { upsertMarks } from './answeringMarkStore.ts';

export interface MarkedUnit {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly unitId: string;
}

export interface AnsweringMarks {
	/** Notes the day in memory: nothing is asked of the database while a respondent waits for a page. */
	note(unit: MarkedUnit, what: 'opened' | 'begun', day: CalendarDate): void;
	/** Writes what has been noted. What cannot be written is kept for the next time. */
	flush(): Promise<void>;
	/** The last writing. */
	close(): Promise<void>;
}

/** The unit's name among one round's marks: an HMAC-SHA256 under a key that is not in the database. 32 bytes. */
export function markIdOf(keys: KeyRing, { roundId, unitId }: Omit<MarkedUnit, 'municipalityId'>): Uint8Array {
	return keys.hmac('answering-mark', `${roundId}/${unitId}`);
}

const pauseMilliseconds = 60_000;

/** Units whose days have been noted already, by what; of more than these the database keeps the first day. */
const mostKnown = 10_000;

interface Noted {
	readonly unit: MarkedUnit;
	opened?: CalendarDate;
	begun?: CalendarDate;
}

interface World {
	readonly database: Database;
	readonly keys: KeyRing;
	readonly log: Log;
}

async function write({ database, keys }: World, noted: readonly Noted[]): Promise<void> {
	const byMunicipality = Map.groupBy(noted, ({ unit }) => unit.municipalityId);
	for (const [municipalityId, marks] of byMunicipality) {
		await withMunicipality(database, municipalityId, (sql) =>
			upsertMarks(
				sql,
				marks.map(({ unit, opened = null, begun = null }) => ({
					roundId: unit.roundId,
					markId: markIdOf(keys, unit),
					openedOn: opened,
					begunOn: begun
				}))
			)
		);
	}
}

/** Days of units, noted in memory and written together, at most a minute later (docs/decisions/0163). */
export function createAnsweringMarks(world: World): AnsweringMarks {
	const known = new Map<string, true>();
	let waiting = new Map<string, Noted>();
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<void> = Promise.resolve();

	function wake(): void {
		timer ??= setTimeout(() => void flush(), pauseMilliseconds).unref();
	}

	async function writeWaiting(): Promise<void> {
		if (timer) clearTimeout(timer);
		timer = null;
		if (waiting.size === 0) return;
		const taken = waiting;
		waiting = new Map();
		try {
			await write(world, [...taken.values()]);
		} catch (fault) {
			world.log.error('answering-marks-failed', { ...faultFields(fault), count: taken.size });
			for (const [key, noted] of taken) waiting.set(key, { ...waiting.get(key), ...noted });
			wake();
		}
	}

	/** One after the other, so that nothing is left when the last one ends. */
	function flush(): Promise<void> {
		writing = writing.then(writeWaiting);
		return writing;
	}

	return {
		note: (unit, what, day) => {
			const key = `${unit.roundId}/${unit.unitId}`;
			const name = `${key}/${what}`;
			if (known.has(name)) return;
			known.set(name, true);
			forgetOldest(known, mostKnown);
			const noted = waiting.get(key) ?? { unit };
			noted[what] ??= day;
			waiting.set(key, noted);
			wake();
		},
		flush,
		close: async () => {
			await flush();
			if (timer) clearTimeout(timer);
		}
	};
}
