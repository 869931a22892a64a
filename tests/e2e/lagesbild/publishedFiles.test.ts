import { expect, inject, test } from 'vitest';

const address = `${inject('serverAddress')}/lagesbild/sjovalla/2025`;

test.each([
	['lagesbild.pdf', 'application/pdf', '%PDF-'],
	['tabellbilaga.pdf', 'application/pdf', '%PDF-'],
	['nulagesbild.pdf', 'application/pdf', '%PDF-'],
	[
		'tjansteskrivelse.docx',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'PK\u0003\u0004'
	],
	['tabeller.csv', 'text/csv; charset=utf-8', '\u00ef\u00bb\u00bf'],
	['lagesbild.json', 'application/json; charset=utf-8', '{"format":1']
])('the published %s is what its type says', async (file, type, beginning) => {
	const response = await fetch(`${address}/${file}`);
	const bytes = Buffer.from(await response.arrayBuffer());
	expect(response.headers.get('content-type')).toBe(type);
	expect(bytes.toString('latin1', 0, beginning.length)).toBe(beginning);
	expect(bytes.length).toBeGreaterThan(2000);
});

test('the protocol of disclosure control is for the staff', async () => {
	expect((await fetch(`${address}/rojandeprotokoll.pdf`)).status).toBe(404);
	const id = '00000000-0000-4000-8000-000000000000';
	const staff = new URL(`/lagesbilder/${id}/rojandeprotokoll.pdf`, address);
	expect((await fetch(staff)).url).toContain('/logga-in');
});

test('the checksums of the files are fetched with them, and the key of their signature', async () => {
	const list = await (await fetch(`${address}/kontrollsummor.txt`)).text();
	expect(list).toMatch(/^[0-9a-f]{64} {2}lagesbild\.pdf$/m);
	expect(list).toMatch(/^[0-9a-f]{64} {2}nulagesbild\.pdf$/m);
	expect((await (await fetch(`${address}/kontrollsummor.sig`)).arrayBuffer()).byteLength).toBe(64);
	const key = await (await fetch(new URL('/lagesbild/nyckel.pem', address))).text();
	expect(key).toContain('-----BEGIN PUBLIC KEY-----');
});
