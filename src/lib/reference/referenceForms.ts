import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import {
	optionalDay,
	optionalLine,
	orNull,
	requiredLine,
	requiredText
} from '#lib/organisations/registerFields.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { earlierSurveyKinds, type EarlierSurveyFacts, type SurveyLine } from './earlierSurvey.ts';
import { eventKinds, type EventFacts } from './referenceEvent.ts';
import { readReferenceNumber } from './referenceNumber.ts';
import { readPeriod } from './referencePeriod.ts';
import { amountKinds, type ReferenceArea, type SeriesFacts } from './referenceSeries.ts';

const address = orNull(
	z
		.string()
		.trim()
		.max(1000, { error: 'Högst 1 000 tecken' })
		.refine((text) => /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text), {
			error: 'Skriv hela adressen, till exempel https://www.bra.se/…'
		})
);

const freeText = (longest: number) =>
	z
		.string()
		.default('')
		.transform((text) => cleanText(text, 'many'))
		.pipe(z.string().max(longest, { error: `Högst ${longest.toLocaleString('sv-SE')} tecken` }));

const yesOrNo = z
	.enum(['ja', 'nej'], { error: 'Välj ja eller nej' })
	.default('nej')
	.transform((answer) => answer === 'ja');

/** What texts quote is written between braces; with or without them here. */
const besideField = optionalLine
	.transform((text) => text?.replace(/^\{\{\s*|\s*\}\}$/g, '') ?? null)
	.refine((text) => text === null || /^[\p{L}\d_.-]{1,100}$/u.test(text), {
		error: 'Skriv talet som det står i listan Tal att citera, till exempel P3.antal'
	});

export const seriesSchema = z.object({
	title: requiredLine('Skriv vad serien visar'),
	unit: requiredLine('Skriv enheten, till exempel anmälda brott'),
	kind: z.enum(amountKinds, { error: 'Välj vad talen är' }),
	source: requiredLine('Skriv varifrån talen kommer'),
	address,
	takenOn: calendarDateSchema,
	note: freeText(1000),
	beside: besideField,
	isShown: yesOrNo
}) satisfies z.ZodType<SeriesFacts>;

export const eventSchema = z
	.object({
		on: calendarDateSchema,
		until: optionalDay,
		kind: z.enum(eventKinds, { error: 'Välj vad det är' }),
		title: requiredLine('Skriv vad som hände'),
		text: freeText(2000),
		source: requiredLine('Skriv varifrån uppgiften kommer'),
		address,
		isShown: yesOrNo
	})
	.refine(({ on, until }) => until === null || until >= on, {
		path: ['until'],
		error: 'Sista dagen ligger före den första'
	}) satisfies z.ZodType<EventFacts>;

const mostLines = 60;

/** "Vuxna som polisen kände till; 12; personer" */
const linePattern = /^(?<label>[^;]{1,300});(?<value>[^;]{1,60});(?<unit>[^;]{1,100})$/;

function readLine(text: string): SurveyLine | null {
	const { label = '', value = '', unit = '' } = linePattern.exec(text)?.groups ?? {};
	const reading = readReferenceNumber(value);
	if (label.trim() === '' || unit.trim() === '' || reading?.kind !== 'number') return null;
	return { label: label.trim(), value: reading.value, unit: unit.trim() };
}

function linesIn(text: string): string[] {
	return cleanText(text, 'many')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

const surveyLines = z
	.string()
	.default('')
	.transform((text, context): SurveyLine[] => {
		const lines = linesIn(text);
		if (lines.length > mostLines) context.addIssue('Högst 60 rader');
		const read = lines.slice(0, mostLines).map(readLine);
		const faulty = read.indexOf(null);
		if (faulty !== -1) {
			context.addIssue(
				`Rad ${String(faulty + 1)} går inte att läsa. Skriv uppgift; tal; enhet, till exempel Vuxna; 12; personer`
			);
		}
		return read.filter((line) => line !== null);
	});

export const earlierSurveySchema = z.object({
	kind: z.enum(earlierSurveyKinds, { error: 'Välj vad det är' }),
	title: requiredLine('Skriv vad underlaget heter'),
	period: requiredLine('Skriv vilken tid det gäller'),
	source: requiredLine('Skriv vem som har gjort det'),
	address,
	madeOn: calendarDateSchema,
	summary: freeText(6000),
	lines: surveyLines,
	whyNotComparable: requiredText('Skriv varför talen inte går att jämföra med kartläggningens'),
	isShown: yesOrNo
}) satisfies z.ZodType<EarlierSurveyFacts>;

const population = (text: string): number | null | undefined => {
	const reading = readReferenceNumber(text);
	if (reading?.kind === 'mark') return null;
	const count = reading?.value ?? 0;
	return Number.isInteger(count) && count > 0 && count < 100_000_000 ? count : undefined;
};

/** "1480 Göteborg; 604 616": code, name and, after a semicolon, inhabitants where they are known. */
function readArea(text: string): ReferenceArea | null {
	const found = /^(?<code>\d{4})\s+(?<name>[^;\d][^;]{0,99})(?:;(?<rest>.*))?$/.exec(text)?.groups;
	const living = found ? population(found['rest'] ?? '') : undefined;
	if (!found || living === undefined) return null;
	return { code: found['code'] ?? '', name: (found['name'] ?? '').trim(), population: living };
}

const mostAreas = 25;

export const areasSchema = z.object({
	areas: z
		.string()
		.default('')
		.transform((text, context): ReferenceArea[] => {
			const lines = linesIn(text);
			if (lines.length > mostAreas) context.addIssue('Högst 25 kommuner');
			const read = lines.slice(0, mostAreas).map(readArea);
			const faulty = read.indexOf(null);
			if (faulty !== -1) {
				context.addIssue(
					`Rad ${String(faulty + 1)} går inte att läsa. Skriv kod och namn, till exempel 1480 Göteborg; 604616`
				);
			}
			const areas = read.filter((area) => area !== null);
			if (new Set(areas.map(({ code }) => code)).size < areas.length) {
				context.addIssue('Samma kommunkod står två gånger');
			}
			return areas;
		})
});

export const periodSchema = z
	.string({ error: 'Ange ett år' })
	.transform(readPeriod)
	.refine((period) => period !== null, {
		error: 'Ange en period, till exempel 2025, 2025K1, 2025-03 eller 2024/25'
	});

const emptyReading = /^\s*$/;

/** Values of one period, a field for each kommun (`varde.1480`). An empty field takes the value away. */
export const valuesSchema = z.object({
	period: periodSchema,
	varde: z.record(
		z.string().regex(/^\d{4}$/),
		z.string().transform((text, context) => {
			if (emptyReading.test(text)) return null;
			const reading = readReferenceNumber(text);
			if (reading) return reading;
			context.addIssue('Skriv ett tal, till exempel 1 234,5, eller .. när uppgiften saknas');
			return z.NEVER;
		})
	)
});
export type PeriodValues = z.infer<typeof valuesSchema>;
