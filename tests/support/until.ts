import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until it is so. @throws when it is not within a generous time. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
	const deadline = performance.now() + seconds * 1000;
	while (!(await isSo())) {
		if (performance.now() > deadline) throw new Error(`It did not happen within ${String(seconds)} s`);
		await pause(20);
	}
}
