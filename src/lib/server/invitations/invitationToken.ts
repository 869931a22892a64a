import { hash, randomBytes } from 'node:crypto';

const tokenBytes = 16;

/** 128 random bits in base64url. It is given out once, in the letter; only its hash is stored. */
export function newToken(): string {
	return randomBytes(tokenBytes).toString('base64url');
}

/** SHA-256 of the token as written. Without salt: 128 random bits cannot be guessed. */
export function tokenHash(token: string): Uint8Array {
	return hash('sha256', token, 'buffer');
}
