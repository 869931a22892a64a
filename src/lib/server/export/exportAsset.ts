import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Resolved through the package's own imports: the built server lies elsewhere than the source, the package does not. */
export function exportAssetPath(name: string): string {
	return require.resolve(`#lib/server/export/${name}`);
}

export async function readExportAsset(name: string): Promise<Buffer> {
	return await readFile(exportAssetPath(name));
}
