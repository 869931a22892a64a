import type { Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Actor } from './actor.ts';

export interface SessionCookie {
	readonly name: string;
	readonly value: string;
	/** Seconds; 0 deletes it. */
	readonly maxAge: number;
}

export type SignInRefusal = 'wrong-email-or-password' | 'too-many-attempts';

export interface Authentication {
	/** The person behind a request's cookies, or null. */
	findActor(headers: Headers): Promise<Actor | null>;
	signIn(credentials: {
		readonly email: string;
		readonly password: string;
	}): Promise<Result<readonly SessionCookie[], SignInRefusal>>;
	signOut(headers: Headers): Promise<readonly SessionCookie[]>;
}

export const sessionCookiePrefix = 'lagesbild';

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
