import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function readProcFile(processId: number, name: string): string | null {
	try {
		return readFileSync(`/proc/${String(processId)}/${name}`, 'utf8');
	} catch {
		return null;
	}
}

function askPs(processId: number, column: string): string | null {
	try {
		const text = execFileSync('ps', ['-p', String(processId), '-o', `${column}=`], { encoding: 'utf8' });
		return text.trim() || null;
	} catch {
		return null;
	}
}

interface LinuxStatus {
	readonly state: string;
	readonly startedAtTick: string;
}

function readLinuxStatus(processId: number): LinuxStatus | null {
	const text = readProcFile(processId, 'stat');
	if (text === null) return null;
	// The second field is the name in parentheses and may hold spaces and parentheses: count from the last one (proc(5)).
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return { state: fields[0] ?? '', startedAtTick: fields[19] ?? '' };
}

/**
 * When a living process started, as a text to compare; null when there is none. Process ids are used again,
 * in a container after every restart, so an id alone says nothing.
 * A zombie counts as dead: in a container nobody may come to collect it.
 */
export function startOfProcess(processId: number): string | null {
	if (process.platform !== 'linux') return askPs(processId, 'lstart');
	const status = readLinuxStatus(processId);
	return status === null || ['Z', 'X'].includes(status.state) ? null : status.startedAtTick;
}

export function isLiving(processId: number): boolean {
	return startOfProcess(processId) !== null;
}

/** The arguments of a living process; null when there is none or they may not be read. */
export function commandLineOf(processId: number): string | null {
	if (process.platform !== 'linux') return askPs(processId, 'command');
	return readProcFile(processId, 'cmdline')?.replaceAll('\0', ' ').trim() ?? null;
}
