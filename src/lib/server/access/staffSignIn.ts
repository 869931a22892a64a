import { betterAuth } from 'better-auth';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { z } from 'zod';
import { accepted, refused } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import { roles } from './actor.ts';
import { authAdapter } from './authAdapter.ts';
import { sessionCookiePrefix, type Authentication, type SessionCookie } from './staffAuthentication.ts';
import { signInThrottle } from './signInThrottle.ts';

const hour = 60 * 60;

function createAuth(application: Application) {
	const { config, keys, database } = application;
	return betterAuth({
		baseURL: publicAddress(config),
		secret: keys.password('session-secret'),
		database: authAdapter(database),
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
		user: {
			additionalFields: {
				role: { type: 'string', input: false },
				municipalityId: { type: 'string', input: false }
			}
		},
		session: { expiresIn: 10 * hour, updateAge: hour },
		advanced: {
			cookiePrefix: sessionCookiePrefix,
			ipAddress: { disableIpTracking: true },
			useSecureCookies: publicAddress(config).startsWith('https:')
		},
		// Its own log writes whole requests, with addresses of people: ours is a closed list of fields.
		logger: { disabled: true },
		telemetry: { enabled: false }
	});
}

const actorSchema = z.object({
	id: z.uuid(),
	municipalityId: z.string(),
	name: z.string(),
	email: z.string(),
	role: z.enum(roles)
});

function cookiesOf(headers: Headers): SessionCookie[] {
	const cookies: SessionCookie[] = [];
	for (const header of headers.getSetCookie()) {
		for (const [name, cookie] of parseSetCookieHeader(header)) {
			cookies.push({ name, value: decodeURIComponent(cookie.value), maxAge: cookie['max-age'] ?? 0 });
		}
	}
	return cookies;
}

/** Sign-in of the municipality's staff, by better-auth. */
export function openStaffSignIn(application: Application): Authentication {
	const auth = createAuth(application);
	const throttle = signInThrottle(application.clock);
	return {
		findActor: async (headers) => {
			const session = await auth.api.getSession({ headers });
			if (!session) return null;
			const { id, ...person } = actorSchema.parse(session.user);
			return { accountId: id, ...person };
		},
		signIn: async ({ email, password }) => {
			const name = email.trim().toLowerCase();
			if (!throttle.mayTry(name)) return refused('too-many-attempts');
			// Counted before the password is tried: tries sent all at once would otherwise each find the count at zero.
			throttle.countAttempt(name);
			try {
				const { headers } = await auth.api.signInEmail({
					body: { email: name, password },
					returnHeaders: true
				});
				throttle.forget(name);
				return accepted(cookiesOf(headers));
			} catch (fault) {
				if (!isRefusal(fault)) throw fault;
				return refused('wrong-email-or-password');
			}
		},
		signOut: async (headers) => {
			const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
			return cookiesOf(answer);
		}
	};
}

/** better-auth answers a wrong address or password with an APIError of status 401 (or 400 for a malformed address). */
function isRefusal(fault: unknown): boolean {
	if (!(fault instanceof Error) || !('statusCode' in fault)) return false;
	return fault.statusCode === 401 || fault.statusCode === 400;
}
