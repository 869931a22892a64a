import type { Config } from '../config.ts';
import { protocolHeader } from '../http/webServer.ts';

/**
 * Larger than every form of ours: a lägesbild's 25 texts of 20 000 characters each, where å is six bytes as a form sends it.
 * A text that is too long for its field is refused by name, with what was typed; one that is stopped at the gate is gone.
 */
export const largestBody = 4 * 1_048_576;

export const uploads = [
	// The register of partners as a file: 10 000 rows are 2.5 MB as CSV.
	{ path: '/partner/import', largest: 8 * 1_048_576 },
	// Public statistics as a file: 150 000 values are 2 MB as JSON-stat, 6 MB as PxWeb's JSON.
	{ path: '/annan-information/fil', largest: 8 * 1_048_576 },
	// Returned mail: 2 MB of files, and what a form adds.
	{ path: '/meddelanden/returer', largest: 2 * 1_048_576 + 65_536 }
] as const;

/**
 * What the built pages and their adapter read from the environment.
 * The adapter assumes https; without ORIGIN every form post would then be refused as coming from another site.
 */
export function serviceEnvironment(config: Config): Record<string, string> {
	return {
		NODE_ENV: 'production',
		PORT: String(config.port),
		DATA_DIR: config.dataDirectory,
		DATABASE_URL: config.databaseUrl,
		LAGESBILD_KEY: Buffer.from(config.masterKey).toString('base64'),
		PROTOCOL_HEADER: protocolHeader,
		BODY_SIZE_LIMIT: String(Math.max(...uploads.map(({ largest }) => largest)))
	};
}

const settingsOfAdapter = ['HOST_HEADER', 'PORT_HEADER', 'ADDRESS_HEADER', 'XFF_DEPTH', 'SOCKET_PATH'];

/** Puts it in place for modules that are imported after this. */
export function applyServiceEnvironment(config: Config): void {
	for (const name of settingsOfAdapter) Reflect.deleteProperty(process.env, name);
	if (config.origin === null) Reflect.deleteProperty(process.env, 'ORIGIN');
	Object.assign(process.env, serviceEnvironment(config));
}
