import { hkdfSync } from 'node:crypto';

/** The key that a respondent's browser seals unsaved answers under: nobody without the link has it (docs/decisions/0060). */
export function browserCopyKey(token: string): string {
	return Buffer.from(hkdfSync('sha256', token, 'lagesbild/browser-copy/1', 'key', 32)).toString('base64url');
}
