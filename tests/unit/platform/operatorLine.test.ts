import { expect, test } from 'vitest';
import { PostgresStartFault } from '../../../src/lib/server/db/postgresStartFault.ts';
import { operatorLine } from '../../../src/lib/server/launcher/operatorLine.ts';

test('a fault of the disk is told as such, whoever met it and however deep it lies', () => {
	const full = Object.assign(new Error('write'), { code: 'ENOSPC', path: '/data/lagesbild.key' });
	expect(operatorLine(new Error('Migration failed', { cause: full }))).toBe(
		'Disken är full (/data/lagesbild.key): frigör utrymme och starta igen.'
	);
	const initdb = [
		'2026-11-22 05:32:02.736 UTC [27578] FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes',
		'2026-11-22 05:32:02.736 UTC [27578] HINT:  Check free disk space.',
		'2026-11-22 05:32:02.740 UTC [27578] PANIC:  cannot abort transaction 1, it was already committed'
	].join('\n');
	expect(operatorLine(new PostgresStartFault(initdb))).toBe(
		'Disken är full: frigör utrymme och starta igen.'
	);
});

test('of all that PostgreSQL wrote, the operator reads the reason', () => {
	const text =
		'2026-11-22 05:32:02 UTC [7] LOG:  starting\n2026-11-22 05:32:02 UTC [7] FATAL:  data directory "/data/postgres" has invalid permissions\n';
	expect(operatorLine(new PostgresStartFault(text))).toBe(
		'PostgreSQL startade inte: data directory "/data/postgres" has invalid permissions'
	);
});

test('a fault of the program has no line', () => {
	expect(operatorLine(new TypeError('x is not a function'))).toBeNull();
	expect(operatorLine('text')).toBeNull();
});
