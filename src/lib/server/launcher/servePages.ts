import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../config.ts';
import { findDoor } from '../http/door.ts';
import {
	loopbackHosts,
	startWebServer,
	type PageHandler,
	type WebServer,
	type WebServerOptions
} from '../http/webServer.ts';
import { projectFolder } from './projectFolder.ts';
import { applyServiceEnvironment, largestBody, uploads } from './serviceEnvironment.ts';

async function importPages(): Promise<Pick<WebServerOptions, 'door' | 'handler'>> {
	const address = pathToFileURL(join(projectFolder, 'build/handler.js')).href;
	const { handler } = (await import(address)) as { handler: PageHandler };
	return { handler, door: findDoor() };
}

export function hostsOf(host: string | null): readonly string[] {
	return host === null ? loopbackHosts : [host];
}

/** The built pages on the port of the settings. */
export async function servePages(config: Config): Promise<WebServer> {
	applyServiceEnvironment(config);
	return startWebServer({
		hosts: hostsOf(config.host),
		port: config.port,
		rules: { origin: config.origin, isLocalOnly: config.host === null, largestBody, uploads },
		...(await importPages())
	});
}

const closingMilliseconds = 4000;

/** Takes no new request, lets those under way end, and lets the built pages close what they have opened. */
export async function closePages(pages: WebServer): Promise<void> {
	await pages.close(closingMilliseconds);
	// The built pages have a pool of their own and close it at this event, which the adapter's server also sends.
	const endings: Promise<void>[] = [];
	(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', 'stopping', endings);
	await Promise.all(endings);
}
