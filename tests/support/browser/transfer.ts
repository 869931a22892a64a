import type { Browser, BrowserContextOptions } from 'playwright-core';

export interface Transfer {
	readonly path: string;
	/** Over the wire, its headers included. */
	readonly bytes: number;
}

type State = NonNullable<BrowserContextOptions['storageState']>;

/** Every request of a page in a browser that has fetched nothing before, until the network is quiet. */
export async function transfersOf(
	browser: Browser,
	address: string,
	storageState: State
): Promise<Transfer[]> {
	const context = await browser.newContext({ storageState });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	const paths = new Map<string, string>();
	const transfers: Transfer[] = [];
	session.on('Network.requestWillBeSent', ({ requestId, request }) => {
		paths.set(requestId, new URL(request.url).pathname);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		transfers.push({ path: paths.get(requestId) ?? '', bytes: encodedDataLength });
	});
	await session.send('Network.enable');
	await page.goto(address, { waitUntil: 'networkidle' });
	await context.close();
	return transfers;
}

export const totalBytes = (transfers: readonly Transfer[]) =>
	transfers.reduce((sum, { bytes }) => sum + bytes, 0);
