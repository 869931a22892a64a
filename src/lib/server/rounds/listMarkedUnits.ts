import type { MarkedDays } from '#lib/rounds/answeringStage.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { markIdOf } from './answeringMarks.ts';
import { listMarks } from './answeringMarkStore.ts';

/** On which days the asked units opened their questions and began; found by names that only the program can make. */
export async function listMarkedUnits(
	{ keys }: Pick<Application, 'keys'>,
	sql: Sql,
	{ roundId, unitIds }: { readonly roundId: string; readonly unitIds: readonly string[] }
): Promise<Map<string, MarkedDays>> {
	const stored = await listMarks(sql, roundId);
	const byId = new Map(stored.map(({ markId, ...days }) => [Buffer.from(markId).toString('hex'), days]));
	const marked = new Map<string, MarkedDays>();
	for (const unitId of unitIds) {
		const days = byId.get(Buffer.from(markIdOf(keys, { roundId, unitId })).toString('hex'));
		if (days) marked.set(unitId, days);
	}
	return marked;
}
