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

const appearances = [
	[1366, 'light'],
	[1366, 'dark'],
	[360, 'light']
] as const;

/** What axe finds in a wide window, light and dark, and in a telephone's, and by how much the page is too wide. */
export async function findFaultsInWindows(page: Page): Promise<string[]> {
	const faults: string[] = [];
	for (const [width, colorScheme] of appearances) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const found = await findViolations(page);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (overflow > 0) found.push(`${String(overflow)} px wider than the window`);
		faults.push(...found.map((fault) => `${String(width)} px, ${colorScheme}: ${fault}`));
	}
	return faults;
}
