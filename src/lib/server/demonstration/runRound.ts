import type { RoundPlan } from '#lib/rounds/roundPlan.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { Application } from '../application.ts';
import { approveAndPublish } from '../lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '../lagesbild/compileLagesbild.ts';
import { addFinding } from '../lagesbild/findings/saveFinding.ts';
import { readLagesbild } from '../lagesbild/readLagesbild.ts';
import { submitForReview } from '../lagesbild/reviewLagesbild.ts';
import { saveTexts } from '../lagesbild/saveTexts.ts';
import { closeRound } from '../rounds/closeRound.ts';
import { createRound } from '../rounds/createRound.ts';
import { openRound } from '../rounds/openRound.ts';
import { saveMethod } from '../rounds/saveMethod.ts';
import { codeFreeTexts } from './codeFreeTexts.ts';
import { done, type Staff } from './demonstrationSteps.ts';
import { proposePlan } from './fillPlans.ts';
import { demonstrationFindings } from './reportFindings.ts';
import { demonstrationMethod, demonstrationTexts } from './reportTexts.ts';

/** Creates and opens a round. @returns its id. */
export async function startRound(
	application: Application,
	{ samordnare }: Staff,
	plan: RoundPlan
): Promise<string> {
	const { roundId } = done(await createRound(application, samordnare, plan), 'create');
	done(await openRound(application, samordnare, roundId), 'open');
	done(await saveMethod(application, samordnare, { roundId, method: demonstrationMethod }), 'method');
	return roundId;
}

/** Closes a round, compiles it, writes the texts, has them approved by the second person and publishes. */
export async function finishRound(
	application: Application,
	staff: Staff,
	round: { readonly roundId: string; readonly year: number }
): Promise<Lagesbild> {
	const { samordnare, granskare } = staff;
	done(await closeRound(application, samordnare, round.roundId), 'close');
	await codeFreeTexts(application, staff, round.roundId);
	const compiled = await compileLagesbild(application, samordnare, round.roundId);
	if (!compiled.ok && compiled.refusal === 'unprotected-cells') {
		throw new Error(`Demonstration, compile: ${compiled.unprotected.map((cell) => cell.label).join('; ')}`);
	}
	const { lagesbildId } = done(compiled, 'compile');
	const { stored, content } = done(await readLagesbild(application, samordnare, lagesbildId), 'read');
	const texts = demonstrationTexts(round.year, stored.texts);
	done(
		await saveTexts(application, samordnare, { lagesbildId, revision: stored.textsRevision, texts }),
		'texts'
	);
	const known = new Set([...content.figures, ...content.tables].map(({ id }) => id));
	for (const finding of demonstrationFindings(round.year, known)) {
		done(await addFinding(application, samordnare, { lagesbildId, content: finding }), 'finding');
	}
	await proposePlan(application, samordnare, round);
	done(await submitForReview(application, samordnare, lagesbildId), 'submit');
	const { revision } = done(await readLagesbild(application, granskare, lagesbildId), 'review').stored;
	return done(await approveAndPublish(application, granskare, { lagesbildId, revision }), 'publish');
}
