import { z } from 'zod';
import { longestReason } from '#lib/responses/answerNotes.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';

/** spara: keep what was ticked and stay. trots: send although a text has not been decided about. */
const stepSchema = z.enum(['spara', 'skicka', 'trots']).catch('skicka');

// Codes of the codebook; a form with more of them than a questionnaire can have was not made by the page.
const codesSchema = z.array(z.string().min(1).max(200)).max(2000).catch([]);

const reasonSchema = z.string().trim().catch('');

interface ReviewForm {
	readonly step: z.infer<typeof stepSchema>;
	/** null when the page asked about nothing: then there is nothing to save. */
	readonly decisions: {
		readonly reasons: Readonly<Record<string, string>>;
		readonly confirmed: readonly string[];
		readonly keptItems: readonly string[];
	} | null;
}

const reasonPrefix = 'varfor.';

/** The reasons as they were typed, by code; for showing them again when one of them is too long. */
export function typedReasons(form: FormData): Record<string, string> {
	const fields = [...form].filter(([field]) => field.startsWith(reasonPrefix));
	return Object.fromEntries(
		fields.map(([field, typed]) => [field.slice(reasonPrefix.length), reasonSchema.parse(typed)])
	);
}

export function readReviewForm(form: FormData): Result<ReviewForm, 'too-long'> {
	const reasons = typedReasons(form);
	if (Object.values(reasons).some((reason) => reason.length > longestReason)) return refused('too-long');
	const asked = form.has('fragar');
	const decisions = {
		reasons,
		confirmed: codesSchema.parse(form.getAll('stammer')),
		keptItems: codesSchema.parse(form.getAll('behall'))
	};
	return accepted({ step: stepSchema.parse(form.get('steg')), decisions: asked ? decisions : null });
}
