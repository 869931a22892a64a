import { randomUUID } from 'node:crypto';
import {
	defaultPolicy,
	type DisclosurePolicy,
	type PlacedWish,
	type Protection,
	type PublicationLedger,
	type Unprotected
} from '#lib/disclosure/protection.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import type { EarlierRound, RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { protectInThread } from '../disclosure/protectInThread.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { findPreviousRound, findRound, lockRound } from '../rounds/roundStore.ts';
import type { Compilation } from './compilations.ts';
import { gatherAnswers } from './gatherAnswers.ts';
import {
	findLagesbild,
	insertLagesbild,
	listLagesbilderOfRound,
	type NewLagesbild
} from './lagesbildStore.ts';
import { countLedgerLines, readLedger } from './publicationStore.ts';
import { startingTexts } from './startingTexts.ts';
import { listWishes } from './wishStore.ts';

export type CompilationOutcome =
	| Result<
			{ readonly lagesbildId: string },
			| 'unknown-round'
			| 'round-not-closed'
			| 'not-allowed'
			| 'under-review'
			| 'already-compiling'
			| 'cancelled'
	  >
	| {
			readonly ok: false;
			readonly refusal: 'unprotected-cells';
			readonly unprotected: readonly Unprotected[];
	  };

interface Material {
	readonly round: Round;
	readonly answers: RoundAnswers;
	readonly previous: EarlierRound | null;
	readonly ledger: PublicationLedger;
	readonly ledgerLines: number;
	readonly wishes: readonly PlacedWish[];
}

async function readMaterial(
	application: Application,
	sql: Sql,
	roundId: string
): Promise<Result<Material, 'unknown-round' | 'round-not-closed'>> {
	const round = await findRound(sql, roundId);
	if (!round) return refused('unknown-round');
	if (!round.closedAt) return refused('round-not-closed');
	return accepted({
		round,
		answers: await gatherAnswers(application, sql, round),
		previous: await earlierAnswers(application, sql, round),
		ledger: await readLedger(sql, round.seriesId),
		ledgerLines: await countLedgerLines(sql, round.seriesId),
		wishes: await listWishes(sql, roundId)
	});
}

/** The round before, and the one before that: what its report told of units in both rounds is known. */
async function earlierAnswers(
	application: Application,
	sql: Sql,
	round: Round
): Promise<EarlierRound | null> {
	const previous = await findPreviousRound(sql, round);
	if (!previous) return null;
	const beforePrevious = await findPreviousRound(sql, previous);
	return {
		...(await gatherAnswers(application, sql, previous)),
		...(beforePrevious ? { previous: await gatherAnswers(application, sql, beforePrevious) } : {})
	};
}

/** Raw tables live only in this function's reach: what comes out has passed disclosure control. */
async function protectTables(material: Material, compilation: Compilation) {
	const { answers, previous, round, ledger, wishes } = material;
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
		opinionLimits: { minimumAnswers, minimumOrganisations }
	});
	return await protectInThread(
		{ set, policy, ledger, wishes },
		{
			report: (progress) => {
				compilation.progress = progress;
			},
			signal: compilation.stopping.signal
		}
	);
}

async function newVersion(
	sql: Sql,
	material: Material,
	made: {
		readonly protection: Protection;
		readonly seconds: number;
		readonly actor: Actor;
		readonly now: Date;
	}
): Promise<Result<NewLagesbild, 'under-review'>> {
	const { protection, seconds, actor, now } = made;
	const { round, answers, ledgerLines } = material;
	const earlier = await listLagesbilderOfRound(sql, round.roundId);
	const latest = earlier[0] ? await findLagesbild(sql, earlier[0].lagesbildId) : null;
	if (latest?.submittedAt && !latest.publishedAt) return refused('under-review');
	const municipality = await findMunicipality(sql);
	return accepted({
		lagesbildId: randomUUID(),
		roundId: round.roundId,
		version: (latest?.version ?? 0) + 1,
		compiledAt: now,
		compiledBy: actor.accountId,
		released: {
			tables: protection.tables,
			response: answers.sectors.map(({ response }) => ({
				sector: response.sector,
				asked: response.asked,
				answered: response.answered
			})),
			protocol: protection.protocol,
			seconds
		},
		wishes: protection.wishes,
		hiding: { places: protection.places, obstacles: protection.obstacles },
		certificates: protection.certificates,
		shown: protection.shown,
		ledgerSize: ledgerLines,
		texts: latest?.texts ?? startingTexts({ municipality, round })
	});
}

/**
 * Makes the round's tables, runs disclosure control over all of them together with everything published before, and
 * stores a new version of the lägesbild with what may be shown. Takes seconds; the database is not held meanwhile.
 */
export async function compileLagesbild(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<CompilationOutcome> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const place = { municipalityId: actor.municipalityId, roundId };
	const compilation = application.compilations.begin(place);
	if (!compilation) return refused('already-compiling');
	try {
		return await compile(application, { actor, roundId, compilation });
	} finally {
		application.compilations.end(place);
	}
}

async function compile(
	application: Application,
	{ actor, roundId, compilation }: { actor: Actor; roundId: string; compilation: Compilation }
): Promise<CompilationOutcome> {
	const { database, clock } = application;
	const read = await withMunicipality(database, actor.municipalityId, (sql) =>
		readMaterial(application, sql, roundId)
	);
	if (!read.ok) return read;
	const begun = clock.now();
	const protection = await protectTables(read.value, compilation);
	if (protection === 'cancelled') return refused('cancelled');
	if (!protection.ok) return protection;
	const now = clock.now();
	const seconds = Math.ceil((now.getTime() - begun.getTime()) / 1000);
	return await withMunicipality(database, actor.municipalityId, async (sql) => {
		await lockRound(sql, roundId, 'for update');
		const version = await newVersion(sql, read.value, { protection: protection.value, seconds, actor, now });
		if (!version.ok) return version;
		const { lagesbildId } = version.value;
		await insertLagesbild(sql, version.value);
		await insertAuditEvent(sql, actor, { action: 'lagesbild-compiled', subject: lagesbildId, at: now });
		return accepted({ lagesbildId });
	});
}
