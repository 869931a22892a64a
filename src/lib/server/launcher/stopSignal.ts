const doubleSignalMilliseconds = 1000;

/**
 * Settles at the first SIGINT or SIGTERM. A second one ends the process at once,
 * but not within a second: Ctrl-C under `npm start` reaches us twice, from the terminal and from npm.
 */
export function firstStopSignal(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		let firstAt: number | null = null;
		const receive = (signal: NodeJS.Signals) => {
			if (firstAt === null) {
				firstAt = performance.now();
				resolve(signal);
			} else if (performance.now() - firstAt > doubleSignalMilliseconds) {
				process.exit(1);
			}
		};
		process.on('SIGINT', receive);
		process.on('SIGTERM', receive);
	});
}
