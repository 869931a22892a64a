import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import type { MissingPart } from '#lib/lagesbild/missingPart.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findRound } from '../rounds/roundStore.ts';
import { listFindings, type StoredFinding } from './findings/findingStore.ts';
import { lagesbildContent } from './lagesbildContent.ts';
import { findLagesbild, type StoredLagesbild } from './lagesbildStore.ts';
import { quotesOf } from './quotesOf.ts';
import type { Round } from '#lib/rounds/round.ts';

export type LagesbildState = 'draft' | 'under-review' | 'published';

export interface LagesbildView {
	readonly stored: StoredLagesbild;
	readonly state: LagesbildState;
	readonly round: Round;
	readonly content: Lagesbild;
	readonly findings: readonly StoredFinding[];
	/** What must be written before it can be submitted; empty when nothing is missing. */
	readonly missing: readonly MissingPart[];
	/** Whether this person may approve it: a granskare who neither wrote nor submitted it. */
	readonly mayApprove: boolean;
}

export function lagesbildState(stored: Pick<StoredLagesbild, 'submittedAt' | 'publishedAt'>): LagesbildState {
	if (stored.publishedAt) return 'published';
	return stored.submittedAt ? 'under-review' : 'draft';
}

/** What the round keeps has been changed since the lägesbild was compiled: it must be compiled anew. */
export function isOfOtherProtection(
	{ released }: StoredLagesbild,
	round: Pick<Round, 'threshold' | 'keepsOrganisations'>
): boolean {
	const { policy } = released.protocol;
	return (
		policy.threshold !== round.threshold || (policy.contributors !== undefined) !== round.keepsOrganisations
	);
}

export function mayApprove(stored: StoredLagesbild, actor: Actor): boolean {
	return (
		actor.role === 'granskare' &&
		stored.editedBy !== actor.accountId &&
		stored.submittedBy !== actor.accountId
	);
}

/** A lägesbild at any stage, drawn from released values only. */
export async function readLagesbild(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Result<LagesbildView, 'unknown-lagesbild'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		const round = stored ? await findRound(sql, stored.roundId) : null;
		if (!stored || !round) return refused('unknown-lagesbild');
		const content = await lagesbildContent(sql, stored);
		const findings = await listFindings(sql, lagesbildId);
		return accepted({
			stored,
			state: lagesbildState(stored),
			round,
			content,
			findings,
			missing: missingForPublication({
				texts: stored.texts,
				method: round.method,
				findings,
				quotes: quotesOf(stored),
				released: stored.released,
				lagesbild: content
			}),
			mayApprove: lagesbildState(stored) === 'under-review' && mayApprove(stored, actor)
		});
	});
}
