import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataDirectory } from '../../../src/lib/server/launcher/makeDataDirectory.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-folder-'));
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('the folder and those above it are made, for others to pass but not to look into', () => {
	const path = join(folder, 'one/two');
	makeDataDirectory(path);
	makeDataDirectory(path);
	expect(statSync(path).mode & 0o077).toBe(0o011);
});

test('a file, and a link that leads nowhere, are no folders', () => {
	const file = join(folder, 'file');
	writeFileSync(file, '');
	expect(() => makeDataDirectory(file)).toThrow(`DATA_DIR är ingen mapp (${file}).`);
	const link = join(folder, 'link');
	symlinkSync(join(folder, 'nowhere'), link);
	expect(() => makeDataDirectory(link)).toThrow(`DATA_DIR är ingen mapp (${link}).`);
	expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

test('a place where no folder can be made is refused, and does not hang', () => {
	expect(() => makeDataDirectory('/proc/lagesbild/data')).toThrow(/proc\/lagesbild/);
});
