import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';

/** What a series takes from its municipality where it says nothing itself. */
export async function readSeriesGround(
	{ database }: Pick<Application, 'database'>,
	{ municipalityId }: Pick<Actor, 'municipalityId'>
): Promise<{ readonly usualBoard: string }> {
	const { responsibleBoard } = await withMunicipality(database, municipalityId, findMunicipality);
	return { usualBoard: responsibleBoard };
}
