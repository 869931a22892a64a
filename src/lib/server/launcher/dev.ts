import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { claimDataDirectory, openInstallation, type Installation } from './installation.ts';
import { projectFolder } from './projectFolder.ts';
import { serviceEnvironment } from './serviceEnvironment.ts';
import { firstStopSignal } from './stopSignal.ts';

async function runViteServer({ config }: Installation): Promise<void> {
	const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [vite, 'dev', '--port', String(config.port), '--strictPort'], {
		cwd: projectFolder,
		env: { ...process.env, ...serviceEnvironment(config), NODE_ENV: 'development' },
		stdio: 'inherit'
	});
	const ended = new Promise<void>((resolve) => {
		child.once('close', () => {
			resolve();
		});
	});
	await Promise.race([ended, firstStopSignal()]);
	child.kill('SIGTERM');
	await ended;
}

/** For those who change the program: Vite's server, which shows a change at once, against the same database. */
export async function dev(): Promise<void> {
	const claim = await claimDataDirectory(process.env);
	try {
		const installation = await openInstallation(claim);
		try {
			const { config, log } = installation;
			await migrate({ databaseUrl: config.databaseUrl, masterKey: config.masterKey, log });
			await runViteServer(installation);
		} finally {
			await installation.close();
		}
	} finally {
		claim.release();
	}
}
