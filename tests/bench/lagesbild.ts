import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openAs, withMunicipality } from '#lib/server/db/connection.ts';
import {
	startApplicationWithDatabase,
	type ApplicationWithDatabase
} from '../support/applicationWithDatabase.ts';
import { findFreePort } from '../support/findFreePort.ts';
import { fillRound, type FilledRound } from './lagesbild/fillRound.ts';

/** Submissions, and the seconds that issue E allows for them. */
const sizes: readonly (readonly [submissions: number, limit: number])[] = [
	[1000, 0.1],
	[10_000, 0.3],
	[100_000, 2],
	[1_000_000, 20]
];

/** Milliseconds after which a compilation is given up. */
const longest = 300_000;

/**
 * What no compilation can be quicker than: PostgreSQL alone reads every stored row once, and says how many numbers they
 * hold. The second reading is timed, when the rows are in memory.
 */
async function readByDatabaseAlone(
	{ application }: ApplicationWithDatabase,
	{ municipalityId, roundId }: FilledRound
): Promise<number> {
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const read = async () => {
			const started = performance.now();
			await sql`
				select count(*), sum(octet_length(unit_pseudonym) + coalesce(packed[1], 0)) from unit_response
				where municipality_id = ${municipalityId} and round_id = ${roundId}`;
			return performance.now() - started;
		};
		await read();
		return (await read()) / 1000;
	});
}

/**
 * The database counts its rows by itself within a minute; the bench is quicker, and a database that believes a register of a
 * thousand units to be empty reads all of it once a unit.
 */
async function learnSizes({ databaseUrl }: ApplicationWithDatabase): Promise<void> {
	const owner = openAs(databaseUrl, null);
	await owner.sql`analyze`;
	await owner.close();
}

/** The compilation in a process of its own: its peak of memory is that of the compilation. Null where it breaks down. */
async function compiledApart(
	{ environment }: ApplicationWithDatabase,
	{ municipalityId, roundId }: FilledRound
): Promise<{ readonly seconds: number } | null> {
	const measure = fileURLToPath(new URL('lagesbild/measureCompilation.ts', import.meta.url));
	// As `npm start` sets it: the program's code has been compiled before.
	const env = { ...process.env, ...environment, NODE_COMPILE_CACHE: 'node_modules/.cache/node' };
	try {
		const options = { env, timeout: longest };
		const { stdout } = await promisify(execFile)(
			process.execPath,
			// As `npm start` sets it.
			['--max-semi-space-size=8', measure, municipalityId, roundId],
			options
		);
		return JSON.parse(stdout) as { readonly seconds: number };
	} catch (cause) {
		console.error(cause);
		return null;
	}
}

/** `LAGESBILD_MOST=100000` leaves out the larger sizes. One JSON line a size. */
export async function benchLagesbild(): Promise<void> {
	const most = Number(process.env['LAGESBILD_MOST'] ?? Infinity);
	for (const [submissions, limit] of sizes.filter(([size]) => size <= most)) {
		const ground = await startApplicationWithDatabase(await findFreePort());
		try {
			const filled = await fillRound(ground.application, submissions);
			await learnSizes(ground);
			const postgresAlone = await readByDatabaseAlone(ground, filled);
			const measured = await compiledApart(ground, filled);
			console.log(
				JSON.stringify({
					submissions,
					...(measured ?? { seconds: null, peak_mb: null }),
					variables: filled.variables,
					closing_s: filled.closingSeconds,
					limit_s: limit,
					is_within: measured !== null && measured.seconds <= limit,
					postgres_alone_s: Number(postgresAlone.toFixed(4)),
					ratio: measured && Math.round(measured.seconds / postgresAlone)
				})
			);
		} finally {
			await ground.stop();
		}
	}
}
