import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from '../../support/findChromium.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-chromium-'));
	vi.stubEnv('CHROME_PATH', '');
	vi.stubEnv('PATH', join(folder, 'bin'));
	vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'cache'));
	mkdirSync(join(folder, 'bin'));
});

afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

function program(path: string, text = '#!/bin/sh\n'): string {
	const place = join(folder, path);
	mkdirSync(join(place, '..'), { recursive: true });
	writeFileSync(place, text, { mode: 0o755 });
	return place;
}

test('CHROME_PATH goes before the PATH, and the PATH before what Playwright has fetched', () => {
	const cached = program('cache/chromium-1200/chrome-linux64/chrome');
	expect(findChromium()).toBe(cached);
	const onPath = program('bin/google-chrome');
	expect(findChromium()).toBe(onPath);
	const named = program('named/chrome');
	vi.stubEnv('CHROME_PATH', named);
	expect(findChromium()).toBe(named);
});

test('a CHROME_PATH that leads nowhere is an error, not a reason to look elsewhere', () => {
	program('bin/chromium');
	vi.stubEnv('CHROME_PATH', join(folder, 'nowhere'));
	expect(() => findChromium()).toThrow(`CHROME_PATH pekar på ${folder}/nowhere, som inte finns.`);
});

test('where there is none, root on Debian installs the package and everyone else is told to', () => {
	const chromium = join(folder, 'bin/chromium');
	program('bin/apt-get', `#!/bin/sh\nif [ "$2" = install ]; then : > '${chromium}'; fi\n`);
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	if (process.getuid?.() === 0 && /^ID(?:_LIKE)?=.*debian/m.test(release)) {
		expect(findChromium()).toBe(chromium);
	} else {
		expect(() => findChromium()).toThrow(
			'Webbläsartesterna behöver Chromium: installera paketet chromium (sudo apt-get install chromium) eller sätt CHROME_PATH.'
		);
	}
	vi.restoreAllMocks();
});

test('an installation that fails ends in the one line, too', () => {
	program('bin/apt-get', '#!/bin/sh\nexit 100\n');
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	expect(() => findChromium()).toThrow('Webbläsartesterna behöver Chromium');
	vi.restoreAllMocks();
});
