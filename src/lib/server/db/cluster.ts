import { spawn } from 'node:child_process';
import {
	chownSync,
	existsSync,
	lchownSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../operatorFault.ts';
import type { RunAccount } from '../processes/runAccount.ts';
import type { PostgresPrograms } from './postgresPrograms.ts';
import { PostgresStartFault } from './postgresStartFault.ts';

export const ownerRole = 'lagesbild_owner';
const majorVersion = '18';

export interface ClusterPlace {
	readonly programs: PostgresPrograms;
	readonly account: RunAccount;
	/** The folder of the cluster; the one above it exists. */
	readonly cluster: string;
	readonly password: string;
}

function giveTo(owner: RunAccount['owner'], path: string): void {
	if (owner) chownSync(path, owner.uid, owner.gid);
}

function assertVersion(cluster: string): void {
	const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
	if (version !== majorVersion) {
		throw new OperatorFault(
			`Databasen i ${cluster} hör till PostgreSQL ${version}, programmet har ${majorVersion}: ta ut den med pg_dump ur den gamla versionen först.`
		);
	}
}

// Another account may be chosen than last time, for instance after a move to a container.
function giveWholeClusterTo(owner: RunAccount['owner'], cluster: string): void {
	if (!owner || statSync(cluster).uid === owner.uid) return;
	chownSync(cluster, owner.uid, owner.gid);
	for (const entry of readdirSync(cluster, { recursive: true })) {
		lchownSync(join(cluster, entry.toString()), owner.uid, owner.gid);
	}
}

function run(place: ClusterPlace, programArguments: readonly string[]): Promise<void> {
	const command = place.account.command(place.programs.initdb, programArguments);
	const child = spawn(command.program, command.arguments, {
		...command.identity,
		cwd: '/',
		env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let complaints = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) resolve();
			else reject(new PostgresStartFault(complaints));
		});
	});
}

/** Makes the cluster in a folder beside and moves it into place when it is whole: a broken-off start leaves nothing half made. */
async function createCluster(place: ClusterPlace): Promise<void> {
	const unfinished = `${place.cluster}.new`;
	const passwordFile = `${place.cluster}.password`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	giveTo(place.account.owner, unfinished);
	try {
		writeFileSync(passwordFile, place.password, { mode: 0o600 });
		giveTo(place.account.owner, passwordFile);
		await run(place, [
			`--pgdata=${unfinished}`,
			`--username=${ownerRole}`,
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
			'--locale=C',
			'--no-instructions'
		]);
	} finally {
		rmSync(passwordFile, { force: true });
	}
	renameSync(unfinished, place.cluster);
}

export async function ensureCluster(place: ClusterPlace): Promise<void> {
	if (!existsSync(join(place.cluster, 'PG_VERSION'))) await createCluster(place);
	assertVersion(place.cluster);
	giveWholeClusterTo(place.account.owner, place.cluster);
}
