import { createHmac, createSecretKey } from 'node:crypto';
import { forgetOldest } from '../forgetOldest.ts';
import { derivedBytes } from './derivedBytes.ts';
import { sealingKey, type SealingKey } from './sealing.ts';

/** Each use of the master key. A purpose is never renamed: what was made under it would be lost. */
export type KeyPurpose =
	| 'postgresql-superuser'
	| 'postgresql-app'
	| 'postgresql-worker'
	| 'session-secret'
	| 'series-pseudonym'
	| 'answering-mark'
	| 'round-free-text'
	| 'answer-draft'
	| 'reference-import'
	| 'answer-correction'
	| 'outbox-letter'
	| 'register-import'
	| 'publication-signature'
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

// One key a purpose and a few with contexts, used in every request of a respondent. The master key lies in memory beside
// them: what is kept here can be read there.
const mostKept = 200;

/** @throws {RangeError} unless the master key has 32 bytes. */
export function createKeyRing(masterKey: Uint8Array): KeyRing {
	if (masterKey.length !== 32) throw new RangeError('The master key has 32 bytes');
	const master = createSecretKey(masterKey);
	const kept = new Map<string, SealingKey>();
	const derived = (purpose: KeyPurpose, context = ''): SealingKey => {
		const name = `${purpose}\u0000${context}`;
		const known = kept.get(name);
		if (known) return known;
		const made = sealingKey(derivedBytes(master, { salt, info: name }));
		kept.set(name, made);
		forgetOldest(kept, mostKept);
		return made;
	};
	return {
		derive: derived,
		hmac: (purpose, bytes) => createHmac('sha256', derived(purpose)).update(bytes).digest(),
		password: (purpose) => derived(purpose).export().toString('base64url')
	};
}
