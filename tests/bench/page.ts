import { chromium, type Browser } from 'playwright-core';
import { openRoundAsking, openRoundNow } from '../support/askedRound.ts';
import { totalBytes, transfersOf } from '../support/browser/transfer.ts';
import { findChromium } from '../support/findChromium.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../support/programWithDatabase.ts';
import { insertSmallMunicipality } from '../support/smallMunicipality.ts';
import { serveBarePages } from './page/barePages.ts';
import { fortyQuestions } from './page/fortyQuestions.ts';
import { bytesPerSecond, keyTimes, largestPaint } from './page/slowVisit.ts';

const visits = 5;

const rounded = (value: number) => Math.round(value * 100) / 100;

function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}

/** A respondent's way in: the address of the link's first page, and what the browser then knows. */
async function enter(browser: Browser, origin: string, token: string) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${origin}/svara/${token}`);
	const entered = { home: page.url(), state: await context.storageState() };
	await context.close();
	return entered;
}

async function policeLink({ application }: ProgramWithDatabase): Promise<string> {
	const municipality = await insertSmallMunicipality(application, '9996', [['polis', 'Provpolisen']]);
	const { tokens } = await openRoundNow(application, municipality);
	return tokens.get('Provpolisen') ?? '';
}

async function paints(browser: Browser, address: string, state: Parameters<typeof largestPaint>[2]) {
	const times: number[] = [];
	for (let visit = 0; visit < visits; visit += 1) times.push(await largestPaint(browser, address, state));
	return quantile(times, 0.5);
}

/** The first pages as a respondent fetches them, and the first paint of each on a slow computer and line. */
async function measureFirstPages(browser: Browser, program: ProgramWithDatabase) {
	const { home, state } = await enter(browser, program.server.origin, await policeLink(program));
	const question = `${home}/sida/2`;
	const [introduction, definitions, questions] = [
		await transfersOf(browser, home, state),
		await transfersOf(browser, `${home}/sida/1`, state),
		await transfersOf(browser, question, state)
	];
	const reader = await browser.newContext({ storageState: state });
	const page = await reader.newPage();
	await page.goto(question);
	const bare = await serveBarePages(await page.locator('main').innerText(), totalBytes(questions));
	await reader.close();
	try {
		const lcp = await paints(browser, question, state);
		const bareLcp = await paints(browser, `${bare.origin}/sida`, undefined);
		return {
			introduction_kb: rounded(totalBytes(introduction) / 1000),
			introduction_requests: introduction.length,
			introduction_lcp_ms: await paints(browser, home, state),
			definitions_kb: rounded(totalBytes(definitions) / 1000),
			definitions_requests: definitions.length,
			questions_kb: rounded(totalBytes(questions) / 1000),
			questions_requests: questions.length,
			questions_lcp_ms: lcp,
			bare_lcp_ms: bareLcp,
			ratio_lcp: rounded(lcp / bareLcp),
			line_alone_ms: rounded((1000 * totalBytes(questions)) / bytesPerSecond)
		};
	} finally {
		await bare.stop();
	}
}

async function measureKeys(browser: Browser, program: ProgramWithDatabase) {
	const { token } = await openRoundAsking(fortyQuestions, { ...program, municipalityId: '9997' });
	const { home, state } = await enter(browser, program.server.origin, token);
	const bare = await serveBarePages('', 0);
	try {
		const keys = await keyTimes(browser, `${home}/sida/1`, state);
		const bareKeys = await keyTimes(browser, `${bare.origin}/falt`, undefined);
		const paint = quantile(keys.paints, 0.5);
		return {
			keys: keys.delays.length,
			input_delay_p50_ms: quantile(keys.delays, 0.5),
			input_delay_p95_ms: quantile(keys.delays, 0.95),
			key_to_paint_p50_ms: paint,
			key_to_paint_p95_ms: quantile(keys.paints, 0.95),
			bare_key_to_paint_p50_ms: quantile(bareKeys.paints, 0.5),
			bare_key_to_paint_p95_ms: quantile(bareKeys.paints, 0.95),
			ratio_key_to_paint: rounded(paint / quantile(bareKeys.paints, 0.5))
		};
	} finally {
		await bare.stop();
	}
}

/**
 * A respondent's first pages and a page of 40 questions in Chromium against the production server, with the processor
 * slowed down four times; beside them bare pages of the same weight, and the line alone. One JSON line.
 */
export async function benchPage(): Promise<void> {
	const program = await startProgramWithDatabase();
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: ['--no-sandbox', '--disable-gpu']
	});
	try {
		const pages = await measureFirstPages(browser, program);
		console.log(JSON.stringify({ visits, ...pages, ...(await measureKeys(browser, program)) }));
	} finally {
		await browser.close();
		await program.stop();
	}
}
