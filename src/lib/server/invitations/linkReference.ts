import { derivedBytes } from '../keys/derivedBytes.ts';

/** What stands in the addresses of the answering pages: it tells two links in one browser apart, and opens nothing. */
export function linkReference(token: string): string {
	const bytes = derivedBytes(token, { salt: 'lagesbild/link/1', info: 'reference', length: 9 });
	return Buffer.from(bytes).toString('base64url');
}
