import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import {
	defaultPolicy,
	type DisclosurePolicy,
	type PlacedWish,
	type ProtectionInput,
	type PublicationLedger
} from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { redesigned } from '#lib/disclosure/design/redesign.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import type { Restraints } from '#lib/statistics/restraints.ts';
import type { EarlierRound, RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { isReopened } from '../rounds/reopeningStore.ts';
import { findPreviousRound, lockRound } from '../rounds/roundStore.ts';
import { listDesignChanges } from './designStore.ts';
import { gatherAnswers } from './gatherAnswers.ts';
import { countLedgerLines, findPublishedTables, readLedger } from './publicationStore.ts';
import { listWishes } from './wishStore.ts';

/** What a round's tables are made from. Raw: it stays among the use cases that hand it to disclosure control. */
export interface ReportMaterial {
	readonly round: Round;
	readonly answers: RoundAnswers;
	readonly previous: EarlierRound | null;
	/** The tables that are published: of the round before, and of this one when it is to be corrected. */
	readonly published: {
		readonly previous: readonly ReleasedTable[] | null;
		readonly own: readonly ReleasedTable[] | null;
	};
	readonly ledger: PublicationLedger;
	readonly ledgerLines: number;
	readonly wishes: readonly PlacedWish[];
	readonly design: readonly DesignChange[];
}

export async function readMaterial(
	application: Application,
	sql: Sql,
	roundId: string
): Promise<Result<ReportMaterial, 'unknown-round' | 'round-not-closed' | 'round-erased'>> {
	// Held, so that nobody is given more time meanwhile.
	const round = await lockRound(sql, roundId, 'for share');
	if (!round) return refused('unknown-round');
	if (round.erasedAt) return refused('round-erased');
	if (!round.closedAt || (await isReopened(sql, roundId))) return refused('round-not-closed');
	const previous = await comparedRound(sql, round);
	return accepted({
		round,
		answers: await gatherAnswers(application, sql, round),
		previous: previous && (await earlierAnswers(application, sql, previous)),
		published: {
			previous: previous && (await findPublishedTables(sql, previous.roundId)),
			own: await findPublishedTables(sql, roundId)
		},
		ledger: await readLedger(sql, round.seriesId),
		ledgerLines: await countLedgerLines(sql, round.seriesId),
		wishes: await listWishes(sql, roundId),
		design: (await listDesignChanges(sql, roundId)).map(({ change }) => change)
	});
}

/** What has been erased is not compared with, nor passed over for something older. */
async function comparedRound(sql: Sql, round: Round): Promise<Round | null> {
	const previous = await findPreviousRound(sql, round);
	return previous?.erasedAt ? null : previous;
}

/** The round before, and the one before that: what its report told of units in both rounds is known. */
async function earlierAnswers(application: Application, sql: Sql, previous: Round): Promise<EarlierRound> {
	const beforePrevious = await comparedRound(sql, previous);
	return {
		...(await gatherAnswers(application, sql, previous)),
		...(beforePrevious ? { previous: await gatherAnswers(application, sql, beforePrevious) } : {})
	};
}

/** Whether a rule on the organisations behind a number of persons is in force. */
function asksForOrganisations({ contributors, insiders = 'none' }: DisclosurePolicy): boolean {
	return contributors !== undefined || insiders !== 'none';
}

/** The round's raw tables as the samordnare has planned them, with the rules that they are published by. */
export function protectionInput(
	material: Omit<ReportMaterial, 'published'>,
	restraints: Restraints = new Map()
): ProtectionInput {
	const { answers, previous, round, ledger, wishes, design } = material;
	const policy: DisclosurePolicy = {
		...defaultPolicy,
		threshold: round.threshold,
		level: 'threshold',
		// The one who alone thought otherwise would know what all the others think.
		opinionCoalition: 1
	};
	const { minimumAnswers, minimumOrganisations } = policy;
	const set = buildIndicatorTables({
		...answers,
		...(previous ? { previous } : {}),
		threshold: round.threshold,
		restraints,
		isPublished: (key) => typeof ledger.get(key) === 'number',
		withoutContributions: !asksForOrganisations(policy),
		opinionLimits: { minimumAnswers, minimumOrganisations }
	});
	const planned = design.reduce(
		(before, change) => (isSplitOfBreakdowns(before, change.split) ? redesigned(before, change) : before),
		set
	);
	return { set: planned, policy, ledger, wishes };
}
