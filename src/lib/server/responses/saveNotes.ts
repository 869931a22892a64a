import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { reviewAnswers } from '#lib/responses/answerReview.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { keptUnder, saveKeptNotes } from './keptAnswers.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';

/** What the respondent has ticked and written on the review page. */
export interface Decisions {
	/** Code of a count → why it departs; empty when nothing was written. */
	readonly reasons: Readonly<Record<string, string>>;
	/** Codes of counts that are right. */
	readonly confirmed: readonly string[];
	/** Items of texts that are kept as they are. */
	readonly keptItems: readonly string[];
}

/** Saves the decisions beside the draft. A text is kept as it reads now: when it is changed, it is asked about again. */
export async function saveNotes(
	application: Application,
	token: string,
	decisions: Decisions
): Promise<Result<null, LinkRefusal>> {
	return await withAnsweringLink(application, { token, isWriting: true }, async (sql, link) => {
		const { instrument } = link;
		const { draft, notes: known } = keptUnder(link);
		const previous = await readPreviousCounts(application, link);
		const { answers } = validateAnswers(instrument, draft?.answers ?? {});
		const { reasons, confirmed, keptItems } = decisions;
		const notes = { ...known, reasons, confirmed };
		const review = reviewAnswers({ instrument, answers, notes, previous: previous?.counts ?? [] });
		const kept = Object.fromEntries(
			review.texts.filter(({ item }) => keptItems.includes(item)).map(({ item, text }) => [item, text])
		);
		await saveKeptNotes(sql, link, { ...notes, kept });
		return accepted(null);
	});
}
