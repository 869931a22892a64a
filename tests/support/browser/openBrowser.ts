import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** The browser that the setup found; the caller closes it. */
export function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: inject('chromiumPath'),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}
