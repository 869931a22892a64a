import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { draftId, openDraft } from './draftSealing.ts';
import { findDraft } from './draftStore.ts';

/** What the answering pages are drawn from. */
export interface AnsweringSession {
	readonly municipality: Municipality;
	readonly round: {
		readonly title: string;
		readonly year: number;
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
}

export async function readSession(sql: Sql, link: AnsweringLink): Promise<AnsweringSession> {
	const [municipality, sealed] = await Promise.all([
		findMunicipality(sql),
		findDraft(sql, draftId(link.token))
	]);
	const draft = sealed ? openDraft(link.token, sealed) : null;
	const { year, closesOn, threshold } = link.round;
	return {
		municipality,
		round: { title: link.unit.seriesTitle, year, closesOn, threshold },
		unit: { name: link.unit.unitName, organisation: link.unit.organisationName, sector: link.unit.sector },
		instrument: link.instrument,
		answers: draft?.answers ?? {},
		resumePage: draft?.page ?? null,
		isCorrection: link.state === 'correcting',
		isColleague: link.isColleague
	};
}

/** The link's questionnaire with what has been saved so far. */
export async function openAnswering(
	application: Application,
	token: string
): Promise<Result<AnsweringSession, LinkRefusal>> {
	return await withAnsweringLink(application, { token, isWriting: false }, async (sql, link) =>
		accepted(await readSession(sql, link))
	);
}
