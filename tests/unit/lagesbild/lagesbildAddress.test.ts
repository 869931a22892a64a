import { expect, it } from 'vitest';
import { lagesbildAddress, readAddress } from '#lib/lagesbild/lagesbildAddress.ts';

const series = { title: 'Unga', slug: 'unga-natet', legalBasis: 'Lag' };

it.each([
	[{ year: 2026, series }, '2026', { year: 2026, part: null, series: null }],
	[{ year: 2026, part: 't1', series }, '2026-t1', { year: 2026, part: 't1', series: null }],
	[
		{ year: 2026, part: 'm04', series: { ...series, isMain: false } },
		'unga-natet-2026-m04',
		{ year: 2026, part: 'm04', series: 'unga-natet' }
	]
] as const)('is told from any other of the municipality: %j', (lagesbild, address, read) => {
	expect(lagesbildAddress(lagesbild)).toBe(address);
	expect(readAddress(address)).toEqual(read);
});

it.each(['', '26', '2026-t4', '2026-', '-2026', 'Unga-2026', '2026/t1'])('is not %j', (address) => {
	expect(readAddress(address)).toBeNull();
});
