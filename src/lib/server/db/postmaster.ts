import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf, isLiving } from '../processes/processIdentity.ts';

interface Postmaster {
	readonly processId: number;
	readonly isReady: boolean;
}

// postmaster.pid: the process id on the first line, the state on the eighth (src/include/utils/pidfile.h).
export function readPostmaster(cluster: string): Postmaster | null {
	try {
		const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
		const processId = Number(lines[0]);
		if (!Number.isInteger(processId) || processId < 1) return null;
		return { processId, isReady: lines[7]?.trim() === 'ready' };
	} catch {
		return null;
	}
}

async function waitForEnd(processId: number, milliseconds: number): Promise<boolean> {
	const deadline = performance.now() + milliseconds;
	while (isLiving(processId)) {
		if (performance.now() > deadline) return false;
		await pause(25);
	}
	return true;
}

function signal(processId: number, name: NodeJS.Signals): void {
	try {
		process.kill(processId, name);
	} catch (fault) {
		if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault;
	}
}

// Fast shutdown first, which writes a checkpoint; then immediate, which leaves the recovery to the next start.
const steps = [
	{ name: 'SIGINT', milliseconds: 6000 },
	{ name: 'SIGQUIT', milliseconds: 1500 },
	{ name: 'SIGKILL', milliseconds: 1500 }
] as const;

export async function stopPostmaster(processId: number): Promise<void> {
	for (const { name, milliseconds } of steps) {
		signal(processId, name);
		if (await waitForEnd(processId, milliseconds)) return;
	}
	throw new Error('PostgreSQL did not stop');
}

// PostgreSQL refuses to start while the process of the first line exists, unless that is its own parent: us. The other
// lines stay, so that it still finds out by the shared memory that a process of the old server is at work.
function takeOverLockFile(cluster: string): void {
	const path = join(cluster, 'postmaster.pid');
	const [, ...rest] = readFileSync(path, 'utf8').split('\n');
	writeFileSync(path, [String(process.pid), ...rest].join('\n'));
}

/**
 * Stops a server that outlived a program that was killed. The caller holds the lock of the folder, so no living copy owns it.
 * A process id that now belongs to another program, or to a dead process that nobody collects, stops no start.
 */
export async function stopOrphan(cluster: string): Promise<void> {
	const left = readPostmaster(cluster);
	if (!left) return;
	const isOrphan = isLiving(left.processId) && commandLineOf(left.processId)?.includes(cluster);
	if (isOrphan) await stopPostmaster(left.processId);
	if (readPostmaster(cluster)) takeOverLockFile(cluster);
}
