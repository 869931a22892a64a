import { expect, test } from 'vitest';
import { denialOf } from '../../../src/lib/server/http/requestGate.ts';

const uploads = [
	{ path: '/partner/import', largest: 1000 },
	{ path: '/meddelanden/returer', largest: 500 }
];
const local = { origin: null, isLocalOnly: true, largestBody: 100, uploads };

test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST', 'localhost'])(
	'%s is a name of this machine',
	(host) => {
		expect(denialOf({ headers: { host } }, local)).toBeNull();
	}
);

test.each(['annan.example', 'localhost.annan.example:3000', '127.0.0.1.annan.example', ''])(
	'%j is answered with 421 when only this machine is listened to',
	(host) => {
		expect(denialOf({ headers: { host } }, local)?.status).toBe(421);
	}
);

test('behind a proxy or on another address any name is taken', () => {
	const request = { headers: { host: 'annan.example' } };
	expect(denialOf(request, { ...local, origin: 'https://lagesbild.example' })).toBeNull();
	expect(denialOf(request, { ...local, isLocalOnly: false })).toBeNull();
});

test('a body that says it is larger than the limit is refused', () => {
	const withLength = (length: string) =>
		denialOf({ headers: { host: 'localhost', 'content-length': length } }, local);
	expect(withLength('100')).toBeNull();
	expect(withLength('101')).toEqual({
		status: 413,
		message: 'Det som skickades är för stort. Gå tillbaka, och välj en mindre fil eller korta texten.'
	});
});

test('what is posted as anything but a form is refused', () => {
	const withType = (type: string) =>
		denialOf({ method: 'POST', headers: { host: 'localhost', 'content-type': type } }, local)?.status;
	expect(withType('application/x-www-form-urlencoded')).toBeUndefined();
	expect(withType('application/x-www-form-urlencoded; charset=UTF-8')).toBeUndefined();
	for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
		expect([type, withType(type)]).toEqual([type, 415]);
	}
});

test('files are taken at two addresses only, and up to their own limit', () => {
	const posted = (url: string, length: string) =>
		denialOf(
			{
				method: 'POST',
				url,
				headers: {
					host: 'localhost',
					'content-type': 'multipart/form-data; boundary=x',
					'content-length': length
				}
			},
			local
		)?.status;
	expect([
		posted('/partner/import', '1000'),
		posted('/partner/import?/las', '1000'),
		posted('/partner/import', '1001'),
		posted('/meddelanden/returer', '500'),
		posted('/meddelanden/returer', '501'),
		posted('/partner', '50')
	]).toEqual([undefined, undefined, 413, undefined, 413, 415]);
});

test('a body of a length that nobody has said is refused', () => {
	const headers = { host: 'localhost', 'transfer-encoding': 'chunked' };
	expect(denialOf({ method: 'POST', headers }, local)?.status).toBe(411);
});
