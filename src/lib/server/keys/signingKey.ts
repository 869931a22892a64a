import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { KeyRing } from './keyRing.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const ed25519Head = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(keys: KeyRing): KeyObject {
	const seed = keys.derive('publication-signature').export();
	return createPrivateKey({ key: Buffer.concat([ed25519Head, seed]), format: 'der', type: 'pkcs8' });
}

/** Ed25519 by the installation's key: 64 bytes. */
export function signPublication(keys: KeyRing, bytes: Uint8Array): Uint8Array {
	return new Uint8Array(sign(null, bytes, signingKey(keys)));
}

/** The key that anybody can check the signatures with, in PEM. */
export function publicationKey(keys: KeyRing): string {
	return createPublicKey(signingKey(keys)).export({ format: 'pem', type: 'spki' }).toString();
}
