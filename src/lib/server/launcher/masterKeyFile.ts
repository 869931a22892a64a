import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { masterKeySchema, type Settings } from '../config.ts';
import { OperatorFault } from '../operatorFault.ts';

function readKeyFile(path: string): Uint8Array | null {
	if (!existsSync(path)) return null;
	const parsed = masterKeySchema.safeParse(readFileSync(path, 'utf8').trim());
	if (!parsed.success)
		throw new OperatorFault(
			`${path} innehåller ingen giltig nyckel: återställ filen från en säkerhetskopia.`
		);
	return parsed.data;
}

function createKeyFile(path: string): Uint8Array {
	const key = randomBytes(32);
	writeFileSync(path, `${key.toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
	return key;
}

/**
 * LAGESBILD_KEY or, when PostgreSQL is ours, the key in DATA_DIR/lagesbild.key, made at the first start.
 * @throws {OperatorFault} when the key is another than the one the database was made with.
 */
export function ensureMasterKey({ masterKey, dataDirectory, databaseUrl }: Settings): Uint8Array {
	// Another database has its own key; the one in the folder belongs to ours.
	if (masterKey && databaseUrl !== null) return masterKey;
	const path = join(dataDirectory, 'lagesbild.key');
	const kept = readKeyFile(path);
	if (masterKey) {
		if (kept && !timingSafeEqual(kept, masterKey)) {
			throw new OperatorFault(
				`LAGESBILD_KEY är en annan nyckel än den i ${path}: databasen går bara att läsa med den.`
			);
		}
		return masterKey;
	}
	if (kept) return kept;
	if (existsSync(join(dataDirectory, 'postgres'))) {
		throw new OperatorFault(
			`${path} saknas men det finns en databas: återställ filen från en säkerhetskopia eller sätt LAGESBILD_KEY.`
		);
	}
	return createKeyFile(path);
}
