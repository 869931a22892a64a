import type { Database } from '#lib/server/db/connection.ts';
import { startBareEndpoint } from './bareEndpoint.ts';
import { formOf } from './benchQuestionnaire.ts';
import { openHttpClient } from './httpClient.ts';

export interface Limits {
	/** Requests a second to a bare SvelteKit endpoint that commits one row and answers with a page. */
	readonly endpointCommitPerSecond: number;
	/** Single-row durable commits a second, from this process. */
	readonly commitPerSecond: number;
}

export interface LimitOptions {
	readonly concurrency: number;
	readonly seconds: number;
	/** Bytes of the page before compression. */
	readonly pageSize: number;
	readonly port: number;
}

async function ratePerSecond(
	{ concurrency, seconds }: LimitOptions,
	work: (serial: number) => Promise<unknown>
): Promise<number> {
	let done = 0;
	const began = performance.now();
	const end = began + seconds * 1000;
	const worker = async () => {
		while (performance.now() < end) {
			done += 1;
			await work(done);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	return Math.round((done * 1000) / (performance.now() - began));
}

/** What nothing on this machine in this hour is quicker than. */
export async function measureLimits(
	owner: Database,
	databaseUrl: string,
	options: LimitOptions
): Promise<Limits> {
	await owner.sql`create table bench_row (body text not null)`;
	const endpoint = await startBareEndpoint({ databaseUrl, ...options });
	const client = openHttpClient(endpoint.address);
	try {
		const endpointCommitPerSecond = await ratePerSecond(options, (serial) =>
			client.post('/', '', formOf(serial).toString())
		);
		const commitPerSecond = await ratePerSecond(
			options,
			(serial) => owner.sql`insert into bench_row (body) values (${formOf(serial).toString()})`
		);
		return { endpointCommitPerSecond, commitPerSecond };
	} finally {
		client.close();
		await endpoint.stop();
		await owner.sql`drop table bench_row`;
	}
}
