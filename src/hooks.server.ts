import { randomBytes } from 'node:crypto';
import { building } from '$app/environment';
import { openAuthentication } from '#lib/server/access/authentication.ts';
import type { Authentication } from '#lib/server/access/staffAuthentication.ts';
import { closeApplication, openApplication, type Application } from '#lib/server/application.ts';
import { readConfig } from '#lib/server/config.ts';
import { commonHeaders } from '#lib/server/http/commonHeaders.ts';
import { putUpDoor } from '#lib/server/http/door.ts';
import { isNavigation } from '#lib/server/http/isNavigation.ts';
import { isRespondents } from '#lib/server/http/referrerPolicy.ts';
import { RepeatedSendings } from '#lib/server/http/repeatedSendings.ts';
import { securityHeaders } from '#lib/server/http/securityHeaders.ts';
import { faultFields } from '#lib/server/log.ts';
import { openedAtDoor, respondentDoor } from './routes/(respondent)/svara/door/respondentDoor.server.ts';
import {
	answerWithDrawnPage,
	isQuestionPageVisit
} from './routes/(respondent)/svara/lank/[ref]/sida/[nr]/drawnQuestionPage.server.ts';
import {
	answerAndKeepFrame,
	isReceiptVisit
} from './routes/(respondent)/svara/lank/[ref]/skickat/drawnReceipt.server.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';

interface Opened {
	readonly application: Application;
	readonly authentication: Authentication;
	readonly securityHeaders: readonly (readonly [string, string])[];
}

let opened: Opened | null = null;
const repeatedSendings = new RepeatedSendings();

function theOpened(): Opened {
	if (!opened) throw new Error('A request came before the application was opened');
	return opened;
}

export const init: ServerInit = () => {
	if (building) return;
	const application = openApplication(readConfig(process.env));
	const authentication = openAuthentication(application);
	const security = Object.entries(securityHeaders(application.config.origin));
	opened = { application, authentication, securityHeaders: security };
	putUpDoor(respondentDoor({ locals: { application, authentication, actor: null }, security }));
	process.once('sveltekit:shutdown', (_reason: unknown, endings?: Promise<void>[]) => {
		const closing = closeApplication(application);
		endings?.push(closing);
	});
};

function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
	const draw = async () =>
		await resolve(event, {
			// A style sheet stands in the page's first lines; to name it in a header too costs bytes that nothing compresses.
			preload: ({ type }) => type === 'js',
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language ?? 'sv')
		});
	if (isQuestionPageVisit(event)) return answerWithDrawnPage(event, draw);
	return isReceiptVisit(event) ? answerAndKeepFrame(event, draw) : draw();
}

export const handle: Handle = async ({ event, resolve }) => {
	const { application, authentication, securityHeaders: sent } = theOpened();
	event.locals.application = application;
	event.locals.authentication = authentication;
	// A respondent has no session, and nothing of the staff's is looked up on the respondent's pages.
	const isRespondent = isRespondents(event.url.pathname);
	event.locals.actor = isRespondent ? null : await authentication.findActor(event.request.headers);
	const openedPage = openedAtDoor(event.platform?.req);
	if (openedPage) event.locals.questionPage = openedPage;
	event.locals.isNavigation = isNavigation({
		method: event.request.method,
		mode: event.request.headers.get('sec-fetch-mode'),
		purpose: event.request.headers.get('sec-purpose')
	});
	if (event.locals.isNavigation || event.isDataRequest) repeatedSendings.pageIsAsked(event.request);
	const draw = () => answer(event, resolve);
	const response = await (event.locals.actor ? repeatedSendings.answer(event.request, draw) : draw());
	const { headers } = event.request;
	const asked = {
		address: event.url.pathname,
		site: headers.get('sec-fetch-site'),
		agent: headers.get('user-agent')
	};
	for (const [name, value] of commonHeaders(sent, asked)) response.headers.set(name, value);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'Sidan finns inte.' };
	if (status === 400) return { message: 'Adressen eller formuläret går inte att läsa.' };
	if (status === 413)
		return {
			message: 'Det som skickades är för stort. Gå tillbaka, och välj en mindre fil eller korta texten.'
		};
	const errorId = randomBytes(2).toString('hex').toUpperCase();
	theOpened().application.log.error('request-failed', {
		errorId,
		method: event.request.method,
		route: event.route.id ?? '(ingen)',
		status,
		...faultFields(error)
	});
	return { message: `Något gick fel. Ange felkod ${errorId}.`, errorId };
};
