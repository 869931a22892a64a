import { lagesbildRound } from '#lib/lagesbild/lagesbildAddress.ts';
import { planChangeWords } from '#lib/statistics/planChange.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import {
	rojandeprotokoll,
	type ProtocolChange,
	type Rojandeprotokoll
} from '#lib/lagesbild/rojandeprotokoll.ts';
import { isLowering } from '#lib/rounds/threshold.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { writtenMoment } from '#lib/shared/writtenDay.ts';
import { findAccountName } from '../access/accountStore.ts';
import type { Sql } from '../db/connection.ts';
import { listThresholdChanges } from '../rounds/thresholdStore.ts';
import { listLagesbilderOfRound, type StoredLagesbild } from './lagesbildStore.ts';

async function approvedChanges(sql: Sql, roundId: string): Promise<ProtocolChange[]> {
	const changes = await listThresholdChanges(sql, roundId);
	return changes.flatMap(({ from, to, reason, proposerName, deciderName, decidedAt, decision }) =>
		decision?.isApproved && decidedAt
			? [
					{
						from,
						to,
						isLowering: isLowering({ from, to }),
						reason,
						proposer: proposerName,
						decider: deciderName ?? proposerName,
						decidedOn: dayInSweden(decidedAt)
					}
				]
			: []
	);
}

/** The protocol of a version's disclosure control; of a draft when nothing is fixed yet. */
export async function protocolDocument(
	sql: Sql,
	stored: StoredLagesbild,
	fixed: { readonly content: Lagesbild; readonly fingerprint: string | null }
): Promise<Rojandeprotokoll> {
	const { content, fingerprint } = fixed;
	const { approval } = content;
	const versions = await listLagesbilderOfRound(sql, stored.roundId);
	const publishedNow = approval && fingerprint !== null ? approval.publishedOn : null;
	return rojandeprotokoll({
		municipality: content.municipality.name,
		series: content.series.title,
		round: lagesbildRound(content),
		period: content.period,
		version: stored.version,
		compiled: {
			moment: writtenMoment(stored.compiledAt),
			by: await findAccountName(sql, stored.compiledBy),
			seconds: stored.released.seconds ?? null
		},
		versions: versions
			.filter(({ version }) => version <= stored.version)
			.toReversed()
			.map(({ version, publishedAt }) => ({
				version,
				publishedOn: version === stored.version ? publishedNow : publishedAt ? dayInSweden(publishedAt) : null
			})),
		...(approval && fingerprint !== null ? { approval: { ...approval, fingerprint } } : {}),
		date: approval?.publishedOn ?? dayInSweden(stored.compiledAt),
		protocol: stored.released.protocol,
		wishes: stored.wishes,
		quotations: stored.quotations,
		design: stored.design.map(planChangeWords),
		changes: await approvedChanges(sql, stored.roundId),
		waivers: stored.waivers.length
	});
}
