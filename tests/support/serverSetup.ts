import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './findChromium.ts';
import { findFreePort } from './findFreePort.ts';
import { startProgram } from './startedProgram.ts';

declare module 'vitest' {
	interface ProvidedContext {
		chromiumPath: string;
		/** Where the production server answers, such as http://localhost:40123. */
		serverAddress: string;
		/** What it printed when it started: addresses, sign-ins, links. */
		serverGreeting: string;
		/** The file that everything it writes is copied to. */
		serverLog: string;
	}
}

/** The production build, as a newcomer starts it, on an empty folder of data. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const chromiumPath = findChromium();
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-e2e-'));
	const port = await findFreePort();
	const program = startProgram(['start'], { PORT: String(port), DATA_DIR: dataDirectory });
	const log = join(dataDirectory, 'e2e-output.log');
	program.onOutput((text) => {
		appendFileSync(log, text);
	});
	await program.until('Stoppa med Ctrl-C');
	project.provide('chromiumPath', chromiumPath);
	project.provide('serverAddress', `http://localhost:${String(port)}`);
	project.provide('serverGreeting', program.output());
	project.provide('serverLog', log);
	return async () => {
		const asked = performance.now();
		program.signal('SIGTERM');
		const code = await program.ended;
		const seconds = (performance.now() - asked) / 1000;
		await rm(dataDirectory, { recursive: true, force: true });
		if (code !== 0) throw new Error(`The server ended with ${String(code)}:\n${program.output()}`);
		if (seconds > 10) throw new Error(`The server took ${seconds.toFixed(1)} s to end`);
	};
}
