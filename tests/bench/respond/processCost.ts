import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100;

function parentAndTicks(processId: number): { parent: number; ticks: number } | null {
	try {
		const text = readFileSync(`/proc/${String(processId)}/stat`, 'utf8');
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		// After the name: state, parent, …; user and system time are the 12th and 13th, those of ended children 14th and 15th.
		const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
		return { parent: Number(fields[1]), ticks };
	} catch {
		return null;
	}
}

/** Processor time of a process and all that it started, in milliseconds (proc(5)). */
export function processorMilliseconds(processId: number): number {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number);
	const stats = new Map(all.map((each) => [each, parentAndTicks(each)] as const));
	const isWithin = (each: number): boolean => {
		const parent = stats.get(each)?.parent;
		return each === processId || (parent !== undefined && parent > 1 && isWithin(parent));
	};
	const ticks = all.filter(isWithin).reduce((sum, each) => sum + (stats.get(each)?.ticks ?? 0), 0);
	return (ticks * 1000) / ticksPerSecond;
}

/** Resident memory of one process, in megabytes. */
export function residentMegabytes(processId: number): number {
	const status = readFileSync(`/proc/${String(processId)}/status`, 'utf8');
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
