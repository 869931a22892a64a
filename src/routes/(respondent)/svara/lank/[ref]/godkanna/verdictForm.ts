import { z } from 'zod';
import type { VerdictTexts } from '../../../texts/approvalTexts.ts';
import { longestComment, type ApprovalVerdict } from '#lib/responses/approval.ts';

const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

const commentSchema = z.string().trim().min(1).max(longestComment);

type ReadVerdict =
	| { readonly ok: true; readonly verdict: ApprovalVerdict; readonly comment: string }
	| {
			readonly ok: false;
			/** What stands in the field again, and what is wrong. */
			readonly faults: {
				readonly comment: string;
				readonly message: string | null;
				readonly refusal: 'changed-meanwhile' | null;
			};
	  };

/** The manager's yes or no. A form that does not say which answers it is about was not made by the page as it is now. */
export function readVerdict(form: FormData, words: VerdictTexts['faults']): ReadVerdict {
	const typed = form.get('kommentar');
	const comment = typeof typed === 'string' ? typed.slice(0, 10 * longestComment) : '';
	const fingerprint = fingerprintSchema.safeParse(form.get('svar'));
	if (!fingerprint.success) {
		return { ok: false, faults: { comment, message: null, refusal: 'changed-meanwhile' } };
	}
	if (form.get('beslut') === 'godkann') {
		return { ok: true, verdict: { kind: 'approved', fingerprint: fingerprint.data }, comment };
	}
	const read = commentSchema.safeParse(comment);
	if (!read.success) {
		const message = read.error.issues[0]?.code === 'too_big' ? words.long : words.empty;
		return { ok: false, faults: { comment, message, refusal: null } };
	}
	const verdict = { kind: 'returned', fingerprint: fingerprint.data, comment: read.data } as const;
	return { ok: true, verdict, comment };
}
