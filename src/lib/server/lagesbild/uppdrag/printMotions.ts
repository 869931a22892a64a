import { motionDocument } from '#lib/lagesbild/uppdrag/motionDocument.ts';
import { unfinishedCells, unfinishedColumns } from '#lib/lagesbild/uppdrag/unfinishedMotions.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { renderMotionDocx, renderUnfinishedDocx } from '../../export/renderMotionDocx.ts';
import { writeCsv } from '../../spreadsheets/writeCsv.ts';
import { readMotion, readMotions } from './readMotions.ts';

export const listFormats = ['docx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface MotionFile {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
}

/** The motions that are not fully prepared, as a file to put before fullmäktige. */
export async function printUnfinishedMotions(
	application: Application,
	actor: Actor,
	format: ListFormat
): Promise<MotionFile> {
	const { municipality, today, unfinished } = await readMotions(application, actor);
	const rows = unfinished.map(unfinishedCells);
	const name = `ej-fardigberedda-motioner-${today}.${format}`;
	if (format === 'csv') {
		const bytes = writeCsv([[...unfinishedColumns], ...rows]);
		return { name, mediaType: 'text/csv; charset=utf-8', bytes };
	}
	return { name, mediaType: wordFile, bytes: await renderUnfinishedDocx({ municipality, today, rows }) };
}

/** The answer to a motion as a tjänsteskrivelse in Word, as it stands now. */
export async function printMotionAnswer(
	application: Application,
	actor: Actor,
	motionId: string
): Promise<Result<MotionFile, 'unknown-motion'>> {
	const view = await readMotion(application, actor, motionId);
	if (!view.ok) return view;
	const { municipality, motion, today } = view.value;
	const { texts } = motion;
	const document = motionDocument({ municipality: municipality.name, motion, texts, today });
	return accepted({
		name: `svar-pa-motion-${document.date}.docx`,
		mediaType: wordFile,
		bytes: await renderMotionDocx(document)
	});
}
