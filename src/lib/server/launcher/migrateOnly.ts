import { migrate } from '../db/migrate.ts';
import { claimDataDirectory, openInstallation } from './installation.ts';

/** Brings the database to this program's version and ends: for an upgrade with several servers. */
export async function migrateOnly(): Promise<void> {
	const claim = await claimDataDirectory(process.env);
	try {
		const installation = await openInstallation(claim);
		try {
			const { config, log } = installation;
			const applied = await migrate({ databaseUrl: config.databaseUrl, masterKey: config.masterKey, log });
			process.stdout.write(
				applied.length === 0 ? 'Databasen är redan aktuell.\n' : `Kördes: ${applied.join(', ')}.\n`
			);
		} finally {
			await installation.close();
		}
	} finally {
		claim.release();
	}
}
