import { z } from 'zod';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { isBreakdownCell } from '#lib/statistics/breakdowns.ts';
import { countInWords } from '#lib/statistics/countInWords.ts';
import type { PlanChange } from '#lib/statistics/planChange.ts';
import { targetGroups } from '#lib/statistics/targetGroups.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { listInstruments } from '../rounds/questionnaireStore.ts';
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

/**
 * A change as a form sends it. A merge names two categories of the split, or two sectors in the order of the report; a
 * count is named by its code.
 */
export const planChangeSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('hide-zeros') }),
	z.object({ kind: z.literal('drop'), split: name }),
	z
		.object({
			kind: z.literal('merge-sectors'),
			group: z.enum(targetGroups.map(({ id }) => id)),
			one: z.enum(sectors),
			other: z.enum(sectors)
		})
		.refine(({ one, other }) => sectors.indexOf(one) < sectors.indexOf(other))
		.transform(({ one, other, ...rest }) => ({ ...rest, sectors: [one, other] as const })),
	z.object({ kind: z.literal('withhold'), sector: z.enum(sectors), code: name }),
	z
		.object({ kind: z.literal('merge'), split: name, one: name, other: name })
		.transform(({ one, other, ...rest }) => ({ ...rest, categories: [one, other] as const }))
]);

type FormChange = z.infer<typeof planChangeSchema>;

export type PlanRefusal = 'unknown-round' | 'not-allowed' | 'already-published' | 'unknown-question';

/**
 * Takes up a change of the planned tables, from the next compilation on. Not when the round is published: a reader of the
 * first version knows what was hidden in it, and other tables of the same answers would tell more beside it.
 */
export async function changePlan(
	application: Application,
	actor: Actor,
	{ roundId, change: sent }: { readonly roundId: string; readonly change: FormChange }
): Promise<Result<null, PlanRefusal>> {
	return await writePlan(application, actor, {
		roundId,
		write: async (sql, at) => {
			const change = inWords(sent, await listInstruments(sql, roundId));
			if (!change) return refused('unknown-question');
			await insertDesignChange(sql, roundId, { change, at, accountId: actor.accountId });
			return accepted(null);
		}
	});
}

/** A question in its own words; undefined where no questionnaire of the round has it, or the round no such sectors. */
function inWords(change: FormChange, instruments: readonly Instrument[]): PlanChange | undefined {
	if (change.kind === 'merge-sectors') {
		const { items } = targetGroups.find(({ id }) => id === change.group) ?? {};
		const asks = (sector: Sector): boolean =>
			instruments.some(
				(one) => one.sector === sector && one.variables.some(({ item }) => item === items?.[sector])
			);
		return change.sectors.every(asks) ? change : undefined;
	}
	if (change.kind !== 'withhold') return change;
	const instrument = instruments.find(({ sector }) => sector === change.sector);
	const count = instrument?.variables.find(
		(one) => one.code === change.code && one.person && one.role === 'count' && !isBreakdownCell(one)
	);
	return instrument && count && { ...change, question: countInWords(instrument, count) };
}

/** Takes a change back. Later ones that were of what it merged then change nothing. */
export async function withdrawPlanChange(
	application: Application,
	actor: Actor,
	{ roundId, place }: { readonly roundId: string; readonly place: number }
): Promise<Result<null, PlanRefusal>> {
	return await writePlan(application, actor, {
		roundId,
		write: async (sql) => {
			await deleteDesignChange(sql, roundId, place);
			return accepted(null);
		}
	});
}

async function isPublished(sql: Sql, roundId: string): Promise<boolean> {
	return (await publishedKeeping(sql, roundId)) !== null;
}

async function writePlan(
	application: Application,
	actor: Actor,
	{
		roundId,
		write
	}: {
		readonly roundId: string;
		readonly write: (sql: Sql, at: Date) => Promise<Result<null, PlanRefusal>>;
	}
): Promise<Result<null, PlanRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await lockRound(sql, roundId, 'for update'))) return refused('unknown-round');
		if (await isPublished(sql, roundId)) return refused('already-published');
		const written = await write(sql, at);
		if (written.ok)
			await insertAuditEvent(sql, actor, { action: 'table-plan-changed', subject: roundId, at });
		return written;
	});
}
