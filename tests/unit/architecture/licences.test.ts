import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/**
 * Licences whose works may be part of a program under EUPL-1.2: permissive ones, and those that only bind
 * their own files (MPL-2.0 stands in the appendix of the EUPL).
 */
const allowed = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'EUPL-1.2',
	'ISC',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'Python-2.0',
	'Unlicense'
]);

const lockSchema = z.object({
	packages: z.record(z.string(), z.object({ license: z.string().optional(), link: z.boolean().optional() }))
});

function isAllowed(licence: string | undefined): boolean {
	const alternatives = (licence ?? '').replace(/^\((.*)\)$/, '$1').split(' OR ');
	return alternatives.some((name) => allowed.has(name));
}

test('every package agrees with EUPL-1.2', () => {
	const text = readFileSync(resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8');
	const { packages } = lockSchema.parse(JSON.parse(text));
	const others = Object.entries(packages)
		.filter(([, { license }]) => !isAllowed(license))
		.map(([path, { license }]) => `${path}: ${license ?? 'ingen uppgift'}`);
	expect(others).toEqual([]);
});
