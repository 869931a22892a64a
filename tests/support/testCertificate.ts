import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A key and a certificate that signs itself, for servers of the tests on this machine. */
export interface TestCertificate {
	readonly key: string;
	readonly cert: string;
}

/** A value of DER: its tag, its length and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const length =
		content.length < 128
			? Buffer.from([content.length])
			: Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
	return Buffer.concat([Buffer.from([tag]), length, content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'latin1'));
const hex = (bytes: string) => Buffer.from(bytes, 'hex');

/** ecdsa-with-SHA256, commonName and subjectAltName, as DER writes their numbers. */
const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'));
const commonName = hex('0603550403');
const subjectAltName = hex('0603551d11');

const utcTime = (moment: Date) =>
	text(0x17, `${moment.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`);

/** For `localhost`, 127.0.0.1 and 127.0.0.2, from yesterday to tomorrow (RFC 5280). */
export function makeTestCertificate(): TestCertificate {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const name = sequence(der(0x31, sequence(commonName, text(0x0c, 'localhost'))));
	const day = 86_400_000;
	const validity = sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day)));
	const alternatives = sequence(
		text(0x82, 'localhost'),
		der(0x87, Buffer.from([127, 0, 0, 1])),
		der(0x87, Buffer.from([127, 0, 0, 2]))
	);
	const extensions = der(0xa3, sequence(sequence(subjectAltName, der(0x04, alternatives))));
	const body = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		ecdsaWithSha256,
		name,
		validity,
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		extensions
	);
	const signature = createSign('sha256').update(body).sign(privateKey);
	const certificate = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
	const lines = certificate.toString('base64').replaceAll(/.{64}/g, '$&\n');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
	};
}
