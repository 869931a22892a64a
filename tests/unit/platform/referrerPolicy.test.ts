import { expect, test } from 'vitest';
import { hiddenOrigin, referrerPolicy } from '../../../src/lib/server/http/referrerPolicy.ts';

const own = { origin: 'null', 'sec-fetch-site': 'same-origin', host: 'localhost:3000' };
const request = { method: 'POST', url: '/svara/lank/abc/granska', headers: own };

test('a form of a respondent’s page has the site’s own origin', () => {
	expect(hiddenOrigin(request, null)).toBe('http://localhost:3000');
	expect(hiddenOrigin(request, 'https://lagesbild.example')).toBe('https://lagesbild.example');
});

test.each([
	['another page', { ...request, url: '/logga-in' }],
	['an address that only looks like a respondent’s', { ...request, url: '/svaranden/x' }],
	['a foreign site', { ...request, headers: { ...own, 'sec-fetch-site': 'cross-site' } }],
	['another host of the same site', { ...request, headers: { ...own, 'sec-fetch-site': 'same-site' } }],
	['nobody who says', { ...request, headers: { origin: 'null', host: 'localhost' } }],
	['an origin that is told', { ...request, headers: { ...own, origin: 'https://annan.example' } }],
	['a page that is asked for', { ...request, method: 'GET' }]
])('nothing is made of %s', (_, other) => {
	expect(hiddenOrigin(other, null)).toBeNull();
});

test.each([
	[true, 'same-origin', 'Mozilla/5.0', 'no-referrer'],
	[true, null, 'Mozilla/5.0', 'same-origin'],
	[true, null, 'curl/8', 'no-referrer'],
	[true, null, null, 'no-referrer'],
	[false, 'none', 'Mozilla/5.0', 'same-origin']
] as const)('respondent %s, site %s, %s: %s', (...[isRespondents, site, agent, policy]) => {
	expect(referrerPolicy({ isRespondents, site, agent })).toBe(policy);
});
