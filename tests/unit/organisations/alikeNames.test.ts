import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameIndex, isOneLetterApart } from '#lib/organisations/register/alikeNames.ts';
import { findDuplicates } from '#lib/organisations/register/findDuplicates.ts';

const alike = (one: string, other: string) =>
	createNameIndex([{ contactId: 'x', name: one }]).alike(other).length > 0;

describe('names that may be one person’s', () => {
	it.each([
		['Ida Norén', 'ida noren'],
		['Ida Norén', 'Norén, Ida'],
		['Anna-Lena Dahl', 'Anna Lena Dahl'],
		['Kristina Ekström', 'Kristna Ekström'],
		['Kristina Ekström', 'Kirstina Ekström']
	])('are %s and %s', (one, other) => {
		expect([alike(one, other), alike(other, one)]).toEqual([true, true]);
	});

	it.each([
		['Eva Ek', 'Ewa Ek'],
		['Kristina Ekström', 'Kristian Ekman'],
		['Bo Alm', 'Bo Ahlm'],
		['Anna Dahl', 'Anna Lena Dahl']
	])('are not %s and %s', (one, other) => {
		expect([alike(one, other), alike(other, one)]).toEqual([false, false]);
	});

	it('are found whatever letter is added, lost, changed or has moved one step', () => {
		const letters = fc.string({
			minLength: 9,
			maxLength: 16,
			unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'å', 'ä', 'ö')
		});
		const change = fc.record({
			kind: fc.constantFrom('add', 'lose', 'change', 'swap'),
			place: fc.nat(),
			letter: fc.constantFrom('x', 'y', 'z')
		});
		fc.assert(
			fc.property(letters, change, (name, { kind, place, letter }) => {
				const written = Array.from(name);
				const at = place % (written.length - 1);
				if (kind === 'add') written.splice(at, 0, letter);
				else if (kind === 'lose') written.splice(at, 1);
				else if (kind === 'change') written.splice(at, 1, letter);
				else written.splice(at, 2, written[at + 1]!, written[at]!);
				expect(alike(name, written.join(''))).toBe(true);
			})
		);
	});
});

describe('two letters that have changed places', () => {
	it('are one step; three letters are not', () => {
		expect([isOneLetterApart('lindgren', 'lidngren'), isOneLetterApart('lindgren', 'lidgnren')]).toEqual([
			true,
			false
		]);
	});
});

describe('duplicates in the register', () => {
	const contact = (contactId: string, name: string, email: string | null = null) => ({
		contactId,
		name,
		email
	});

	it('are pairs with one address or with alike names, each pair once', () => {
		const [a, b, c, d] = [
			contact('a', 'Ida Norén', 'ida@x.example'),
			contact('b', 'Ida Noren', 'IDA@x.example'),
			contact('c', 'Bo Alm', 'ida@x.example'),
			contact('d', 'Norén Ida')
		] as const;
		expect(
			findDuplicates([a, b, c, d]).map(({ one, other, reason }) => [one.contactId, other.contactId, reason])
		).toEqual([
			['a', 'b', 'email'],
			['a', 'c', 'email'],
			['a', 'd', 'name'],
			['b', 'd', 'name']
		]);
	});
});
