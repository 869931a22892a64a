import type { Application } from '../application.ts';
import { openAs } from '../db/connection.ts';
import { isDemonstrationInterrupted } from '../demonstration/demonstrationState.ts';
import { hasMunicipality } from '../organisations/municipalityStore.ts';

async function emptyDatabase(application: Application): Promise<void> {
	const owner = openAs(application.config.databaseUrl, null);
	try {
		// Every table of ours hangs on the municipality, so this empties them all.
		await owner.sql.unsafe('truncate municipality cascade');
	} finally {
		await owner.close();
	}
}

/**
 * Loads the demonstration into an empty database, and anew into one where loading was interrupted. For a PostgreSQL of
 * our own making only: a kommun's own database is never written to unasked.
 */
export async function prepareDemonstration(
	application: Application,
	say: (line: string) => void
): Promise<void> {
	const isUsed = await hasMunicipality(application.database.sql);
	if (isUsed && !(await isDemonstrationInterrupted(application))) return;
	if (isUsed) await emptyDatabase(application);
	say('Lägger in demonstrationskommunen Sjövalla (görs en gång) …');
	// Loaded when it is to be done: the questionnaires' compiler and the documents' printers are large.
	const { loadDemonstration } = await import('../demonstration/loadDemonstration.ts');
	await loadDemonstration(application);
}
