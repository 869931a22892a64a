const doubleSignalMilliseconds = 1000;
const lookMilliseconds = 500;

// npm passes its signals on to us, but not the one it cannot catch: without it nobody is left who could stop us in order.
function whenNpmIsKilled(hangUp: () => void): void {
	if (process.env['npm_lifecycle_event'] === undefined) return;
	const npm = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === npm) return;
		clearInterval(timer);
		hangUp();
	}, lookMilliseconds);
	timer.unref();
}

/**
 * Settles at the first SIGINT, SIGTERM or SIGHUP (a closed terminal), or when the npm that started us is killed.
 * A second signal ends the process at once, but not within a second: Ctrl-C under `npm start` reaches us twice,
 * from the terminal and from npm.
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
		process.on('SIGHUP', receive);
		whenNpmIsKilled(() => {
			receive('SIGHUP');
		});
	});
}
