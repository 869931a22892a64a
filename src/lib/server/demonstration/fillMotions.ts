import { clauseSchema, decisionSchema, newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { decideMotion } from '../lagesbild/uppdrag/decideMotion.ts';
import { readMotion } from '../lagesbild/uppdrag/readMotions.ts';
import { saveClause } from '../lagesbild/uppdrag/saveClause.ts';
import { addMotion } from '../lagesbild/uppdrag/saveMotion.ts';
import { saveMotionTexts } from '../lagesbild/uppdrag/saveMotionTexts.ts';
import { done } from './demonstrationSteps.ts';
import { sjovallaMotions, type DemonstrationMotion } from './sjovallaMotions.ts';

async function answerClauses(
	application: Application,
	samordnare: Actor,
	{ motionId, motion }: { readonly motionId: string; readonly motion: DemonstrationMotion }
): Promise<void> {
	const view = done(await readMotion(application, samordnare, motionId), 'motion');
	for (const { clauseId, place } of view.motion.clauses) {
		const written = motion.clauses[place - 1];
		if (!written) throw new Error('Demonstration, motion: an att-sats too many');
		const roundIds = view.linkable.rounds
			.filter(({ year }) => written.rounds?.includes(year))
			.map(({ roundId }) => roundId);
		const measureIds = view.linkable.measures
			.filter(({ text }) => written.measures?.some((start) => text.startsWith(start)))
			.map(({ measureId }) => measureId);
		const form = clauseSchema.parse({
			wording: written.wording,
			proposedAnswer: written.answer ?? '',
			reason: written.reason ?? '',
			legalBasis: written.legalBasis ?? '',
			roundIds: roundIds.join(','),
			measureIds: measureIds.join(','),
			watchOn: written.watch?.on ?? '',
			watchFor: written.watch?.for ?? ''
		});
		done(await saveClause(application, samordnare, { motionId, clauseId, form }), 'att-sats');
	}
}

async function decide(
	application: Application,
	samordnare: Actor,
	{ motionId, motion }: { readonly motionId: string; readonly motion: DemonstrationMotion }
): Promise<void> {
	if (!motion.decision) return;
	const { clauses } = done(await readMotion(application, samordnare, motionId), 'motion').motion;
	const form = decisionSchema.parse({
		decidedOn: motion.decision.on,
		reference: motion.decision.reference,
		outcomes: Object.fromEntries(clauses.map(({ clauseId, proposedAnswer }) => [clauseId, proposedAnswer]))
	});
	done(await decideMotion(application, samordnare, { motionId, form }), 'decision');
}

/** The motions of the demonstration: two decided, one answered by three boards, one just begun with. */
export async function fillMotions(application: Application, samordnare: Actor): Promise<void> {
	for (const motion of sjovallaMotions(dayInSweden(application.clock.now()))) {
		const form = newMotionSchema.parse({
			title: motion.title,
			movers: motion.movers,
			diarienummer: motion.diarienummer,
			receivedOn: motion.receivedOn,
			clauses: motion.clauses.map(({ wording }) => wording).join('\n')
		});
		const motionId = done(await addMotion(application, samordnare, form), 'motion');
		await answerClauses(application, samordnare, { motionId, motion });
		if (motion.texts) {
			const { texts, revision } = done(await readMotion(application, samordnare, motionId), 'motion').motion;
			const edit = { motionId, revision, texts: motion.texts(texts) };
			done(await saveMotionTexts(application, samordnare, edit), 'answer');
		}
		await decide(application, samordnare, { motionId, motion });
	}
}
