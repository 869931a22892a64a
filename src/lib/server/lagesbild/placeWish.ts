import { z } from 'zod';
import type { PlacedWish } from '#lib/disclosure/protection.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { findLagesbild, type StoredLagesbild } from './lagesbildStore.ts';
import { deleteWish, putWish } from './wishStore.ts';

const id = z.string().min(1, { error: 'Välj en rad' }).max(200);

const placeSchema = z.object({
	table: id,
	row: id,
	/** Empty for the whole row. */
	column: z.string().max(200)
});

export const wishSchema = placeSchema.extend({
	wish: z.enum(['must-show', 'rather-hide', 'none'], { error: 'Välj vad som ska gälla' })
});

export type WishRefusal = 'unknown-lagesbild' | 'not-allowed' | 'not-a-draft' | 'unknown-place';

function hasPlace({ released }: StoredLagesbild, place: z.infer<typeof placeSchema>): boolean {
	const table = released.tables.find((each) => each.id === place.table);
	const hasRow = table?.rows.some((row) => row.id === place.row) ?? false;
	return hasRow && (place.column === '' || table?.columns.some(({ id }) => id === place.column) === true);
}

async function write(
	sql: Sql,
	roundId: string,
	placed: z.infer<typeof wishSchema> & { readonly at: Date; readonly accountId: string }
): Promise<void> {
	const { column, wish, ...rest } = placed;
	const place = { ...rest, ...(column === '' ? {} : { column }) };
	if (wish === 'none') await deleteWish(sql, roundId, place);
	else await putWish(sql, roundId, { ...place, wish } satisfies PlacedWish & typeof place);
}

/** Says what should rather be shown or hidden in a draft. It holds from the round's next compilation on. */
export async function placeWish(
	application: Application,
	actor: Actor,
	{ lagesbildId, placed }: { readonly lagesbildId: string; readonly placed: z.infer<typeof wishSchema> }
): Promise<Result<null, WishRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (stored.submittedAt) return refused('not-a-draft');
		if (!hasPlace(stored, placed)) return refused('unknown-place');
		const { accountId } = actor;
		await write(sql, stored.roundId, { ...placed, at, accountId });
		await insertAuditEvent(sql, actor, { action: 'disclosure-wish-placed', subject: stored.roundId, at });
		return accepted(null);
	});
}
