import type { Result } from '#lib/shared/result.ts';
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
