import {
	defaultPolicy,
	policyForPersons,
	type DisclosurePolicy,
	type PlacedWish,
	type ProtectionInput,
	type PublicationLedger
} from '#lib/disclosure/protection.ts';
import { redesigned } from '#lib/disclosure/design/redesign.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import { designChangesAmong, zerosOf, type PlanChange } from '#lib/statistics/planChange.ts';
import { mergedSectorsAmong, plannedRestraints } from '#lib/statistics/plannedRestraints.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import type { Restraints } from '#lib/statistics/restraints.ts';
import type { EarlierRound, RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { isReopened } from '../rounds/reopeningStore.ts';
import { findPreviousRound, lockRound } from '../rounds/roundStore.ts';
import { listDesignChanges } from './designStore.ts';
import { gatherAnswers } from './gatherAnswers.ts';
import {
	countLedgerLines,
	findPublishedTables,
	readLedger,
	type PublishedTables
} from './publicationStore.ts';
import { waiversInForce, withWaivers } from './waiversInForce.ts';
import { publishedKeeping } from './publishedKeeping.ts';
import { listWishes } from './wishStore.ts';

/** What a round's tables are made from. Raw: it stays among the use cases that hand it to disclosure control. */
export interface ReportMaterial {
	readonly round: Round;
	readonly answers: RoundAnswers;
	readonly previous: EarlierRound | null;
	/** The tables that are published: of the round before, and of this one when it is to be corrected. */
	readonly published: {
		readonly previous: PublishedTables | null;
		readonly own: PublishedTables | null;
	};
	readonly ledger: PublicationLedger;
	readonly ledgerLines: number;
	readonly wishes: readonly PlacedWish[];
	/** The medgivanden that count. */
	readonly waivers: readonly string[];
	readonly design: readonly PlanChange[];
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
		...(await waivedAnswers(application, sql, { round, previous })),
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

/** The answers of both rounds, with what organisations have agreed to where their own numbers are kept. */
async function waivedAnswers(
	application: Application,
	sql: Sql,
	{ round, previous }: { readonly round: Round; readonly previous: Round | null }
): Promise<Pick<ReportMaterial, 'answers' | 'previous' | 'waivers'>> {
	const { keys } = application;
	const compared = previous ? [round, previous] : [round];
	const waivers = round.keepsOrganisations ? await waiversInForce(application, sql, compared) : [];
	const answers = await gatherAnswers(application, sql, round);
	const earlier = previous && (await earlierAnswers(application, sql, previous));
	// Numbers that were published without the rule are known, and what follows from them too: each round keeps its own.
	const withoutContributions = previous !== null && (await publishedKeeping(sql, previous.roundId)) === false;
	return {
		answers: withWaivers(answers, waivers, { keys, round }),
		previous: previous &&
			earlier && {
				...withWaivers(earlier, waivers, { keys, round: previous }),
				...(withoutContributions ? { withoutContributions } : {})
			},
		waivers: waivers.map(({ waiverId }) => waiverId)
	};
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

/** The rules that a round is published by: on persons and opinions, and on organisations where it keeps them too. */
function policyOf({ round, design }: Pick<ReportMaterial, 'round' | 'design'>): DisclosurePolicy {
	return {
		...(round.keepsOrganisations ? defaultPolicy : policyForPersons),
		threshold: round.threshold,
		level: 'threshold',
		zeros: zerosOf(design),
		// The one who alone thought otherwise would know what all the others think.
		opinionCoalition: 1,
		// Whoever reads with figures of its own in hand is mostly the only one of its sector.
		...(round.keepsOrganisations ? { insiders: 'single' } : {})
	};
}

/**
 * The round's raw tables as the samordnare has planned them, with the rules that they are published by.
 *
 * @param restraints what is left out besides what the plan leaves out
 */
export function protectionInput(
	material: Omit<ReportMaterial, 'published'>,
	restraints: Restraints = new Map()
): ProtectionInput {
	const { answers, previous, round, ledger, wishes, design } = material;
	const policy = policyOf(material);
	const { minimumAnswers, minimumOrganisations, contributors } = policy;
	const fewestOrganisations = contributors?.minimumOrganisations;
	const withoutAny = contributors ? {} : { withoutContributions: true };
	const set = buildIndicatorTables({
		...answers,
		...withoutAny,
		...(previous ? { previous: { ...previous, ...withoutAny } } : {}),
		threshold: round.threshold,
		restraints: new Map([...restraints, ...plannedRestraints(design, answers)]),
		mergedSectors: mergedSectorsAmong(design, answers),
		hidesZeros: policy.zeros === 'hidden',
		isPublished: (key) => typeof ledger.get(key) === 'number',
		...(fewestOrganisations === undefined ? {} : { fewestOrganisations }),
		opinionLimits: { minimumAnswers, minimumOrganisations }
	});
	const planned = designChangesAmong(design).reduce(
		(before, change) => (isSplitOfBreakdowns(before, change.split) ? redesigned(before, change) : before),
		set
	);
	return { set: planned, policy, ledger, wishes };
}
