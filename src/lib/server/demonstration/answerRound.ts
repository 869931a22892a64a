import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { listLetters } from '../invitations/listLetters.ts';
import { openAnswering } from '../responses/openAnswering.ts';
import { saveDraft } from '../responses/saveDraft.ts';
import { submitAnswers } from '../responses/submitAnswers.ts';
import { inventAnswers } from './inventAnswers.ts';
import { sjovallaOrganisations, type DemonstrationUnit } from './sjovalla.ts';
import { tokenInLetter } from './tokenInLetter.ts';

const seed = 'sjovalla';

interface KnownUnit {
	readonly unit: DemonstrationUnit;
	readonly isIndependentSchool: boolean;
}

const units: ReadonlyMap<string, KnownUnit> = new Map(
	sjovallaOrganisations.flatMap((organisation) =>
		organisation.units.map((unit) => [
			unit.name,
			{
				unit,
				isIndependentSchool:
					organisation.sector === 'skola' && !organisation.name.startsWith('Utbildningsförvaltningen')
			}
		])
	)
);

/** @throws when the unit is not one of the demonstration's. */
export function inventedFor(instrument: Instrument, unitName: string, roundYear: number): Answers {
	const known = units.get(unitName);
	if (!known) throw new Error(`Unit ${unitName} is not in the demonstration`);
	return inventAnswers(instrument, { seed, roundYear, sector: instrument.sector, ...known });
}

/** Answers for one unit by its link, as a respondent does: what is not shown is left out, then saved and sent. */
export async function answerByLink(
	application: Application,
	token: string,
	roundYear: number
): Promise<void> {
	const opened = await openAnswering(application, token);
	if (!opened.ok) throw new Error(`The link cannot be answered with: ${opened.refusal}`);
	const { instrument, unit: asked } = opened.value;
	const invented = inventedFor(instrument, asked.name, roundYear);
	const { answers, errors } = validateAnswers(instrument, invented);
	if (errors.length > 0) throw new Error(`Invented answers are refused: ${JSON.stringify(errors[0])}`);
	const saved = await saveDraft(application, token, { answers, page: instrument.pages.length - 1 });
	const sent = saved.ok ? await submitAnswers(application, { token, asksAboutTexts: false }) : saved;
	if (!sent.ok) throw new Error(`The answers were not taken: ${sent.refusal}`);
}

/** Lets the chosen units answer, each by its own link. @returns how many answered. */
export async function answerRound(
	application: Application,
	samordnare: Actor,
	round: {
		readonly roundId: string;
		readonly year: number;
		readonly answers: (unitName: string) => boolean;
	}
): Promise<number> {
	const letters = await listLetters(application, samordnare, round.roundId);
	if (!letters.ok) throw new Error(`The letters cannot be read: ${letters.refusal}`);
	let answered = 0;
	for (const letter of letters.value) {
		const token = tokenInLetter(letter.body);
		const unitName = [...units.keys()].find((name) => `${letter.recipientName}, `.startsWith(`${name}, `));
		if (!token || unitName === undefined || !round.answers(unitName)) continue;
		await answerByLink(application, token, round.year);
		answered += 1;
	}
	return answered;
}
