import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface MigrationFile {
	readonly number: number;
	readonly name: string;
	readonly sha256: string;
	readonly text: string;
}

const pattern = /^(\d{4})_([a-z0-9_]+)\.sql$/;

function assertUnbrokenSeries(files: readonly MigrationFile[]): void {
	files.forEach((file, index) => {
		if (file.number !== index + 1) {
			throw new Error(`Migration ${String(index + 1).padStart(4, '0')} is missing or stands twice`);
		}
	});
}

/** The files 0001_name.sql, 0002_name.sql … of a folder, in order. @throws {Error} on another name or a gap. */
export async function readMigrationFiles(folder: string): Promise<readonly MigrationFile[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
	const files = await Promise.all(
		names.map(async (fileName) => {
			const match = pattern.exec(fileName);
			if (!match) throw new Error(`Not the name of a migration: ${fileName}`);
			const text = await readFile(join(folder, fileName), 'utf8');
			const sha256 = createHash('sha256').update(text).digest('hex');
			return { number: Number(match[1]), name: fileName.slice(0, -4), sha256, text };
		})
	);
	assertUnbrokenSeries(files);
	return files;
}
