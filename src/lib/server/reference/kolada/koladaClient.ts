import type { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { datumSchema, kpiSchema, pageSchema, type Datum, type Kpi } from './koladaAnswers.ts';

export type KoladaRefusal =
	| 'unreachable'
	| 'timed-out'
	/** Too many questions (429) or a fault of its own (5xx): worth another try. */
	| 'busy'
	/** It answers, and says no. */
	| 'declined'
	/** Not in the form that Kolada's API v3 has. */
	| 'unexpected-answer'
	| 'too-much';

export interface KoladaSettings {
	readonly baseUrl: string;
	readonly timeoutMs?: number;
}

const defaultTimeout = 15_000;
const largestAnswer = 6 * 1_048_576;
const mostPages = 20;
const perPage = 5000;
/** The API refuses long lists in an address: 25 years at a time, and clients ask for 25 kommuner. */
const mostInList = 25;

/** The body as text, stopped when it grows larger than any page of Kolada's. */
async function boundedText(body: ReadableStream<Uint8Array>): Promise<string | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > largestAnswer) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// No JSON at all is an answer like another: the schema refuses it.
		return undefined;
	}
}

function statusRefusal(status: number): KoladaRefusal {
	return status === 429 || status >= 500 ? 'busy' : 'declined';
}

async function ask(url: URL, timeoutMs: number): Promise<Result<unknown, KoladaRefusal>> {
	try {
		const response = await fetch(url, {
			headers: { accept: 'application/json' },
			// Only the address that the operator has set is asked, wherever an answer points.
			redirect: 'error',
			signal: AbortSignal.timeout(timeoutMs)
		});
		if (!response.ok || !response.body) {
			await response.body?.cancel();
			return refused(response.ok ? 'unexpected-answer' : statusRefusal(response.status));
		}
		const text = await boundedText(response.body);
		return text === null ? refused('too-much') : accepted(parsedJson(text));
	} catch (fault) {
		if (fault instanceof DOMException && fault.name === 'TimeoutError') return refused('timed-out');
		// What fetch throws when nobody answers, or the answer breaks off.
		if (fault instanceof TypeError) return refused('unreachable');
		throw fault;
	}
}

/** The next page is asked for where the first one was: of `next_url` only what follows its question mark is used. */
function nextPage(url: URL, nextUrl: string | null | undefined): URL | null {
	const next = nextUrl ? URL.parse(nextUrl, url) : null;
	if (!next) return null;
	const page = new URL(url);
	page.search = next.search;
	return page;
}

async function allPages<Schema extends z.ZodType>(
	{ baseUrl, timeoutMs = defaultTimeout }: KoladaSettings,
	{
		path,
		query = {},
		schema
	}: { readonly path: string; readonly query?: Record<string, string>; readonly schema: Schema }
): Promise<Result<z.infer<Schema>[], KoladaRefusal>> {
	let url: URL | null = new URL(`${baseUrl}/${path}`);
	url.search = new URLSearchParams({ ...query, per_page: String(perPage) }).toString();
	const values: z.infer<Schema>[] = [];
	for (let page = 0; url; page += 1) {
		if (page >= mostPages) return refused('too-much');
		const answer = await ask(url, timeoutMs);
		if (!answer.ok) return answer;
		const read = pageSchema.safeParse(answer.value);
		const ofPage = schema.array().safeParse(read.data?.values);
		if (!read.success || !ofPage.success) return refused('unexpected-answer');
		values.push(...ofPage.data);
		// A page without values is the last, whatever it points to.
		url = ofPage.data.length === 0 ? null : nextPage(url, read.data.next_url);
	}
	return accepted(values);
}

/** Nyckeltal whose title has the text. */
export async function findKpis(
	settings: KoladaSettings,
	title: string
): Promise<Result<Kpi[], KoladaRefusal>> {
	return await allPages(settings, { path: 'kpi', query: { title }, schema: kpiSchema });
}

export async function findKpi(
	settings: KoladaSettings,
	kpi: string
): Promise<Result<Kpi, KoladaRefusal | 'unknown-kpi'>> {
	const found = await allPages(settings, { path: `kpi/${encodeURIComponent(kpi)}`, schema: kpiSchema });
	if (!found.ok) return found.refusal === 'declined' ? refused('unknown-kpi') : found;
	const [first] = found.value.filter(({ id }) => id === kpi);
	return first ? accepted(first) : refused('unknown-kpi');
}

function inLists<Value>(values: readonly Value[]): Value[][] {
	const lists: Value[][] = [];
	for (let from = 0; from < values.length; from += mostInList)
		lists.push(values.slice(from, from + mostInList));
	return lists;
}

export interface DataQuestion {
	readonly kpi: string;
	/** Codes of four digits; 0000 is Riket. */
	readonly areas: readonly string[];
	readonly years: readonly number[];
}

/** The values of a nyckeltal in some kommuner and years. What Kolada does not have is left out. */
export async function readData(
	settings: KoladaSettings,
	{ kpi, areas, years }: DataQuestion
): Promise<Result<Datum[], KoladaRefusal>> {
	const found: Datum[] = [];
	for (const ofAreas of inLists(areas)) {
		for (const ofYears of inLists(years)) {
			const path = `data/kpi/${encodeURIComponent(kpi)}/municipality/${ofAreas.join(',')}/year/${ofYears.join(',')}`;
			const answer = await allPages(settings, { path, schema: datumSchema });
			if (!answer.ok) return answer;
			found.push(...answer.value);
		}
	}
	return accepted(found);
}
