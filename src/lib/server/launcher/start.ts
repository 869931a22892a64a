import { closeApplication, openApplication } from '../application.ts';
import type { Config } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { assertPortIsFree } from '../http/webServer.ts';
import { startJobRunner } from '../jobs/runner.ts';
import { OperatorFault } from '../operatorFault.ts';
import { buildWhenChanged } from './buildWhenChanged.ts';
import { demonstrationGuide } from './demonstrationGuide.ts';
import { claimDataDirectory, openInstallation, type Installation } from './installation.ts';
import { closePages, hostsOf, servePages } from './servePages.ts';
import { prepareDemonstration } from './prepareDemonstration.ts';
import { firstStopSignal } from './stopSignal.ts';

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function announce({ origin, host, port }: Config, guide: readonly string[]): void {
	say('');
	if (origin !== null) say(`  Lägesbild körs på ${origin} (bakom en proxy mot port ${String(port)})`);
	else if (host === null)
		say(`  Lägesbild körs på http://localhost:${String(port)} och http://127.0.0.1:${String(port)}`);
	else say(`  Lägesbild körs på http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`);
	say('');
	for (const line of guide) say(line);
	say('  Stoppa med Ctrl-C.');
}

type StopSignal = ReturnType<typeof firstStopSignal>;

async function untilAskedToStop({ databaseEnded }: Installation, stopSignal: StopSignal): Promise<void> {
	const signal = await Promise.race([stopSignal, databaseEnded]);
	if (!signal)
		throw new OperatorFault('PostgreSQL avslutades oväntat: se postgres.log i DATA_DIR och starta igen.');
	say('Avslutar …');
}

async function serve(installation: Installation, stopSignal: StopSignal): Promise<void> {
	const { config, log } = installation;
	await migrate({ databaseUrl: config.databaseUrl, masterKey: config.masterKey, log });
	const application = openApplication(config);
	if (installation.isEmbedded) await prepareDemonstration(application, say);
	const jobs = await startJobRunner(application);
	try {
		const pages = await servePages(config);
		announce(config, await demonstrationGuide(application));
		try {
			await untilAskedToStop(installation, stopSignal);
		} finally {
			await closePages(pages);
		}
	} finally {
		await Promise.race([jobs.stop(), new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
		await closeApplication(application);
	}
}

/** Builds when needed, starts PostgreSQL when none is named, and serves until SIGINT or SIGTERM. */
export async function start(): Promise<void> {
	const claim = await claimDataDirectory(process.env);
	try {
		await assertPortIsFree(hostsOf(claim.settings.host), claim.settings.port);
		await buildWhenChanged();
		// From here on a signal is kept until it can be obeyed in order: PostgreSQL must not be left behind.
		const stopSignal = firstStopSignal();
		const installation = await openInstallation(claim);
		try {
			await serve(installation, stopSignal);
		} finally {
			await installation.close();
		}
	} finally {
		claim.release();
	}
}
