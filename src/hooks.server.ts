import { randomBytes } from 'node:crypto';
import { building } from '$app/environment';
import { closeApplication, openApplication, type Application } from '#lib/server/application.ts';
import { readConfig } from '#lib/server/config.ts';
import { securityHeaders } from '#lib/server/http/securityHeaders.ts';
import { faultFields } from '#lib/server/log.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';

let application: Application | null = null;

function theApplication(): Application {
	if (!application) throw new Error('A request came before the application was opened');
	return application;
}

export const init: ServerInit = () => {
	if (building) return;
	const opened = openApplication(readConfig(process.env));
	application = opened;
	process.once('sveltekit:shutdown', () => {
		void closeApplication(opened);
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.application = theApplication();
	event.locals.actor = null;
	const response = await resolve(event);
	for (const [name, value] of Object.entries(securityHeaders(event.locals.application.config.origin))) {
		response.headers.set(name, value);
	}
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'Sidan finns inte.' };
	if (status === 413) return { message: 'Det som skickades är för stort.' };
	const errorId = randomBytes(2).toString('hex').toUpperCase();
	theApplication().log.error('request-failed', {
		errorId,
		method: event.request.method,
		route: event.route.id ?? '(ingen)',
		status,
		...faultFields(error)
	});
	return { message: `Något gick fel. Ange felkod ${errorId}.`, errorId };
};
