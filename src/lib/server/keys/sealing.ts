import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { nonceBytes } from './nonceBytes.ts';

/** A key of 32 bytes for one purpose only. */
export type SealingKey = KeyObject & { readonly __brand: 'SealingKey' };

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength;

/** @throws {RangeError} unless there are 32 bytes. */
export function sealingKey(bytes: Uint8Array): SealingKey {
	if (bytes.length !== 32) throw new RangeError('A sealing key has 32 bytes');
	return createSecretKey(bytes) as SealingKey;
}

/**
 * AES-256-GCM: version byte, random nonce of 96 bits, ciphertext, tag.
 * The associated data says where the text belongs (table and row), so that it cannot be moved to another row.
 */
export function seal(key: SealingKey, plaintext: Uint8Array, associatedData: string): Uint8Array {
	const nonce = nonceBytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
	cipher.setAAD(Buffer.from(associatedData, 'utf8'));
	return Buffer.concat([
		Buffer.from([version]),
		nonce,
		cipher.update(plaintext),
		cipher.final(),
		cipher.getAuthTag()
	]);
}

/** @throws {Error} when the key or the associated data is another than at sealing, or the bytes have been changed. */
export function openSealed(key: SealingKey, sealed: Uint8Array, associatedData: string): Uint8Array {
	if (sealed.length < headLength + tagLength || sealed[0] !== version) {
		throw new Error('Not a sealed text of a known version');
	}
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, headLength), {
		authTagLength: tagLength
	});
	decipher.setAAD(Buffer.from(associatedData, 'utf8'));
	decipher.setAuthTag(sealed.subarray(-tagLength));
	return Buffer.concat([decipher.update(sealed.subarray(headLength, -tagLength)), decipher.final()]);
}
