import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Clause, Linkable } from '#lib/lagesbild/uppdrag/motion.ts';
import { clauseSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { roundName, type RoundTime } from '#lib/rounds/roundName.ts';
import { removeClause, saveClause, type ClauseRefusal } from '#lib/server/lagesbild/uppdrag/saveClause.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { fieldErrors, typedFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { motionIdOf, motionMissing, requireMotion } from '../../motionEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const clauseMissing = 'Att-satsen finns inte';

/** null: a new att-sats. */
function clauseIdOf(params: { readonly clauseId: string }): string | null {
	return params.clauseId === 'ny' ? null : idInAddress(params.clauseId, clauseMissing);
}

function heldClause(clause: Clause): Readonly<Record<string, string>> {
	return {
		wording: clause.wording,
		proposedAnswer: clause.proposedAnswer ?? '',
		reason: clause.reason,
		legalBasis: clause.legalBasis ?? '',
		roundIds: clause.rounds.map(({ roundId }) => roundId).join(','),
		findingIds: clause.findings.map(({ findingId }) => findingId).join(','),
		measureIds: clause.measures.map(({ measureId }) => measureId).join(','),
		watchOn: clause.watch?.on ?? '',
		watchFor: clause.watch?.for ?? ''
	};
}

/** What an att-sats can be linked to, as lists of boxes. */
function linkLists({ rounds, findings, measures }: Linkable) {
	const ofRound = (text: string, round: RoundTime) => `${text} (${roundName(round)})`;
	return [
		{
			name: 'roundIds',
			legend: 'Omgångar av kartläggningen',
			options: rounds.map((round) => ({ value: round.roundId, text: `Omgång ${roundName(round)}` }))
		},
		{
			name: 'findingIds',
			legend: 'Iakttagelser',
			options: findings.map((finding) => ({
				value: finding.findingId,
				text: ofRound(finding.statement, finding)
			}))
		},
		{
			name: 'measureIds',
			legend: 'Åtgärder',
			options: measures.map((measure) => ({
				value: measure.measureId,
				text: ofRound(measure.text, measure)
			}))
		}
	];
}

/** Each list has one box for each choice, all of the list's name. */
function tickedLinks(posted: FormData): Record<string, string> {
	const names = ['roundIds', 'findingIds', 'measureIds'];
	return Object.fromEntries(names.map((name) => [name, posted.getAll(name).map(String).join(',')]));
}

export const load: PageServerLoad = async (event) => {
	const { motion, linkable } = await requireMotion(event, requireRole(event, 'samordnare'));
	const clauseId = clauseIdOf(event.params);
	const clause = motion.clauses.find((each) => each.clauseId === clauseId);
	if (clauseId !== null && !clause) error(404, clauseMissing);
	return {
		motionId: motion.motionId,
		title: motion.title,
		place: clause?.place ?? null,
		held: clause ? heldClause(clause) : {},
		linkable: linkLists(linkable),
		mayRemove: clause !== undefined && motion.decision === null && motion.clauses.length > 1
	};
};

const refusalText: Readonly<Record<Exclude<ClauseRefusal, 'unknown-motion' | 'not-allowed'>, string>> = {
	'unknown-clause': 'Att-satsen finns inte längre.',
	'unknown-link': 'Något som att-satsen kopplas till finns inte längre. Ladda om sidan.',
	'already-decided':
		'Fullmäktige har redan beslutat om motionen. Att-satser kan inte läggas till eller tas bort.'
};

function refusal(reason: ClauseRefusal | 'last-clause'): string {
	if (reason === 'unknown-motion') error(404, motionMissing);
	if (reason === 'not-allowed') error(403, 'Bara samordnaren kan ändra motioner.');
	return reason === 'last-clause' ? 'En motion har minst en att-sats.' : refusalText[reason];
}

export const actions: Actions = {
	save: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const motionId = motionIdOf(event);
		const posted = await event.request.formData();
		const typed = { ...typedFields(posted), ...tickedLinks(posted) };
		const form = clauseSchema.safeParse(typed);
		if (!form.success) return fail(400, { errors: fieldErrors(form.error), typed, message: null });
		const clauseId = clauseIdOf(event.params);
		const saved = await saveClause(event.locals.application, actor, { motionId, clauseId, form: form.data });
		if (!saved.ok) return fail(409, { errors: [], typed, message: refusal(saved.refusal) });
		redirect(303, resolve('/(coordinator)/uppdrag/[motionId]', { motionId }));
	},
	remove: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const motionId = motionIdOf(event);
		const clauseId = idInAddress(event.params.clauseId, clauseMissing);
		const removed = await removeClause(event.locals.application, actor, { motionId, clauseId });
		if (!removed.ok) return fail(409, { errors: [], typed: {}, message: refusal(removed.refusal) });
		redirect(303, resolve('/(coordinator)/uppdrag/[motionId]', { motionId }));
	}
};
