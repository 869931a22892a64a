import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOfProcess } from '../../../src/lib/server/processes/processIdentity.ts';
import { takeProcessLock } from '../../../src/lib/server/processes/processLock.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-lock-'));
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a lock held by a living process is not given again until it is released', async () => {
	const path = join(folder, 'held');
	const lock = await takeProcessLock(path);
	expect(await takeProcessLock(path)).toBeNull();
	lock?.release();
	expect(existsSync(path)).toBe(false);
	const next = await takeProcessLock(path);
	expect(next).not.toBeNull();
	next?.release();
});

test.each([
	['of a process that is gone', JSON.stringify({ processId: 4_194_303, started: '1' })],
	['of an earlier process with our number', JSON.stringify({ processId: process.pid, started: 'earlier' })],
	['cut off when the machine stopped', '{"proce']
])('a lock %s is taken over', async (_what, content) => {
	const path = join(folder, 'left');
	writeFileSync(path, content);
	const lock = await takeProcessLock(path);
	expect(lock).not.toBeNull();
	lock?.release();
});

test('a living process has a start, one that is gone has none', () => {
	expect(startOfProcess(process.pid)).toMatch(/^\d+$/);
	expect(startOfProcess(4_194_303)).toBeNull();
});
