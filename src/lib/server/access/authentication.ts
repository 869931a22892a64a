import type { Application } from '../application.ts';
import { sessionCookiePrefix, type Authentication } from './staffAuthentication.ts';

function hasSessionCookie(headers: Headers): boolean {
	return headers.get('cookie')?.includes(`${sessionCookiePrefix}.`) ?? false;
}

/** Sign-in of the municipality's staff. It is loaded when somebody of them comes: respondents and readers never meet it. */
export function openAuthentication(application: Application): Authentication {
	let opened: Promise<Authentication> | undefined;
	const open = async (): Promise<Authentication> => {
		opened ??= import('./staffSignIn.ts').then(({ openStaffSignIn }) => openStaffSignIn(application));
		return await opened;
	};
	return {
		findActor: async (headers) =>
			hasSessionCookie(headers) ? await (await open()).findActor(headers) : null,
		signIn: async (credentials) => await (await open()).signIn(credentials),
		signOut: async (headers) => await (await open()).signOut(headers)
	};
}
