import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startOfProcess } from './processIdentity.ts';

const holderSchema = z.object({ processId: z.int().positive(), started: z.string() });

type Holder = z.infer<typeof holderSchema>;

export interface ProcessLock {
	readonly release: () => void;
}

function readHolder(path: string): Holder | null {
	try {
		const parsed = holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
		return parsed.success ? parsed.data : null;
	} catch {
		// Missing, or cut off when the machine stopped: either way nobody holds it.
		return null;
	}
}

function isSame(one: Holder | null, other: Holder): boolean {
	return one?.processId === other.processId && one.started === other.started;
}

function isHeldByLivingProcess(holder: Holder | null): boolean {
	return holder !== null && startOfProcess(holder.processId) === holder.started;
}

function writeNew(path: string, holder: Holder): boolean {
	try {
		writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
		return true;
	} catch (fault) {
		if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
		throw fault;
	}
}

/**
 * A file with the holder's process id and start time; null when another living process holds it.
 * A file left by a process that was killed is taken over.
 */
export async function takeProcessLock(path: string): Promise<ProcessLock | null> {
	const self: Holder = { processId: process.pid, started: startOfProcess(process.pid) ?? '' };
	if (!writeNew(path, self)) {
		if (isHeldByLivingProcess(readHolder(path))) return null;
		rmSync(path, { force: true });
		if (!writeNew(path, self)) return null;
		// Two that start at once may both find the dead file: the one whose file was removed by the other gives way.
		await pause(150);
		if (!isSame(readHolder(path), self)) return null;
	}
	return {
		release: () => {
			if (isSame(readHolder(path), self)) rmSync(path, { force: true });
		}
	};
}
