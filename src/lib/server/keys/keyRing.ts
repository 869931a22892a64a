import { createHmac, hkdfSync } from 'node:crypto';
import { sealingKey, type SealingKey } from './sealing.ts';

/** Each use of the master key. A purpose is never renamed: what was made under it would be lost. */
export type KeyPurpose =
	| 'postgresql-superuser'
	| 'postgresql-app'
	| 'postgresql-worker'
	| 'session-secret'
	| 'series-pseudonym'
	| 'round-free-text'
	| 'answer-draft'
	| 'answer-correction'
	| 'outbox-letter'
	| 'receipt';

/** Keys derived from LAGESBILD_KEY with HKDF-SHA256, one for each purpose and, where given, each context (such as a round's id). */
export interface KeyRing {
	derive(purpose: KeyPurpose, context?: string): SealingKey;
	/** HMAC-SHA256 under the purpose's key: 32 bytes. */
	hmac(purpose: KeyPurpose, bytes: Uint8Array | string): Uint8Array;
	/** A password of 43 characters (base64url). */
	password(purpose: KeyPurpose): string;
}

const salt = 'lagesbild/1';

/** @throws {RangeError} unless the master key has 32 bytes. */
export function createKeyRing(masterKey: Uint8Array): KeyRing {
	if (masterKey.length !== 32) throw new RangeError('The master key has 32 bytes');
	const derive = (purpose: KeyPurpose, context = ''): SealingKey =>
		sealingKey(new Uint8Array(hkdfSync('sha256', masterKey, salt, `${purpose}\u0000${context}`, 32)));
	// One key a purpose, used in every request of a respondent; those with a context are as many as there are rounds.
	const purposeKeys = new Map<KeyPurpose, SealingKey>();
	const keyOf = (purpose: KeyPurpose): SealingKey => {
		const key = purposeKeys.get(purpose) ?? derive(purpose);
		purposeKeys.set(purpose, key);
		return key;
	};
	return {
		derive: (purpose, context) => (context === undefined ? keyOf(purpose) : derive(purpose, context)),
		hmac: (purpose, bytes) => createHmac('sha256', keyOf(purpose)).update(bytes).digest(),
		password: (purpose) => Buffer.from(keyOf(purpose)).toString('base64url')
	};
}
