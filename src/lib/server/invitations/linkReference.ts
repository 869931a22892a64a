import { hkdfSync } from 'node:crypto';

/** What stands in the addresses of the answering pages: it tells two links in one browser apart, and opens nothing. */
export function linkReference(token: string): string {
	return Buffer.from(hkdfSync('sha256', token, 'lagesbild/link/1', 'reference', 9)).toString('base64url');
}
