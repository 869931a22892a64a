import type { FieldError } from '../../readForm.ts';
import type { DraftAnswer } from './draftAnswer.ts';

type DraftSaving = Pick<DraftAnswer, 'outcome' | 'revision' | 'message'>;

/** What a use case says of a text that the program saves by itself. */
type Saving =
	| { readonly ok: true; readonly value: { readonly revision: number } }
	| { readonly ok: false; readonly refusal: 'cannot-be-quoted'; readonly faults: readonly FieldError[] }
	| { readonly ok: false; readonly refusal: string };

export function unreadDraft(errors: readonly FieldError[], revision: number): DraftSaving {
	return { outcome: 'not-saved', revision, message: errors[0]?.message ?? '' };
}

export function draftSaving(saving: Saving, revision: number): DraftSaving {
	if (saving.ok) return { outcome: 'saved', revision: saving.value.revision, message: '' };
	if ('faults' in saving) return unreadDraft(saving.faults, revision);
	return { outcome: saving.refusal === 'changed-meanwhile' ? 'conflict' : 'closed', revision, message: '' };
}
