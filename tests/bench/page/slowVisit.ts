import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

type State = BrowserContextOptions['storageState'];

/** A slow mobile line, as Lighthouse's: 1.6 Mbit/s down, 0.75 up, 150 ms. */
const slowLine = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8
};
export const bytesPerSecond = slowLine.downloadThroughput;
const slowDown = 4;

/** A page in a browser that has fetched nothing before, on a slow processor and, where it is asked for, a slow line. */
async function withSlowPage<Outcome>(
	browser: Browser,
	{ state, isLineSlow }: { readonly state: State; readonly isLineSlow: boolean },
	work: (page: Page) => Promise<Outcome>
): Promise<Outcome> {
	const context = await browser.newContext(state === undefined ? {} : { storageState: state });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	if (isLineSlow) await session.send('Network.emulateNetworkConditions', slowLine);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
	const outcome = await work(page);
	await context.close();
	return outcome;
}

/** When the largest thing in the window was painted, milliseconds after the address was asked for. */
export function largestPaint(browser: Browser, address: string, state: State): Promise<number> {
	return withSlowPage(browser, { state, isLineSlow: true }, async (page) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		return page.evaluate(
			() =>
				new Promise<number>((found) => {
					new PerformanceObserver((list) => {
						found(list.getEntries().at(-1)?.startTime ?? Number.NaN);
					}).observe({ type: 'largest-contentful-paint', buffered: true });
				})
		);
	});
}

export interface KeyTimes {
	/** From the stroke of each key until its handling began. */
	readonly delays: readonly number[];
	/** From the stroke of each key until what it did was painted. */
	readonly paints: readonly number[];
}

/** Types a digit at a time in the fields of a page, long after it has been fetched. */
export function keyTimes(browser: Browser, address: string, state: State): Promise<KeyTimes> {
	return withSlowPage(browser, { state, isLineSlow: false }, async (page) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		const fields = await page.locator('input:not([type="radio"]):not([type="hidden"])').all();
		// The first focus fetches what typing needs; the respondent's is as far from the first key as one's hand is.
		await fields[0]?.focus();
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => {
			const times: { delay: number; begun: number; painted: number }[] = [];
			Object.assign(globalThis, { keyTimes: times });
			addEventListener(
				'keydown',
				({ timeStamp }) => {
					const time = { delay: performance.now() - timeStamp, begun: timeStamp, painted: Number.NaN };
					times.push(time);
					// A task after the next frame's callbacks: the frame has been painted.
					requestAnimationFrame(() => {
						const channel = new MessageChannel();
						channel.port1.onmessage = () => {
							time.painted = performance.now() - time.begun;
						};
						channel.port2.postMessage(null);
					});
				},
				{ capture: true }
			);
		});
		for (const field of fields.slice(0, 20)) {
			await field.focus();
			for (const digit of '12') await page.keyboard.press(digit);
		}
		const times = await page.evaluate(
			() => (globalThis as unknown as { keyTimes: { delay: number; painted: number }[] }).keyTimes
		);
		const painted = times.filter((time) => !Number.isNaN(time.painted));
		return { delays: times.map(({ delay }) => delay), paints: painted.map((time) => time.painted) };
	});
}
