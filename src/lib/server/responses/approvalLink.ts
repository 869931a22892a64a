import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import type { Approval } from '#lib/responses/approval.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipalityOfLink, type Sql } from '../db/connection.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import { findSharedWay } from '../invitations/sharedLinkSealing.ts';
import { holdOf, openLink, type AnsweringLink, type LinkRefusal, type LinkUse } from './answeringLink.ts';
import { keptUnder, type KeptAnswers } from './keptAnswers.ts';
import { withinTransaction } from './linkPlace.ts';

/** not-asked: what the link was given for has been sent, and is being corrected without asking for approval. */
export type ApprovalRefusal = LinkRefusal | 'not-asked';

/** A draft that the manager is asked to approve. */
export interface ApprovalRequest extends KeptAnswers {
	readonly link: AnsweringLink;
	readonly approval: Approval;
}

/** Does the work in one transaction, when the link is one that a unit has given its manager and still asks with. */
export async function withApprovalLink<Value, Refusal extends string>(
	application: Application,
	{ token: typed, isWriting }: Pick<LinkUse, 'token' | 'isWriting'>,
	work: (sql: Sql, request: ApprovalRequest) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal | ApprovalRefusal>> {
	const given = invitationTokenSchema.safeParse(typed);
	if (!given.success) return refused('unknown-link');
	const linkHash = tokenHash(given.data);
	return await withMunicipalityOfLink<Result<Value, Refusal | ApprovalRefusal>>(
		application.database,
		linkHash,
		async (sql) => {
			const way = await findSharedWay(sql, given.data);
			if (way?.note.kind !== 'approval') return refused('unknown-link');
			const place = withinTransaction(sql, holdOf({ isWriting }));
			const opened = await openLink(application, place, { token: way.token, isWriting });
			if (!opened.ok) return opened;
			const kept = keptUnder(opened.value);
			const { approval } = kept.notes;
			if (approval?.linkId !== Buffer.from(linkHash).toString('hex')) return refused('not-asked');
			return await work(sql, { ...kept, link: opened.value, approval });
		}
	);
}
