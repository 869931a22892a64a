import { expect, it } from 'vitest';
import {
	duringPeriod,
	monthsOfPart,
	partEndingIn,
	partOfPeriod,
	periodName,
	periodWords,
	placeOf,
	roundAddress,
	roundName
} from '#lib/rounds/roundName.ts';

const period = { from: '2025-01-01' };

it.each([
	[{ year: 2026, part: null }, ['2026', '2026', 2025]],
	[{ year: 2026, part: 't1' }, ['tertial 1 2026', '2026-t1', '2026T1']],
	[{ year: 2026, part: 'h2' }, ['halvår 2 2026', '2026-h2', '2026H2']],
	[{ year: 2026, part: 'k3' }, ['kvartal 3 2026', '2026-k3', '2026K3']],
	[{ year: 2026, part: 'm04' }, ['april 2026', '2026-m04', '2026M04']]
] as const)('names %j in text, addresses and tables', (round, names) => {
	expect([roundName(round), roundAddress(round), periodName({ ...round, period })]).toEqual(names);
});

it('puts the rounds of a series in their order', () => {
	const rounds = [
		{ year: 2027, part: null },
		{ year: 2026, part: 't3' },
		{ year: 2026, part: 'm04' },
		{ year: 2026, part: null },
		{ year: 2026, part: 't2' }
	] as const;
	expect(rounds.toSorted((a, b) => placeOf(a) - placeOf(b)).map(roundName)).toEqual([
		'2026',
		'april 2026',
		'tertial 2 2026',
		'tertial 3 2026',
		'2027'
	]);
});

it('finds the part that ends in a month', () => {
	expect([
		partEndingIn(8, 4),
		partEndingIn(12, 6),
		partEndingIn(9, 3),
		partEndingIn(2, 1),
		partEndingIn(5, 4)
	]).toEqual(['t2', 'h2', 'k3', 'm02', null]);
});

it.each([
	['2026T1', ['tertial 1 2026', 'under tertial 1 2026', [1, 4]]],
	['2026M04', ['april 2026', 'under april 2026', [4, 4]]],
	['2026H2', ['halvår 2 2026', 'under halvår 2 2026', [7, 12]]],
	[2025, ['2025', '2025', null]],
	['2025X9', ['2025X9', '2025X9', null]]
] as const)('reads %s of a table as what it says in text', (name, said) => {
	const time = partOfPeriod(name);
	expect([periodWords(name), duringPeriod(name), time && monthsOfPart(time.part)]).toEqual(said);
});
