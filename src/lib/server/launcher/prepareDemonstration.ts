import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Application } from '../application.ts';
import type { Config } from '../config.ts';
import { openAs } from '../db/connection.ts';
import { isDemonstrationInterrupted } from '../demonstration/demonstrationState.ts';
import { OperatorFault } from '../operatorFault.ts';
import { hasMunicipality } from '../organisations/municipalityStore.ts';
import { serviceEnvironment } from './serviceEnvironment.ts';

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
 * In a process that ends with it: the questionnaires' compiler, the solver and the documents' printers leave half a
 * gigabyte in the memory of the process that has used them. In a process group of its own, since Ctrl-C in the terminal is
 * answered by us, in order.
 */
async function loadApart(config: Config): Promise<void> {
	const child = fork(join(import.meta.dirname, 'loadApart.ts'), {
		detached: true,
		env: { ...process.env, ...serviceEnvironment(config) },
		execArgv: [],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	const [code] = (await once(child, 'exit')) as [number | null];
	if (code !== 0) throw new OperatorFault('Demonstrationen kunde inte läggas in: starta igen.');
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
	await loadApart(application.config);
}
