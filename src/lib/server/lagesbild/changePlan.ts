import { z } from 'zod';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { findRound, lockRound } from '../rounds/roundStore.ts';
import { publishedKeeping } from './publishedKeeping.ts';
import {
	deleteDesignChange,
	insertDesignChange,
	listDesignChanges,
	type PlacedChange
} from './designStore.ts';

export interface PlanView {
	readonly round: Round;
	readonly changes: readonly PlacedChange[];
	/** The round is published: its plan stands. */
	readonly isFixed: boolean;
}

/** The changes of the round's tables that have been taken up. */
export async function readPlan(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<PlanView, 'unknown-round'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const isFixed = await isPublished(sql, roundId);
		return accepted({ round, changes: await listDesignChanges(sql, roundId), isFixed });
	});
}

const name = z.string().min(1).max(1000);

/** A change as a form sends it; a merge names two categories of the split. */
export const planChangeSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('hide-zeros') }),
	z.object({ kind: z.literal('drop'), split: name }),
	z
		.object({ kind: z.literal('merge'), split: name, one: name, other: name })
		.transform(({ one, other, ...rest }) => ({ ...rest, categories: [one, other] as const }))
]);

export type PlanRefusal = 'unknown-round' | 'not-allowed' | 'already-published';

/**
 * Takes up a change of the planned tables, from the next compilation on. Not when the round is published: a reader of the
 * first version knows what was hidden in it, and other tables of the same answers would tell more beside it.
 */
export async function changePlan(
	application: Application,
	actor: Actor,
	{ roundId, change }: { readonly roundId: string; readonly change: z.infer<typeof planChangeSchema> }
): Promise<Result<null, PlanRefusal>> {
	return await writePlan(application, actor, {
		roundId,
		write: (sql, at) => insertDesignChange(sql, roundId, { change, at, accountId: actor.accountId })
	});
}

/** Takes a change back. Later ones that were of what it merged then change nothing. */
export async function withdrawPlanChange(
	application: Application,
	actor: Actor,
	{ roundId, place }: { readonly roundId: string; readonly place: number }
): Promise<Result<null, PlanRefusal>> {
	return await writePlan(application, actor, {
		roundId,
		write: (sql) => deleteDesignChange(sql, roundId, place)
	});
}

async function isPublished(sql: Sql, roundId: string): Promise<boolean> {
	return (await publishedKeeping(sql, roundId)) !== null;
}

async function writePlan(
	application: Application,
	actor: Actor,
	{ roundId, write }: { readonly roundId: string; readonly write: (sql: Sql, at: Date) => Promise<void> }
): Promise<Result<null, PlanRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await lockRound(sql, roundId, 'for update'))) return refused('unknown-round');
		if (await isPublished(sql, roundId)) return refused('already-published');
		await write(sql, at);
		await insertAuditEvent(sql, actor, { action: 'table-plan-changed', subject: roundId, at });
		return accepted(null);
	});
}
