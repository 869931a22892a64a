import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What bytes are for; neither part is ever changed: what was made under it would be lost. */
export interface KeyUse {
	/** What they belong to, with a version: `lagesbild/draft/1`. */
	readonly salt: string;
	readonly info: string;
	/** 32 when not given. */
	readonly length?: number;
}

// node:crypto asks of plain bytes whether they are a key of another kind by catching an error, which takes longer than
// the derivation: they are made into a key first.
function withoutAsking(secret: string | Uint8Array | KeyObject): string | KeyObject {
	return secret instanceof Uint8Array ? createSecretKey(secret) : secret;
}

/** HKDF-SHA256 (RFC 5869). */
export function derivedBytes(
	secret: string | Uint8Array | KeyObject,
	{ salt, info, length = 32 }: KeyUse
): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', withoutAsking(secret), salt, info, length));
}
