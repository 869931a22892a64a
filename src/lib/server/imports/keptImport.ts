import { createHash } from 'node:crypto';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { insertJob } from '../jobs/jobStore.ts';
import type { KeyPurpose } from '../keys/keyRing.ts';
import { openSealed, seal } from '../keys/sealing.ts';

const minute = 60_000;
/** What has been read of a file, and nobody confirms, is kept this long: it may hold persons' names and addresses. */
const keptMs = 24 * 60 * minute;

/** The moment before which an import is too old to be confirmed. */
export function earliestKept({ clock }: Application): Date {
	return new Date(clock.now().getTime() - keptMs);
}

/** Whose import it is: each kind is sealed under a key of its own, and to its own row. */
export interface ImportSeal {
	readonly purpose: Extract<KeyPurpose, 'register-import' | 'reference-import'>;
	readonly importId: string;
}

export function sealImport(
	{ keys }: Application,
	{ purpose, importId }: ImportSeal,
	content: unknown
): Uint8Array {
	return seal(keys.derive(purpose), Buffer.from(JSON.stringify(content)), importId);
}

/** What was sealed, for a schema to read; null when it is too old to be confirmed. */
export function openImport(
	application: Application,
	{ purpose, importId }: ImportSeal,
	stored: { readonly createdAt: Date; readonly sealed: Uint8Array }
): unknown {
	if (stored.createdAt < earliestKept(application)) return null;
	const text = Buffer.from(openSealed(application.keys.derive(purpose), stored.sealed, importId));
	return JSON.parse(text.toString('utf8'));
}

/** Stands for everything that an import was shown to write: what is confirmed must give the same. */
export function hashOfPlan(plan: unknown): string {
	return createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
}

/** Sees to it that an import which nobody confirms goes when its time is out. */
export async function planForgetting(
	sql: Sql,
	{ municipalityId, createdAt }: { readonly municipalityId: string; readonly createdAt: Date }
): Promise<void> {
	await insertJob(sql, {
		task: 'forgetImports',
		payload: { municipalityId },
		// The queue goes by the database's clock, which may be ahead of ours.
		runAt: new Date(createdAt.getTime() + keptMs + minute),
		key: null
	});
}
