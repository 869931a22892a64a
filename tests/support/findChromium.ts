import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function fromEnvironment(): string | null {
	const path = process.env['CHROME_PATH'];
	if (path === undefined || path === '') return null;
	if (!existsSync(path)) throw new Error(`CHROME_PATH pekar på ${path}, som inte finns.`);
	return path;
}

function fromPath(): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const candidates = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
	return candidates.find((path) => existsSync(path)) ?? null;
}

function fromPlaywright(): string | null {
	const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright');
	const patterns = [
		'chromium-*/chrome-linux*/chrome',
		'chromium_headless_shell-*/chrome-*/*headless*shell',
		'chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium'
	];
	const [first] = patterns.flatMap((pattern) => globSync(pattern, { cwd: cache }));
	return first === undefined ? null : join(cache, first);
}

function isDebian(): boolean {
	return (
		existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

function installOnDebian(): string | null {
	if (process.getuid?.() !== 0 || !isDebian()) return null;
	process.stdout.write('Installerar Chromium med apt-get …\n');
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']];
	const succeeded = steps.every(
		(step) => spawnSync('apt-get', ['-qq', ...step], { env: environment, stdio: 'ignore' }).status === 0
	);
	return succeeded ? fromPath() : null;
}

/**
 * Chromium by CHROME_PATH, on the PATH, in Playwright's cache, or installed (as root on Debian).
 * @throws {Error} with one line that says what to install.
 */
export function findChromium(): string {
	const found = fromEnvironment() ?? fromPath() ?? fromPlaywright() ?? installOnDebian();
	if (found === null) {
		throw new Error(
			'Webbläsartesterna behöver Chromium: installera paketet chromium (sudo apt-get install chromium) eller sätt CHROME_PATH.'
		);
	}
	return found;
}
