import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
	interface Window {
		readonly axe: { run(options: unknown): Promise<AxeResults> };
	}
}

/**
 * What axe finds on the page shown, one line a fault. The page's context must have `bypassCSP`: the policy rightly
 * stops a script from outside.
 */
export async function findViolations(page: Page): Promise<string[]> {
	await page.addScriptTag({ path: axe });
	const { violations } = await page.evaluate(() =>
		window.axe.run({
			resultTypes: ['violations'],
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
		})
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`)
	);
}
