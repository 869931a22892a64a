import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuthentication } from '#lib/server/access/authentication.ts';
import type { Authentication } from '#lib/server/access/staffAuthentication.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, testPassword } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock(new Date().toISOString());
let database: TestDatabase;
let authentication: Authentication;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	await insertSmallMunicipality(database.application, '9998');
	authentication = openAuthentication(database.application);
});
afterAll(() => database.close());

async function signedInHeaders(email: string): Promise<Headers> {
	const signedIn = await authentication.signIn({ email, password: testPassword });
	if (!signedIn.ok) throw new Error(signedIn.refusal);
	const cookie = signedIn.value.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
	return new Headers({ cookie });
}

describe('sign-in', () => {
	it('gives a session that says who it is, in which role and municipality', async () => {
		const headers = await signedInHeaders(' Granskare@9998.example ');
		expect(await authentication.findActor(headers)).toMatchObject({
			name: 'Namn granskare',
			email: 'granskare@9998.example',
			role: 'granskare',
			municipalityId: '9998'
		});
	});

	it('stores neither the session’s token nor the password as they are', async () => {
		const headers = await signedInHeaders('samordnare@9998.example');
		const token = /session_token=([^.;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? 'none';
		const [row] = await database.owner.sql<{ text: string }[]>`
			select (select string_agg(s::text, ' ') from staff_session s)
				|| (select string_agg(c::text, ' ') from staff_credential c) as text`;
		expect(row?.text).not.toContain(token);
		expect(row?.text).not.toContain(testPassword);
	});

	it('ends with signing out', async () => {
		const headers = await signedInHeaders('lasare@9998.example');
		expect(await authentication.findActor(headers)).not.toBeNull();
		const cookies = await authentication.signOut(headers);
		expect(cookies.some((cookie) => cookie.maxAge === 0)).toBe(true);
		expect(await authentication.findActor(headers)).toBeNull();
	});

	it('refuses a wrong password and an unknown address alike', async () => {
		for (const email of ['lasare@9998.example', 'ingen@9998.example', 'inte en adress', '']) {
			expect(await authentication.signIn({ email, password: 'fel-losenord-123' })).toEqual({
				ok: false,
				refusal: 'wrong-email-or-password'
			});
		}
	});

	it('pauses an account for a quarter of an hour after eight failures', async () => {
		const wrong = { email: 'granskare@9998.example', password: 'fel-losenord-123' };
		for (let attempt = 0; attempt < 8; attempt += 1) await authentication.signIn(wrong);
		const right = { email: 'granskare@9998.example', password: testPassword };
		expect(await authentication.signIn(right)).toEqual({ ok: false, refusal: 'too-many-attempts' });
		clock.set(new Date(clock.now().getTime() + 16 * 60 * 1000).toISOString());
		expect((await authentication.signIn(right)).ok).toBe(true);
	});

	it('allows no more than eight guesses when they are all sent at once', async () => {
		const wrong = { email: 'lasare@9998.example', password: 'fel-losenord-123' };
		clock.set(new Date(clock.now().getTime() + 16 * 60 * 1000).toISOString());
		const guesses = await Promise.all(Array.from({ length: 12 }, () => authentication.signIn(wrong)));
		const refusals = guesses.map((guess) => (guess.ok ? 'signed in' : guess.refusal));
		expect(refusals.filter((refusal) => refusal === 'wrong-email-or-password')).toHaveLength(8);
		expect(refusals.filter((refusal) => refusal === 'too-many-attempts')).toHaveLength(4);
	});

	it('takes a forged, emptied or foreign cookie for nobody', async () => {
		for (const cookie of ['', 'lagesbild.session_token=abc.def', 'lagesbild.session_token=', 'x=y']) {
			expect(await authentication.findActor(new Headers({ cookie }))).toBeNull();
		}
	});
});
