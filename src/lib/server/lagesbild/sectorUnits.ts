import type { AnswerPiece } from '#lib/instruments/answers/answerPiece.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { unitsOfPieces, type AnsweredUnits } from '#lib/statistics/answeredUnits.ts';
import type { ResponseFigures } from '#lib/statistics/unitResponse.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { readByVariable } from '../responses/answersByVariable.ts';
import { organisationPseudonym } from '../responses/organisationPseudonym.ts';
import { unitPseudonym } from '../responses/unitPseudonym.ts';
import { askedUnitIds } from '../rounds/roundStore.ts';
import { findPlace, indexNames, type NameIndex } from './nameIndex.ts';
import { ResponseTally } from './responseTally.ts';

/** Who of a sector was asked and has answered, and what they answered. */
export interface SectorUnits {
	readonly units: AnsweredUnits;
	readonly response: ResponseFigures;
}

type Keys = Application['keys'];

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex');
}

/** The units that have answered in a sector, with whose they are as far as it is known. */
interface Answered {
	readonly sector: Sector;
	readonly units: AnsweredUnits;
	readonly index: NameIndex;
	/** Each unit's organisation, as its place among the organisations; −1 for a unit that is not among the asked. */
	readonly organisationOf: Int32Array;
}

/** The organisations that were asked, each with its pseudonym when that is wanted: most compilations want none. */
class Organisations {
	readonly #keys: Keys;
	readonly #seriesId: string;
	readonly #ids: string[] = [];
	readonly #places = new Map<string, number>();

	constructor(keys: Keys, seriesId: string) {
		this.#keys = keys;
		this.#seriesId = seriesId;
	}

	placeOf(organisationId: string): number {
		const known = this.#places.get(organisationId);
		if (known !== undefined) return known;
		const place = this.#ids.push(organisationId) - 1;
		this.#places.set(organisationId, place);
		return place;
	}

	pseudonymAt(place: number): string {
		return organisationPseudonym(this.#keys, {
			seriesId: this.#seriesId,
			organisationId: this.#ids[place] ?? ''
		});
	}
}

function answeredIn(sector: Sector, pieces: readonly AnswerPiece[], organisations: Organisations): Answered {
	const organisationOf = new Int32Array(pieces.reduce((sum, { units }) => sum + units, 0)).fill(-1);
	const units: AnsweredUnits = unitsOfPieces(pieces, (unit) => {
		const organisation = organisationOf[unit] ?? -1;
		const nameBytes = units.names.length / units.count;
		return organisation === -1
			? hex(units.names.subarray(unit * nameBytes, (unit + 1) * nameBytes))
			: organisations.pseudonymAt(organisation);
	});
	return { sector, units, index: indexNames(units.names), organisationOf };
}

/** The pieces as they are stored are let go of: the units hold what is needed of them. */
async function readAnswered(
	sql: Sql,
	roundId: string,
	of: { readonly sectors: readonly Sector[]; readonly organisations: Organisations }
): Promise<Answered[]> {
	const pieces = Map.groupBy(await readByVariable(sql, roundId), ({ sector }) => sector);
	return of.sectors.map((sector) => answeredIn(sector, pieces.get(sector) ?? [], of.organisations));
}

/** Each sector's units. A unit that was asked is found among those that have answered by its pseudonym, and by nothing else. */
export async function readSectorUnits(
	{ keys }: Pick<Application, 'keys'>,
	sql: Sql,
	round: Pick<Round, 'roundId' | 'seriesId'> & { readonly sectors: readonly Sector[] }
): Promise<Map<Sector, SectorUnits>> {
	const { roundId, seriesId, sectors } = round;
	const organisations = new Organisations(keys, seriesId);
	const answered = await readAnswered(sql, roundId, { sectors, organisations });
	const tallies = new Map(sectors.map((sector) => [sector, new ResponseTally(sector)]));
	for await (const batch of askedUnitIds(sql, roundId)) {
		for (const { sector, organisationId, organisationKind: kind, unitId } of batch) {
			const organisation = organisations.placeOf(organisationId);
			const hasAnswered = isPlaced(answered, unitPseudonym(keys, { seriesId, unitId }), organisation);
			tallies.get(sector)?.add({ organisation, kind, hasAnswered });
		}
	}
	return new Map(
		answered.map(({ sector, units }) => {
			const tally = tallies.get(sector) ?? new ResponseTally(sector);
			return [sector, { units, response: tally.figures() }];
		})
	);
}

/** Finds a unit in the sector that it has answered in, and notes whose it is. */
function isPlaced(sectors: readonly Answered[], pseudonym: Uint8Array, organisation: number): boolean {
	return sectors.some(({ index, organisationOf }) => {
		const place = findPlace(index, pseudonym);
		if (place !== -1) organisationOf[place] = organisation;
		return place !== -1;
	});
}
