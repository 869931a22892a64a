import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { findPlace, indexNames } from '#lib/server/lagesbild/nameIndex.ts';

const named = (name: string): Uint8Array => createHash('sha256').update(name).digest();

it('finds each pseudonym at its place, also where several have the same first bytes, and no other', () => {
	const alike = [1, 2, 3].map((last) => new Uint8Array(32).fill(7).with(31, last));
	const spread = Array.from({ length: 500 }, (_, unit) => named(`unit ${String(unit)}`));
	const ends = [new Uint8Array(32), new Uint8Array(32).fill(255)];
	const names = [...alike, ...spread, ...ends].toSorted((one, other) => Buffer.compare(one, other));
	const index = indexNames(Buffer.concat(names));
	expect(names.map((name) => findPlace(index, name))).toEqual(names.map((_, place) => place));
	const others = [named('another'), new Uint8Array(32).fill(7), new Uint8Array(32).fill(255).with(31, 1)];
	expect(others.map((name) => findPlace(index, name))).toEqual([-1, -1, -1]);
	expect(findPlace(indexNames(new Uint8Array()), named('another'))).toBe(-1);
});
