import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sendByPages } from '#lib/server/demonstration/answerByPages.ts';
import { printedLink, staffRoles } from '../../support/browser/greeting.ts';
import { landingOf } from '../../support/browser/landing.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { ask, post } from '../../support/browser/plainRequest.ts';
import { questionnaireOf } from '../../support/browser/questionnaire.ts';
import { cookieHeader, openStaffPage, pathOf, roundAddress } from '../../support/browser/staffPage.ts';

const address = inject('serverAddress');
const unknownId = '00000000-0000-4000-8000-000000000000';

let browser: Browser;
let round = '';
let lagesbild = '';
let planning = '';
const cookies: Record<string, string> = {};

beforeAll(async () => {
	browser = await openBrowser();
	for (const role of staffRoles) {
		const page = await openStaffPage(browser, role);
		cookies[role] = await cookieHeader(page);
		if (role === 'samordnare') await readAddresses(page);
		await page.context().close();
	}
});

afterAll(() => browser.close());

async function readAddresses(page: Page): Promise<void> {
	round = await roundAddress(page, 2026);
	planning = await pathOf(page.locator('a[href*="omgangar/ny"]'));
	lagesbild = await pathOf(page.getByRole('link', { name: /^Version/ }));
}

describe('links of respondents', () => {
	test('an unknown link says so and shows the way on', async () => {
		for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'kort', 'x'.repeat(2000), '%00', '..%2f..%2fetc']) {
			const response = await ask(`/svara/${token}`);
			expect([token, response.status]).toEqual([token, 404]);
			expect(await response.text()).toContain('Länken känns inte igen');
		}
	});

	test('a page of a link without its cookie asks for the link, and shows nothing', async () => {
		const { token } = printedLink('civilsamhalle');
		const opened = await ask(`/svara/${token}`);
		const home = landingOf(opened)!;
		for (const path of [home, `${home}/sida/2`, `${home}/granska`, `${home}/skickat`]) {
			const response = await ask(path);
			expect([path, response.status]).toEqual([path, 401]);
			expect(await response.text()).toContain('Öppna länken i inbjudan igen');
		}
		expect((await ask(home, 'lb_svar=%00%ff')).status).toBe(401);
		expect((await ask(home, 'lb_svar=AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
	});

	test('a page that the questionnaire does not have leads on to one that it has', async () => {
		const { token } = printedLink('civilsamhalle');
		const opened = await ask(`/svara/${token}`);
		const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
		const home = landingOf(opened)!;
		for (const number of ['0', '-1', '999', '1e3', 'x']) {
			const response = await ask(`${home}/sida/${number}`, cookie);
			expect([number, response.status]).toEqual([number, 303]);
			expect(landingOf(response)).toMatch(/\/(?:sida\/1|granska)$/);
		}
	});

	test('a link that has been answered with says only that, and takes nothing more', async () => {
		const { unitName, token } = printedLink('civilsamhalle');
		const { instrument, answers } = questionnaireOf('civilsamhalle', unitName, 2026);
		await sendByPages({ origin: address, token }, instrument, answers);
		const opened = await ask(`/svara/${token}`);
		const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
		const home = landingOf(opened)!;
		const shown = await (await ask(home, cookie)).text();
		expect(shown).toContain('Svaret på den här länken är inskickat');
		expect(shown).not.toContain(unitName);
		const late = await post(`${home}/sida/2`, { cookie, body: 'A3_antal=3&till=nasta' });
		expect([late.status, landingOf(late)]).toEqual([303, `${home}?inte-sparat`]);
	});
});

describe('pages of the staff', () => {
	const pages = () => [
		'/oversikt',
		'/partner',
		planning,
		round,
		`${round}/brev`,
		`${round}/brev.pdf`,
		`${round}/utskick`,
		lagesbild
	];

	test('who is not signed in comes to the sign-in page, and back from it', async () => {
		for (const path of pages()) {
			const response = await ask(path);
			expect(response.status).toBe(303);
			const back = new URLSearchParams({ vidare: path });
			expect(landingOf(response)).toBe(`/logga-in?${back.toString()}`);
		}
		const page = await browser.newPage();
		await page.goto(`${address}/partner`);
		await page.getByLabel('E-postadress').fill('lasare@sjovalla.example');
		await page.getByLabel('Lösenord').fill('strandpromenad-2026');
		await page.getByRole('button', { name: 'Logga in' }).click();
		await page.waitForURL('**/partner');
		await page.close();
	});

	test('the sign-in leads back to every room, also by an address with a query', async () => {
		const rooms = [
			'serier',
			'meddelanden/inbjudan/sv',
			'annan-information',
			'atgardsplan',
			'uppdrag',
			'arshjul'
		];
		for (const target of [
			'/omgangar/ny?serie=1',
			'/partner?typ=police',
			...rooms.map((room) => `/${room}`)
		]) {
			const body = new URLSearchParams({
				email: 'lasare@sjovalla.example',
				password: 'strandpromenad-2026',
				vidare: target
			}).toString();
			expect(landingOf(await post('/logga-in?/loggaIn', { body }))).toBe(target);
		}
	});

	test('the sign-in leads nowhere but to pages of our own', async () => {
		for (const target of ['https://annan.example/', '//annan.example', '/\\annan.example', 'javascript:1']) {
			const body = new URLSearchParams({
				email: 'lasare@sjovalla.example',
				password: 'strandpromenad-2026',
				vidare: target
			}).toString();
			const response = await post('/logga-in?/loggaIn', { body });
			expect([target, landingOf(response)]).toEqual([target, '/oversikt']);
		}
	});

	test('a wrong password is told without saying which of the two was wrong', async () => {
		const texts: string[] = [];
		for (const email of ['lasare@sjovalla.example', 'ingen@sjovalla.example']) {
			const response = await post('/logga-in?/loggaIn', {
				body: new URLSearchParams({ email, password: 'fel-losenord-2026' }).toString()
			});
			expect(response.status).toBe(400);
			const html = await response.text();
			expect(html).toContain(email);
			texts.push(/role="alert">([^<]+)</.exec(html)?.[1] ?? '');
		}
		expect(texts[0]).toBe('E-postadressen eller lösenordet stämmer inte.');
		expect(texts[1]).toBe(texts[0]);
	});

	test.each(['granskare', 'lasare'])('%s may not do what is the samordnare’s', async (role) => {
		const cookie = cookies[role];
		for (const path of [planning, `${round}/brev`, `${round}/brev.pdf`, `${round}/utskick`]) {
			expect([path, (await ask(path, cookie)).status]).toEqual([path, 403]);
		}
		const actions = [
			planning,
			...['oppna', 'stang', 'metod', 'sammanstall'].map((action) => `${round}?/${action}`),
			lagesbild,
			...['spara', 'forhandsvisa'].map((action) => `${lagesbild}/text?/${action}`)
		];
		for (const path of actions) {
			expect([path, (await post(path, { cookie })).status]).toEqual([path, 403]);
		}
		const shown = await (await ask(round, cookie)).text();
		expect(shown).not.toContain('Stäng omgången');
		expect(shown).not.toContain('Läs utskicken');
	});

	test.each(['samordnare', 'lasare'])('%s may not do what is the granskare’s', async (role) => {
		for (const action of ['godkann', 'skickaTillbaka']) {
			const path = `${lagesbild}/rojandekontroll?/${action}`;
			expect([action, (await post(path, { cookie: cookies[role] })).status]).toEqual([action, 403]);
		}
	});

	test('an unknown id, and what is no id at all, is a page that does not exist', async () => {
		for (const id of [unknownId, '1', "'; drop table round; --", '%00', 'x'.repeat(500)]) {
			for (const path of [
				`/omgangar/${id}`,
				`/omgangar/${id}/brev`,
				`/omgangar/${id}/brev.pdf`,
				`/lagesbilder/${id}`
			]) {
				const response = await ask(path, cookies['samordnare']);
				expect([path, response.status]).toEqual([path, 404]);
			}
		}
		const closing = await post(`/omgangar/${unknownId}?/stang`, { cookie: cookies['samordnare'] });
		expect(closing.status).toBe(404);
	});

	test('a form with unknown, missing or repeated fields is answered with what to mend', async () => {
		const cookie = cookies['samordnare'];
		for (const body of [
			'',
			'year=tolv&threshold=99&periodFrom=2027-02-30',
			`year=2027&${'a=1&'.repeat(5000)}`
		]) {
			const response = await post(planning, { cookie, body });
			expect(response.status).toBe(400);
			expect(await response.text()).toContain('Något behöver rättas');
		}
		for (const [type, body] of [
			['application/json', '{"year":'],
			['multipart/form-data; boundary=x', '--y'],
			['text/plain', 'year=2027']
		] as const) {
			expect([type, (await post(planning, { cookie, type, body })).status]).toEqual([type, 415]);
		}
	});

	test('shows what was typed again when it is refused', async () => {
		const cookie = cookies['samordnare'];
		const body = 'opensOn=2026-01-05&closesOn=2026-01-06';
		const answer = await post(`${round}/kalender?/svarstid`, { cookie, body });
		expect([answer.status, (await answer.text()).includes('value="2026-01-06"')]).toEqual([409, true]);
	});
});

describe('every form', () => {
	test('is refused when it comes from another site', async () => {
		const { token } = printedLink('polis');
		const home = landingOf(await ask(`/svara/${token}`))!;
		for (const path of [
			'/logga-in?/loggaIn',
			planning,
			`${round}?/stang`,
			`${home}/sida/2`,
			`${home}/granska`
		]) {
			const response = await post(path, { cookie: cookies['samordnare'], origin: 'https://annan.example' });
			expect([path, response.status]).toEqual([path, 403]);
		}
	});

	test('is refused, in words, when it is larger than any of ours', async () => {
		const body = `x=${'y'.repeat(4_400_000)}`;
		for (const path of ['/logga-in?/loggaIn', planning]) {
			const response = await post(path, { cookie: cookies['samordnare'], body });
			expect([response.status, await response.text()]).toEqual([
				413,
				'Det som skickades är för stort. Gå tillbaka, och välj en mindre fil eller korta texten.\n'
			]);
		}
		const chunked = await fetch(`${address}/logga-in?/loggaIn`, {
			method: 'POST',
			duplex: 'half',
			headers: {
				origin: address,
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: new Blob([body]).stream()
		} as RequestInit);
		expect(chunked.status).toBe(411);
	});
});

test('the log has said nothing of all this that it may not say', () => {
	const [, log = ''] = readFileSync(inject('serverLog'), 'utf8').split('Stoppa med Ctrl-C.');
	const links = (['polis', 'socialtjanst', 'skola', 'civilsamhalle'] as const).map((sector) =>
		printedLink(sector)
	);
	const secrets = [
		...links.map(({ token }) => token),
		'strandpromenad',
		'fel-losenord',
		'@sjovalla.example',
		'drop table',
		...Object.values(cookies).map((cookie) => cookie.split('=')[1]!.slice(0, 20))
	];
	expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
