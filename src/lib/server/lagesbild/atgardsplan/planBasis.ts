import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Finding } from '#lib/lagesbild/findings/finding.ts';
import type { Sql } from '../../db/connection.ts';
import { listFindings } from '../findings/findingStore.ts';
import { findLagesbild, listLagesbilderOfRound } from '../lagesbildStore.ts';

/** What a plan rests on: the findings and released tables of a version of its round's lägesbild. */
export interface PlanBasis {
	readonly lagesbildId: string;
	readonly version: number;
	readonly isPublished: boolean;
	readonly findings: readonly Finding[];
	readonly tables: readonly ReleasedTable[];
}

/** The version that is published, else the latest; null while none has been compiled. */
export async function findPlanBasis(sql: Sql, roundId: string): Promise<PlanBasis | null> {
	const versions = await listLagesbilderOfRound(sql, roundId);
	const chosen = versions.find(({ publishedAt }) => publishedAt !== null) ?? versions[0];
	const stored = chosen ? await findLagesbild(sql, chosen.lagesbildId) : null;
	if (!stored) return null;
	return {
		lagesbildId: stored.lagesbildId,
		version: stored.version,
		isPublished: stored.publishedAt !== null,
		findings: await listFindings(sql, stored.lagesbildId),
		tables: stored.released.tables
	};
}
