import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '#lib/server/db/connection.ts';
import type { SmallMunicipality } from './smallMunicipality.ts';

/** Sets a closed round's lägesbild beside it as published, without compiling one: for what asks only whether there is one. */
export async function insertPublication(
	{ sql }: Database,
	{ municipalityId, actors }: SmallMunicipality,
	{ roundId, at }: { readonly roundId: string; readonly at: Date }
): Promise<void> {
	const { samordnare, granskare } = actors;
	await sql`
		insert into lagesbild (municipality_id, lagesbild_id, round_id, version, compiled_at, compiled_by, released,
			certificates, shown, ledger_size, texts, edited_by, submitted_at, submitted_by, approved_at, approved_by,
			published_at, content, content_sha256)
		values (${municipalityId}, ${randomUUID()}, ${roundId}, 1, ${at}, ${samordnare.accountId}, '{}', '[]', '[]', 0, '{}',
			${samordnare.accountId}, ${at}, ${samordnare.accountId}, ${at}, ${granskare.accountId}, ${at}, '{}',
			${randomBytes(32)})`;
}
