import { expect, it } from 'vitest';
import { nonceBytes } from '../../../src/lib/server/keys/nonceBytes.ts';

it('gives other bytes each time, of the length that is asked for, also when more have been drawn', () => {
	const nonces = Array.from({ length: 2000 }, (_, turn) => nonceBytes(turn % 2 === 0 ? 12 : 16));
	expect(nonces.map(({ length }) => length)).toEqual(nonces.map((_, turn) => (turn % 2 === 0 ? 12 : 16)));
	const written = nonces.map((nonce) => Buffer.from(nonce).toString('hex'));
	expect(new Set(written).size).toBe(2000);
	// What has been given stays as it was.
	expect(nonces.map((nonce) => Buffer.from(nonce).toString('hex'))).toEqual(written);
});
