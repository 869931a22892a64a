import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { RenderedFile } from './renderedFile.ts';

export const checksumFileName = 'kontrollsummor.txt';
export const signatureFileName = 'kontrollsummor.sig';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/**
 * SHA-256 of each file of a published version, its content as JSON among them, as `sha256sum --check` reads it: lines that begin with
 * # are passed over.
 */
export function renderChecksums(
	{ title, version, approval }: Lagesbild,
	files: readonly RenderedFile[]
): Uint8Array {
	const lines = [
		`# ${title}`,
		`# Version ${String(version)}${approval ? `, fastställd ${approval.approvedOn}` : ''}`,
		...files.map(({ name, sha256 }) => `${hex(sha256)}  ${name}`)
	];
	return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}
