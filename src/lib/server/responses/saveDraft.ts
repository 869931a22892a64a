import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { MarkedUnit } from '../rounds/answeringMarks.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { sealDraft, type Draft } from './draftSealing.ts';
import { upsertDraft } from './draftStore.ts';
import { keptDraft } from './keptAnswers.ts';

/** The largest draft that is kept, in bytes sealed: the database's own limit, four times the fullest default questionnaire. */
const largestDraft = 2_000_000;

type DraftRefusal = LinkRefusal | 'too-large';

interface CurrentDraft {
	readonly instrument: Instrument;
	readonly answers: Answers;
}

/** What becomes of the draft (null: it stays as it is), and what whoever changes it wants to know afterwards. */
interface DraftChange<Outcome> {
	readonly draft: Draft | null;
	readonly outcome: Outcome;
}

/**
 * Changes the draft as it is at that moment, unfinished or not. Nobody else changes it between reading and writing, so that
 * two windows or two colleagues that save at once do not write over each other's pages.
 */
export async function changeDraft<Outcome>(
	application: Application,
	token: string,
	change: (current: CurrentDraft) => DraftChange<Outcome>
): Promise<Result<Outcome, DraftRefusal>> {
	interface Changed {
		readonly outcome: Outcome;
		/** The unit, when answers of its own have been saved. */
		readonly begun: MarkedUnit | null;
	}
	const changed = await withAnsweringLink<Changed, DraftRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			const answers = keptDraft(link)?.answers ?? {};
			const { draft, outcome } = change({ instrument: link.instrument, answers });
			if (draft === null) return accepted({ outcome, begun: null });
			const sealed = sealDraft(link, draft);
			if (sealed.length > largestDraft) return refused('too-large');
			await upsertDraft(sql, { draftId: link.draftId, roundId: link.round.roundId, sealed });
			const isBegun = link.state === 'first' && Object.keys(draft.answers).length > 0;
			return accepted({ outcome, begun: isBegun ? link.unit : null });
		}
	);
	if (!changed.ok) return changed;
	const { outcome, begun } = changed.value;
	// When it has been committed, and not in its transaction: the two are not to be written together.
	if (begun) application.marks.note(begun, 'begun', dayInSweden(application.clock.now()));
	return accepted(outcome);
}

/** Saves a whole set of answers in place of what there was. */
export async function saveDraft(
	application: Application,
	token: string,
	draft: Draft
): Promise<Result<null, DraftRefusal>> {
	return await changeDraft(application, token, () => ({ draft, outcome: null }));
}
