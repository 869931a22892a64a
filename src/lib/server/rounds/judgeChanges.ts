import { z } from 'zod';
import {
	askedDifferences,
	judgedChange,
	judgementOf,
	unjudgedChanges,
	type ChangeJudgement,
	type QuestionChange
} from '#lib/instruments/comparability/changeJudgement.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { compareRounds, findRoundBefore, type ComparedSector } from './comparedRounds.ts';
import { upsertJudgement } from './judgementStore.ts';
import { findRound, lockRound } from './roundStore.ts';
import { lockSeries } from './seriesStore.ts';

/** One change, with what has been answered about it. */
export interface JudgedChange {
	readonly change: QuestionChange;
	readonly judgement: ChangeJudgement | null;
	/** Nobody has answered what only a person can. */
	readonly isWaiting: boolean;
}

export interface ChangedSector {
	readonly sector: Sector;
	readonly versions: { readonly before: number; readonly after: number };
	readonly changes: readonly JudgedChange[];
	/** Laws that changed between the two rounds' periods, with the questions they touch. */
	readonly lawChanges: readonly { readonly codes: readonly string[]; readonly reason: string }[];
}

export interface ChangesView {
	readonly round: Round;
	/** The round that the questionnaires are held against; null when there is none. */
	readonly earlier: Pick<Round, 'roundId' | 'year' | 'part' | 'period'> | null;
	readonly sectors: readonly ChangedSector[];
}

/** What has changed in a round's questionnaires since the round before, and whether the series holds. */
export async function readChanges(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<ChangesView, 'unknown-round'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const earlier = await findRoundBefore(sql, round);
		if (!earlier) return accepted({ round, earlier, sectors: [] });
		const compared = await compareRounds(sql, { earlier, later: round });
		return accepted({
			round,
			earlier,
			sectors: compared.map((each) => changedSector(each, { earlier, later: round }))
		});
	});
}

function changedSector(
	{ sector, earlier, later, changes, judgements }: ComparedSector,
	rounds: { readonly earlier: Round; readonly later: Round }
): ChangedSector {
	const waiting = new Set(unjudgedChanges(changes, judgements));
	return {
		sector,
		versions: { before: earlier.version, after: later.version },
		changes: changes.map((change) => ({
			change,
			judgement: judgementOf(change, judgements) ?? null,
			isWaiting: waiting.has(change)
		})),
		lawChanges: (later.lawChanges ?? []).filter(
			({ on }) => rounds.earlier.period.from < on && on <= rounds.later.period.to
		)
	};
}

/** What a person has judged of one change, as a form sends it. */
export const judgementSchema = z.object({
	sector: z.enum(sectors),
	code: z.string().min(1).max(200),
	verdict: z.enum(['holds', 'breaks'], { error: 'Välj om serien håller' }),
	reason: z
		.string({ error: 'Skriv varför' })
		.transform((text) => text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''))
		.pipe(z.string().min(1, { error: 'Skriv varför' }).max(300, { error: 'Högst 300 tecken' })),
	/** Of a text: codes of questions with commas between; empty is all. */
	codes: z
		.string()
		.default('')
		.transform((text) => text.split(/[\s,;]+/).filter((code) => code !== ''))
});

export type JudgingRefusal =
	'not-allowed' | 'unknown-round' | 'nothing-to-judge' | 'round-has-opened' | 'unknown-question';

type Judging = z.infer<typeof judgementSchema> & { readonly roundId: string };

/**
 * Keeps what the samordnare has judged of a change, for this round and for every comparison over it. Before the round opens it
 * may be changed; after that only what nobody had judged can be.
 */
export async function judgeChange(
	application: Application,
	actor: Actor,
	judging: Judging
): Promise<Result<null, JudgingRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, judging.roundId, 'for update');
		if (!round) return refused('unknown-round');
		await lockSeries(sql, round.seriesId);
		const found = await findJudged(sql, round, judging);
		if (!found.ok) return found;
		const { sector, code, verdict, reason } = judging;
		await upsertJudgement(sql, round.seriesId, {
			...{ sector, code, verdict, reason },
			change: judgedChange(found.value),
			codes: found.value.subject === 'text' && verdict === 'breaks' ? judging.codes : [],
			roundId: round.roundId,
			judgedAt: at,
			judgedBy: actor.accountId
		});
		const subject = `${round.roundId}/${sector}/${code}/${verdict}`;
		await insertAuditEvent(sql, actor, { action: 'series-judged', subject, at });
		return accepted(null);
	});
}

async function findJudged(
	sql: Sql,
	round: Round,
	{ sector, code, codes }: Judging
): Promise<Result<QuestionChange, 'nothing-to-judge' | 'round-has-opened' | 'unknown-question'>> {
	const earlier = await findRoundBefore(sql, round);
	const compared = earlier ? await compareRounds(sql, { earlier, later: round }) : [];
	const own = compared.find((each) => each.sector === sector);
	const change = own?.changes.find((each) => each.code === code && askedDifferences(each).length > 0);
	if (!own || !change) return refused('nothing-to-judge');
	if (round.openedAt && judgementOf(change, own.judgements)) return refused('round-has-opened');
	const known = new Set(own.later.variables.flatMap((variable) => [variable.item, variable.code]));
	return codes.every((each) => known.has(each)) ? accepted(change) : refused('unknown-question');
}
