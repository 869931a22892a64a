import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { RenderedFile } from './renderedFile.ts';

export const checksumFileName = 'kontrollsummor.txt';
export const signatureFileName = 'kontrollsummor.sig';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const checksumLine = ({ name, sha256 }: Pick<RenderedFile, 'name' | 'sha256'>) => `${hex(sha256)}  ${name}`;

/** The protocol of disclosure control is in the list, and is not given to everybody. */
const command = `# Kontrollera filerna med: sha256sum --check --ignore-missing ${checksumFileName}`;

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
		command,
		...files.map(checksumLine)
	];
	return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

/**
 * The list with the checksum of a file as it is given to the public now, and why it is another. What it was of the file as it
 * was fixed must not be told: who has it can try every count until one fits.
 */
export function retoldChecksums(fixed: Uint8Array, file: Pick<RenderedFile, 'name' | 'sha256'>): Uint8Array {
	const lines = Buffer.from(fixed)
		.toString('utf8')
		.split('\n')
		.map((line) => (line.endsWith(`  ${file.name}`) ? checksumLine(file) : line));
	const firstSum = lines.findIndex((line) => !line.startsWith('#'));
	const told = `# ${file.name} lämnas utan uppgift om hur många tal som döljs av varje skäl. Listan och underskriften gäller filen som den lämnas.`;
	const isTold = lines.includes(command);
	return Buffer.from(lines.toSpliced(firstSum, 0, told, ...(isTold ? [] : [command])).join('\n'), 'utf8');
}
