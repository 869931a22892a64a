import { derivedBytes } from '../keys/derivedBytes.ts';

/** The key that a respondent's browser seals unsaved answers under: nobody without the link has it (docs/decisions/0060). */
export function browserCopyKey(token: string): string {
	const key = derivedBytes(token, { salt: 'lagesbild/browser-copy/1', info: 'key' });
	return Buffer.from(key).toString('base64url');
}
