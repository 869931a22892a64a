import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorFault } from '../operatorFault.ts';
import { takeProcessLock } from '../processes/processLock.ts';
import { projectFolder } from './projectFolder.ts';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
const stampFile = join(projectFolder, 'build/.stamp');

function listFiles(source: string): readonly string[] {
	const path = join(projectFolder, source);
	if (!existsSync(path)) return [];
	const entries = readdirSync(path, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash over the names and contents of everything the build is made from. */
export function stampOfSources(): string {
	const files = sources.flatMap((source) =>
		/\.\w+$/.test(source) ? [join(projectFolder, source)] : listFiles(source)
	);
	const hash = createHash('sha256');
	for (const file of files.toSorted()) {
		const content = createHash('sha256').update(readFileSync(file)).digest('hex');
		hash.update(`${file.slice(projectFolder.length)}\0${content}\n`);
	}
	return hash.digest('hex');
}

function isBuilt(stamp: string): boolean {
	return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

function runVite(): Promise<void> {
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: projectFolder,
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const output: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
	}
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) {
				resolve();
				return;
			}
			process.stderr.write(output.join(''));
			reject(new OperatorFault('Programmet kunde inte byggas; felet står ovanför.'));
		});
	});
}

async function withProgress(work: Promise<void>): Promise<void> {
	const started = performance.now();
	const seconds = () => Math.round((performance.now() - started) / 1000);
	const isTerminal = process.stdout.isTTY;
	const text = 'Bygger programmet (bara när något har ändrats)';
	process.stdout.write(`${text} …${isTerminal ? '' : '\n'}`);
	const timer = isTerminal
		? setInterval(() => process.stdout.write(`\r${text} … ${String(seconds())} s`), 1000)
		: undefined;
	try {
		await work;
	} finally {
		clearInterval(timer);
		if (isTerminal) process.stdout.write('\n');
	}
	process.stdout.write(`Byggt på ${String(seconds())} s.\n`);
}

/** Builds the pages unless build/ was made from exactly these sources. */
export async function buildWhenChanged(): Promise<void> {
	const stamp = stampOfSources();
	if (isBuilt(stamp)) return;
	if (!existsSync(vite)) {
		throw new OperatorFault(
			'build/ hör inte till den här versionen av programmet: kör npm ci och npm start.'
		);
	}
	mkdirSync(join(projectFolder, 'build'), { recursive: true });
	const lockFile = join(projectFolder, 'node_modules/.lagesbild-build.lock');
	// Two copies started at once share build/: one builds, the other waits and finds it done.
	let lock = await takeProcessLock(lockFile);
	while (!lock) {
		await pause(250);
		lock = await takeProcessLock(lockFile);
	}
	try {
		if (isBuilt(stamp)) return;
		await withProgress(runVite());
		writeFileSync(stampFile, stamp);
	} finally {
		lock.release();
	}
}
