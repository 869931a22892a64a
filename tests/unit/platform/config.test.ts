import { expect, test } from 'vitest';
import { publicAddress, readConfig, readSettings } from '../../../src/lib/server/config.ts';

const hexKey = '07'.repeat(32);
const keyBytes = new Uint8Array(32).fill(7);
const databaseUrl = 'postgres://owner:secret@db.example:5432/lagesbild';

test('without settings the program is reached on this machine at port 3000 and keeps its data in ./data', () => {
	expect(readSettings({})).toEqual({
		port: 3000,
		host: null,
		origin: null,
		dataDirectory: `${process.cwd()}/data`,
		databaseUrl: null,
		masterKey: null,
		smtpUrl: null,
		mailFrom: null,
		mailbox: null,
		mailsPerSecond: 10,
		koladaUrl: 'https://api.kolada.se/v3'
	});
});

test('an empty variable counts as one that is not set', () => {
	expect(readSettings({ PORT: '', ORIGIN: ' ', LAGESBILD_KEY: '' })).toEqual(readSettings({}));
});

test('the key may be written in hexadecimal or base64', () => {
	const base64 = Buffer.from(keyBytes).toString('base64');
	const base64url = Buffer.from(keyBytes).toString('base64url');
	for (const text of [hexKey, base64, base64url]) {
		expect(readSettings({ LAGESBILD_KEY: text }).masterKey).toEqual(keyBytes);
	}
});

test('a database of ones own demands a key', () => {
	expect(() => readSettings({ DATABASE_URL: databaseUrl })).toThrow(
		'Inställningarna går inte att använda: LAGESBILD_KEY krävs när DATABASE_URL är satt (skapa en med: openssl rand -base64 32).'
	);
	expect(readConfig({ DATABASE_URL: databaseUrl, LAGESBILD_KEY: hexKey })).toMatchObject({
		databaseUrl,
		masterKey: keyBytes
	});
});

test.each([
	['PORT', '0'],
	['PORT', '3000x'],
	['HOST', 'http://0.0.0.0'],
	['ORIGIN', 'lagesbild.kommunen.se'],
	['ORIGIN', 'https://lagesbild.kommunen.se/'],
	['DATABASE_URL', 'mysql://owner@db/lagesbild'],
	['DATABASE_URL', 'postgres://owner@db'],
	['LAGESBILD_KEY', 'hemlig'],
	['SMTP_URL', 'smtp.kommunen.se'],
	['MAIL_FROM', 'Lägesbild\r\nBcc: annan@kommunen.se'],
	['SMTP_RATE', '0']
])('%s=%j is named as faulty', (name, value) => {
	expect(() => readSettings({ [name]: value })).toThrow(
		`${name} ska vara`
			.replace('DATABASE_URL ska vara', 'DATABASE_URL ska ha')
			.replace('SMTP_URL ska vara', 'SMTP_URL ska ha')
	);
});

test('no fault shows what was typed: it may be a password', () => {
	const secret = 'hemligtlosen';
	const faulty = { DATABASE_URL: `mysql://owner:${secret}@db/x`, LAGESBILD_KEY: secret, SMTP_URL: secret };
	expect(() => readSettings(faulty)).toThrow(expect.not.stringContaining(secret) as string);
});

test('a link starts with ORIGIN, or with this machine when it is unset', () => {
	expect(publicAddress({ origin: null, port: 3001 })).toBe('http://localhost:3001');
	expect(publicAddress({ origin: 'https://lagesbild.kommunen.se', port: 3001 })).toBe(
		'https://lagesbild.kommunen.se'
	);
});
