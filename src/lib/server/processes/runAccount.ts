import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { OperatorFault } from '../operatorFault.ts';

/** PostgreSQL refuses to run as root. How its programs are started so that they do not. */
export interface RunAccount {
	/** Who must own the folder of data, as seen from outside. */
	readonly owner: Account | null;
	command(program: string, programArguments: readonly string[]): StartCommand;
}

export interface StartCommand {
	readonly program: string;
	readonly arguments: readonly string[];
	readonly identity: { readonly uid?: number; readonly gid?: number };
}

interface Account {
	readonly uid: number;
	readonly gid: number;
}

const asSelf: RunAccount = {
	owner: null,
	command: (program, programArguments) => ({ program, arguments: programArguments, identity: {} })
};

// In a user namespace root is seen as the ordinary user 1000 but keeps root's right to reach the files,
// so this works also when the clone and its data lie in a folder that only root may enter.
const inUserNamespace: RunAccount = {
	owner: { uid: 0, gid: 0 },
	command: (program, programArguments) => ({
		program: 'unshare',
		arguments: ['--user', '--map-user=1000', '--map-group=1000', program, ...programArguments],
		identity: {}
	})
};

function asAccount({ uid, gid }: Account): RunAccount {
	return {
		owner: { uid, gid },
		command: (program, programArguments) => ({
			program,
			arguments: programArguments,
			identity: { uid, gid }
		})
	};
}

// Where namespaces are refused, as in a container of Docker's: another account with root's right to reach the files.
function asAccountThatReachesAll({ uid, gid }: Account): RunAccount {
	// Without the bit the kernel forgets the right in access(2), which PostgreSQL asks about its own program with.
	const identity = [
		'--securebits=+no_setuid_fixup',
		`--reuid=${String(uid)}`,
		`--regid=${String(gid)}`,
		'--clear-groups'
	];
	const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
	return {
		owner: { uid, gid },
		command: (program, programArguments) => ({
			program: 'setpriv',
			arguments: [...identity, ...rights, program, ...programArguments],
			identity: {}
		})
	};
}

function succeeds({ program, arguments: programArguments, identity }: StartCommand): boolean {
	return spawnSync(program, programArguments, { ...identity, stdio: 'ignore' }).status === 0;
}

function listOtherAccounts(): readonly Account[] {
	const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
	return ['postgres', 'nobody'].flatMap((name) => {
		const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
		return fields ? [{ uid: Number(fields[2]), gid: Number(fields[3]) }] : [];
	});
}

/**
 * The account for PostgreSQL's programs: the user itself or, for root, a user namespace, then the account postgres or
 * nobody, with the right to reach the folder and, where that right cannot be given, without.
 * @throws {OperatorFault} when the program is run by root and none of them can reach both the program and the folder.
 */
export function chooseRunAccount(program: string, folder: string): RunAccount {
	if (process.getuid?.() !== 0) return asSelf;
	const others = listOtherAccounts();
	const candidates = [inUserNamespace, ...others.map(asAccountThatReachesAll), ...others.map(asAccount)];
	const usable = candidates.find(
		(account) =>
			succeeds(account.command(program, ['--version'])) &&
			succeeds(account.command('/bin/sh', ['-c', 'cd "$1"', 'sh', folder]))
	);
	if (!usable) {
		throw new OperatorFault(
			`PostgreSQL kan inte köras som root här: användarnamnrymder är avstängda och kontot nobody når inte ${folder}. Starta som vanlig användare eller sätt DATABASE_URL.`
		);
	}
	return usable;
}
