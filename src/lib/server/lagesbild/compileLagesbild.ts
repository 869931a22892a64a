import { randomUUID } from 'node:crypto';
import type { Protection } from '#lib/disclosure/protection.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { lockRound } from '../rounds/roundStore.ts';
import { watchOf, type Compilation } from './compilations.ts';
import {
	findLagesbild,
	insertLagesbild,
	listLagesbilderOfRound,
	type NewLagesbild,
	type StoredLagesbild
} from './lagesbildStore.ts';
import { copyFindings } from './findings/findingStore.ts';
import { placeQuotations } from './freetexts/placeQuotations.ts';
import { lagesbildState } from './readLagesbild.ts';
import { protectReport, type RefusedReport } from './protectReport.ts';
import { readMaterial, type ReportMaterial } from './reportMaterial.ts';
import { startingTexts } from './startingTexts.ts';

export type CompilationOutcome =
	| Result<
			{ readonly lagesbildId: string },
			| 'unknown-round'
			| 'round-not-closed'
			| 'round-erased'
			| 'not-allowed'
			| 'under-review'
			| 'already-compiling'
			| 'cancelled'
	  >
	| RefusedReport;

/** What a version takes over from the one before it. */
function takenOver(latest: StoredLagesbild | null): Pick<NewLagesbild, 'version' | 'correctionReason'> {
	if (!latest) return { version: 1, correctionReason: null };
	// What a published version corrected is no reason for another after it.
	const correctionReason = lagesbildState(latest) === 'draft' ? latest.correctionReason : null;
	return { version: latest.version + 1, correctionReason };
}

async function newVersion(
	sql: Sql,
	material: ReportMaterial,
	made: {
		readonly protection: Protection;
		readonly distinct: DistinctPersons | undefined;
		readonly seconds: number;
		readonly actor: Actor;
		readonly now: Date;
	}
): Promise<Result<{ readonly version: NewLagesbild; readonly previousId: string | null }, 'under-review'>> {
	const { protection, distinct, seconds, actor, now } = made;
	const { round, answers, ledgerLines, design, waivers } = material;
	const earlier = await listLagesbilderOfRound(sql, round.roundId);
	const latest = earlier[0] ? await findLagesbild(sql, earlier[0].lagesbildId) : null;
	if (latest && lagesbildState(latest) === 'under-review') return refused('under-review');
	const municipality = await findMunicipality(sql);
	const version: NewLagesbild = {
		lagesbildId: randomUUID(),
		roundId: round.roundId,
		...takenOver(latest),
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
			...(distinct ? { distinct } : {}),
			seconds
		},
		wishes: protection.wishes,
		quotations: await placeQuotations(sql, round.roundId, protection.tables),
		design,
		waivers,
		hiding: { places: protection.places, obstacles: protection.obstacles },
		certificates: protection.certificates,
		shown: protection.shown,
		ledgerSize: ledgerLines,
		texts: latest?.texts ?? startingTexts({ municipality, round })
	};
	return accepted({ version, previousId: latest?.lagesbildId ?? null });
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
	// Not by the clock of the application: a demonstration's stands still meanwhile.
	const begun = performance.now();
	const report = await protectReport(read.value, watchOf(compilation));
	if (report === 'cancelled') return refused('cancelled');
	if (!report.ok) return report;
	const now = clock.now();
	const seconds = Math.ceil((performance.now() - begun) / 1000);
	return await withMunicipality(database, actor.municipalityId, async (sql) => {
		const held = await lockRound(sql, roundId, 'for update');
		if (held?.erasedAt) return refused('round-erased');
		const { protection, distinct } = report;
		const made = { protection, distinct, seconds, actor, now };
		const drawn = await newVersion(sql, read.value, made);
		if (!drawn.ok) return drawn;
		const { version, previousId } = drawn.value;
		const { lagesbildId } = version;
		await insertLagesbild(sql, version);
		if (previousId) await copyFindings(sql, { from: previousId, to: lagesbildId });
		await insertAuditEvent(sql, actor, { action: 'lagesbild-compiled', subject: lagesbildId, at: now });
		return accepted({ lagesbildId });
	});
}
