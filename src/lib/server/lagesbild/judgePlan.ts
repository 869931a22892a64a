import type { DesignProposal, DesignReview } from '#lib/disclosure/design/designReview.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { reviewInThread } from '../disclosure/protectInThread.ts';
import { watchOf } from './compilations.ts';
import { protectionInput, readMaterial } from './reportMaterial.ts';

/**
 * How the planned tables stand, for the samordnare. The persons behind a number on average and the information lost are
 * left out: with them, and with what is shown, hidden numbers could be computed.
 */
export interface PlanJudgement {
	/** Planned numbers of persons that are not zero, and how many of them are under the threshold. */
	readonly numbers: number;
	readonly small: number;
	/** Tables with small numbers, those with the largest share of them first. */
	readonly tables: readonly {
		readonly id: string;
		readonly title: string;
		readonly numbers: number;
		readonly small: number;
	}[];
	/** The least information lost first. */
	readonly proposals: readonly (Pick<DesignProposal, 'change' | 'words' | 'before' | 'after'> & {
		/** Titles. */
		readonly tables: readonly string[];
	})[];
	/** Changes that there was no time to try, with the titles of their tables. */
	readonly untried: readonly Pick<DesignProposal, 'words' | 'tables'>[];
}

/** In milliseconds; the page promises an answer within a minute. */
const longestReview = 50_000;

export type JudgementRefusal =
	'unknown-round' | 'round-not-closed' | 'round-erased' | 'not-allowed' | 'already-compiling' | 'cancelled';

/** Judges the round's planned tables, with the changes taken up so far, and tries further ones. Stores nothing of it. */
export async function judgePlan(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<PlanJudgement, JudgementRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { database, clock, compilations } = application;
	const place = { municipalityId: actor.municipalityId, roundId };
	const compilation = compilations.begin(place);
	if (!compilation) return refused('already-compiling');
	try {
		const read = await withMunicipality(database, actor.municipalityId, async (sql) => {
			const material = await readMaterial(application, sql, roundId);
			const event = { action: 'table-plan-judged', subject: roundId, at: clock.now() } as const;
			if (material.ok) await insertAuditEvent(sql, actor, event);
			return material;
		});
		if (!read.ok) return read;
		const input = protectionInput(read.value);
		const review = await reviewInThread(input, watchOf(compilation), longestReview);
		if (review === 'cancelled') return refused('cancelled');
		return accepted(judgementOf(review, input.set));
	} finally {
		compilations.end(place);
	}
}

function judgementOf(review: DesignReview, set: IndicatorTableSet): PlanJudgement {
	const titles = new Map(set.tables.map(({ id, title }) => [id, title]));
	const titlesOf = (tables: readonly string[]) => tables.map((id) => titles.get(id) ?? id);
	return {
		numbers: review.tables.reduce((sum, { numbers }) => sum + numbers, 0),
		small: review.tables.reduce((sum, { small }) => sum + small, 0),
		tables: review.tables
			.filter(({ small }) => small > 0)
			.toSorted((a, b) => b.small / b.numbers - a.small / a.numbers)
			.map(({ id, title, numbers, small }) => ({ id, title, numbers, small })),
		proposals: review.proposals.map(({ change, words, before, after, tables }) => ({
			change,
			words,
			before,
			after,
			tables: titlesOf(tables)
		})),
		untried: review.untried.map(({ words, tables }) => ({ words, tables: titlesOf(tables) }))
	};
}
