import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { instrumentIn } from '#lib/responses/instrumentIn.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { readAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { keptDraft } from './keptAnswers.ts';
import type { AskingMunicipality } from './linkStore.ts';

/** What the answering pages are drawn from. */
export interface AnsweringSession {
	readonly municipality: AskingMunicipality;
	readonly seriesId: string;
	readonly round: {
		readonly title: string;
		/** The round's name. */
		readonly name: string;
		readonly closesOn: CalendarDate;
		readonly threshold: number;
	};
	readonly unit: { readonly name: string; readonly organisation: string; readonly sector: Sector };
	readonly instrument: Instrument;
	readonly answers: Answers;
	/** null when nothing has been saved yet. */
	readonly resumePage: number | null;
	/** The answer has been sent and is being corrected. */
	readonly isCorrection: boolean;
	/** Opened with a colleague's link, which may answer but not send. */
	readonly isColleague: boolean;
	/** The pages that the colleague was asked for; empty when it is all of them. */
	readonly askedPages: readonly number[];
}

/** What the answering pages are drawn from in a language, of the link as it was opened. */
export function sessionOf(link: AnsweringLink, language: Language = 'sv'): AnsweringSession {
	const draft = keptDraft(link);
	const { seriesId, closesOn, threshold } = link.round;
	return {
		municipality: link.municipality,
		seriesId,
		round: { title: link.unit.seriesTitle, name: roundName(link.round), closesOn, threshold },
		unit: { name: link.unit.unitName, organisation: link.unit.organisationName, sector: link.unit.sector },
		instrument: instrumentIn(link.instrument, language),
		answers: draft?.answers ?? {},
		resumePage: draft?.page ?? null,
		isCorrection: link.state === 'correcting',
		isColleague: link.isColleague,
		askedPages: link.askedPages
	};
}

/** The link's questionnaire with what has been saved so far. */
export async function openAnswering(
	application: Application,
	token: string
): Promise<Result<AnsweringSession, LinkRefusal>> {
	const link = await readAnsweringLink(application, token);
	return link.ok ? accepted(sessionOf(link.value)) : link;
}
