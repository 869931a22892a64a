import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { listLetters } from '../invitations/listLetters.ts';
import { openAnswering } from '../responses/openAnswering.ts';
import { visitPage } from '../responses/openPage.ts';
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

interface UnitLink {
	readonly unitName: string;
	readonly token: string;
}

async function linksOf(
	application: Application,
	samordnare: Actor,
	roundId: string
): Promise<readonly UnitLink[]> {
	const letters = await listLetters(application, samordnare, roundId);
	if (!letters.ok) throw new Error(`The letters cannot be read: ${letters.refusal}`);
	return letters.value.letters.flatMap(({ body, recipientName }) => {
		const token = tokenInLetter(body);
		const unitName = [...units.keys()].find((name) => `${recipientName}, `.startsWith(`${name}, `));
		return token && unitName !== undefined ? [{ token, unitName }] : [];
	});
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
	const links = await linksOf(application, samordnare, round.roundId);
	const answering = links.filter(({ unitName }) => round.answers(unitName));
	for (const { token } of answering) await answerByLink(application, token, round.year);
	return answering.length;
}

/** Saves the first of what a unit would answer, and sends nothing. */
async function beginByLink(application: Application, token: string, roundYear: number): Promise<void> {
	const opened = await openAnswering(application, token);
	if (!opened.ok) throw new Error(`The link cannot be answered with: ${opened.refusal}`);
	const { instrument, unit } = opened.value;
	const { answers } = validateAnswers(instrument, inventedFor(instrument, unit.name, roundYear));
	const first = Object.fromEntries(Object.entries(answers).slice(0, 3));
	const saved = await saveDraft(application, token, { answers: first, page: 1 });
	if (!saved.ok) throw new Error(`The draft was not taken: ${saved.refusal}`);
}

/** Lets some units open their questions, and some of them begin to answer. */
export async function beginRound(
	application: Application,
	samordnare: Actor,
	round: {
		readonly roundId: string;
		readonly year: number;
		readonly open: readonly string[];
		readonly begin: readonly string[];
	}
): Promise<void> {
	for (const { unitName, token } of await linksOf(application, samordnare, round.roundId)) {
		if (round.open.includes(unitName)) await visitPage(application, token);
		if (round.begin.includes(unitName)) await beginByLink(application, token, round.year);
	}
}
