import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const projectFolder = resolve(import.meta.dirname, '../../..');

/** A program of one endpoint: it commits what was posted as one row and answers with a page of the given size. */
const files: Readonly<Record<string, string>> = {
	'package.json': '{ "type": "module", "private": true }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
		export default { kit: { adapter: adapter() } };`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
		export default { plugins: [sveltekit()] };`,
	'src/app.html':
		'<!doctype html><html lang="sv"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/+server.js': `import postgres from 'postgres';
		const sql = postgres(process.env.DATABASE_URL, { max: 10 });
		const page = 'x'.repeat(Number(process.env.PAGE_SIZE));
		export async function POST({ request }) {
			const body = await request.text();
			await sql\`insert into bench_row (body) values (\${body})\`;
			return new Response(page, { headers: { 'content-type': 'text/html' } });
		}`
};

export interface BareEndpoint {
	readonly address: string;
	stop(): Promise<void>;
}

async function build(folder: string): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
	await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
	const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
	await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: folder });
}

/** Builds it with the same SvelteKit, adapter and database driver as the product, and starts it. */
export async function startBareEndpoint(settings: {
	readonly databaseUrl: string;
	readonly pageSize: number;
	readonly port: number;
}): Promise<BareEndpoint> {
	const folder = await mkdtemp(join(tmpdir(), 'lagesbild-bare-'));
	await build(folder);
	const address = `http://127.0.0.1:${String(settings.port)}`;
	const child = spawn(process.execPath, [join(folder, 'build/index.js')], {
		env: {
			PATH: process.env['PATH'],
			DATABASE_URL: settings.databaseUrl,
			PAGE_SIZE: String(settings.pageSize),
			HOST: '127.0.0.1',
			PORT: String(settings.port),
			ORIGIN: address
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(child.stdout, 'data');
	return {
		address,
		stop: async () => {
			const ended = once(child, 'exit');
			// Its pool would keep it alive after a polite signal.
			child.kill('SIGKILL');
			await ended;
			await rm(folder, { recursive: true, force: true });
		}
	};
}
