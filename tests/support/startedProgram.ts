import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '../..');
const cli = resolve(projectFolder, 'src/cli.ts');

/** What npm start does: its own line, which ends by becoming the program. */
function npmStart(): string {
	const description = JSON.parse(readFileSync(resolve(projectFolder, 'package.json'), 'utf8')) as {
		readonly scripts: { readonly start: string };
	};
	return description.scripts.start;
}

export interface StartedProgram {
	readonly processId: number;
	/** Everything written so far, to both streams. */
	output(): string;
	/** Tells what is written from now on. */
	onOutput(listener: (text: string) => void): void;
	/** Settles when the text has been written; throws with the output when the program ends first. */
	until(text: string): Promise<void>;
	signal(name: NodeJS.Signals): void;
	/** The exit code; null after a signal that killed it. */
	readonly ended: Promise<number | null>;
}

/** Runs a command of the program as an operator would, with only the given settings in the environment. */
export function startProgram(
	commandArguments: readonly string[],
	settings: Readonly<Record<string, string>>
): StartedProgram {
	return commandArguments.join(' ') === 'start'
		? follow('/bin/sh', ['-c', npmStart()], settings)
		: follow(process.execPath, [cli, ...commandArguments], settings);
}

/** As startProgram, but as the child of a process in npm's place; signals go to that one, which passes none on. */
export function startProgramUnderNpm(
	commandArguments: readonly string[],
	settings: Readonly<Record<string, string>>
): StartedProgram {
	return follow('/bin/sh', ['-c', '"$0" "$@" & wait', process.execPath, cli, ...commandArguments], {
		...settings,
		npm_lifecycle_event: 'start'
	});
}

function follow(
	program: string,
	programArguments: readonly string[],
	settings: Readonly<Record<string, string>>
): StartedProgram {
	const programs = [resolve(projectFolder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
	const child = spawn(program, programArguments, {
		cwd: projectFolder,
		env: { PATH: programs, HOME: process.env['HOME'], ...settings },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	const listeners = new Set<(text: string) => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			for (const listener of listeners) listener(text);
		});
	}
	const ended = new Promise<number | null>((done) => {
		child.once('close', (code) => {
			done(code);
		});
	});
	return {
		processId: child.pid ?? 0,
		output: () => output,
		onOutput: (listener) => {
			listeners.add(listener);
		},
		until: (text) =>
			new Promise((done, fail) => {
				const look = () => {
					if (output.includes(text)) done();
				};
				listeners.add(look);
				look();
				void ended.then(() => {
					fail(new Error(`The program ended before it wrote "${text}":\n${output}`));
				});
			}),
		signal: (name) => {
			child.kill(name);
		},
		ended
	};
}
