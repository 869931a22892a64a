import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorFault } from '../operatorFault.ts';

// Others may pass but not look: PostgreSQL may have to run as another account. Every file in it is closed by itself.
const passable = 0o711;

function errorCode(fault: unknown): unknown {
	return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}

function makeOne(path: string): void {
	try {
		mkdirSync(path, { mode: passable });
	} catch (fault) {
		// Made by another copy in the same moment; that it is a folder is looked at afterwards.
		if (errorCode(fault) === 'EEXIST') return;
		if (errorCode(fault) !== 'ENOENT') throw fault;
		throw new OperatorFault(`Mappen ${path} går inte att skapa: sätt DATA_DIR till en annan.`, {
			cause: fault
		});
	}
}

/**
 * Makes the folder and those above it that are missing. One by one: Node's recursive way tells no reason when the disk is
 * read-only, and never ends under /proc.
 * @throws {OperatorFault} when the path leads to something else.
 */
export function makeDataDirectory(path: string): void {
	if (!existsSync(path)) {
		const above = dirname(path);
		if (above !== path) makeDataDirectory(above);
		makeOne(path);
	}
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
		throw new OperatorFault(`DATA_DIR är ingen mapp (${path}).`);
}
