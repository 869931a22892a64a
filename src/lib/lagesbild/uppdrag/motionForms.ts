import { z } from 'zod';
import { optionalDay, optionalLine, requiredLine, requiredText } from '#lib/organisations/registerFields.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { linesOf } from '../council/councilFields.ts';
import { motionAnswers, type Mover } from './motion.ts';

const longestLine = 300;
const longestReason = 4000;

const lines = z
	.string()
	.default('')
	.transform((text) => linesOf(cleanText(text, 'many')))
	.refine((all) => all.every((line) => line.length <= longestLine), {
		error: 'Varje rad får ha högst 300 tecken'
	});

const moverPattern = /^(?<name>.+?)\s*\((?<party>[^()]+)\)$/;

/** "Astrid Holm (SL)", one a line. */
const movers = lines
	.refine((all) => all.length > 0, { error: 'Skriv minst en motionär' })
	.refine((all) => all.length <= 20, { error: 'Högst 20 motionärer' })
	.refine((all) => all.every((line) => moverPattern.test(line)), {
		error: 'Skriv partiet inom parentes efter namnet, till exempel Astrid Holm (SL)'
	})
	.transform((all) =>
		all.map((line): Mover => {
			const { name = '', party = '' } = moverPattern.exec(line)?.groups ?? {};
			return { name: name.trim(), party: party.trim() };
		})
	);

const motionFields = {
	title: requiredLine('Skriv motionens rubrik'),
	receivedOn: calendarDateSchema,
	movers,
	diarienummer: lines
		.refine((all) => all.length > 0, { error: 'Skriv minst ett diarienummer' })
		.refine((all) => all.length <= 10, { error: 'Högst tio diarienummer' })
		.refine((all) => new Set(all).size === all.length, { error: 'Samma diarienummer står två gånger' }),
	reportedOn: optionalDay
};

const reportedAfter = {
	path: ['reportedOn'],
	error: 'Redovisningen ligger före den dag då motionen väcktes'
};

interface MotionDays {
	readonly receivedOn: string;
	readonly reportedOn: string | null;
}

const isReportedLater = ({ receivedOn, reportedOn }: MotionDays) =>
	reportedOn === null || reportedOn >= receivedOn;

export const motionSchema = z.object(motionFields).refine(isReportedLater, reportedAfter);
export type MotionForm = z.infer<typeof motionSchema>;

/** A new motion with its att-satser, one a line as they stand in it. */
export const newMotionSchema = z
	.object({
		...motionFields,
		clauses: z
			.string()
			.default('')
			.transform((text) => linesOf(cleanText(text, 'many')).map(withoutBullet))
			.refine((all) => all.length > 0, { error: 'Skriv minst en att-sats' })
			.refine((all) => all.length <= 30, { error: 'Högst 30 att-satser' })
			.refine((all) => all.every((clause) => clause.length <= 2000), {
				error: 'En att-sats får ha högst 2 000 tecken'
			})
	})
	.refine(isReportedLater, reportedAfter);
export type NewMotionForm = z.infer<typeof newMotionSchema>;

/** Att-satser are pasted from a document with their bullets and numbers. */
function withoutBullet(text: string): string {
	return text.replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/, '');
}

const answerOrNone = z
	.enum(['', ...motionAnswers], { error: 'Välj ett svar' })
	.default('')
	.transform((value) => (value === '' ? null : value));

const reason = z
	.string()
	.default('')
	.transform((text) => cleanText(text, 'many'))
	.pipe(z.string().max(longestReason, { error: 'Högst 4 000 tecken' }));

/** Several ids are posted as one field with commas between. */
const ids = (gone: string) =>
	z
		.string()
		.default('')
		.transform((text) => [...new Set(text.split(',').filter((id) => id !== ''))])
		.pipe(z.array(z.uuid({ error: gone })));

export const clauseSchema = z
	.object({
		wording: requiredText('Skriv att-satsen'),
		proposedAnswer: answerOrNone,
		reason,
		legalBasis: optionalLine,
		roundIds: ids('Omgången finns inte längre'),
		findingIds: ids('Iakttagelsen finns inte längre'),
		measureIds: ids('Åtgärden finns inte längre'),
		watchOn: optionalDay,
		watchFor: optionalLine
	})
	.refine(({ proposedAnswer, reason }) => proposedAnswer !== 'avslag' || reason !== '', {
		path: ['reason'],
		error: 'Skriv skälet till att förslaget avslås'
	})
	.refine(({ watchOn, watchFor }) => (watchOn === null) === (watchFor === null), {
		path: ['watchFor'],
		error: 'En bevakning behöver både en dag och vad som ska bevakas'
	});
export type ClauseForm = z.infer<typeof clauseSchema>;

/** What fullmäktige decided: the day, the paragraph of the minutes, and an outcome for each att-sats (`outcome.ID`). */
export const decisionSchema = z.object({
	decidedOn: calendarDateSchema,
	reference: requiredLine('Skriv paragrafen i protokollet, till exempel § 84'),
	outcomes: z.record(z.uuid(), z.enum(motionAnswers, { error: 'Välj vad fullmäktige beslutade' }))
});
export type DecisionForm = z.infer<typeof decisionSchema>;
