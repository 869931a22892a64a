import { given, type PublicCase } from './publicCase.ts';

const contains: readonly PublicCase[] = [
	given('{a} notcontains 0', 'a', [[], true], [[1, 2], true], [[0, 1], false]),
	given("{a} notcontains '0'", 'a', [[], true], [[1, 2], true], [[0, 1], false]),
	given("{val} contains '1'", 'val', [['1'], true], [['2'], false], ['12345', true], ['2345', false]),
	given("{val} notcontains '1'", 'val', ['2345', true], ['12345', false]),
	given("{val} Contains 'b'", 'val', [['b'], true], [['a'], false]),
	given("{val} *= 'b'", 'val', [['b'], true], [['a'], false]),
	given("{val} NotContain 'b'", 'val', [['b'], false], [['a'], true]),
	given("{val} contains '3b'", 'val', [['3b'], true], [['1'], false]),
	given("{val} contains 'value'", 'val', ['value', true]),
	["[] contains 'C1'", [{}, false]],
	['{val} contains {item}', [{ val: [{ id: 1 }, { id: 2 }], item: { id: 1 } }, true]],
	given("'AbcDEf' contains {val}", 'val', ['bC', true]),
	given(
		"{value} contains ['a', 'b']",
		'value',
		[['a', 'b'], true],
		[['a', 'c'], false],
		[['a', 'b', 'c'], true]
	),
	given('{val} contain 1', 'val', [undefined, false]),
	given('{val} notcontain 1', 'val', [undefined, true]),
	given("{val} contain 'ab'", 'val', [undefined, false], ['ba', false], ['babc', true]),
	given("{val} notcontain 'ab'", 'val', [undefined, true], ['ba', true], ['babc', false]),
	given("{val} contains 'TRU'", 'val', ['TRUE', true]),
	given("{val} contains 'FALSE'", 'val', ['TRUE', false], ['FALSE', true])
];

const several: readonly PublicCase[] = [
	given(
		"{value} anyof ['a', 'b']",
		'value',
		[['a', 'c'], true],
		[['a', 'b'], true],
		[['c', 'd'], false],
		[[], false],
		[null, false]
	),
	given(
		"{value} noneof ['a', 'b']",
		'value',
		[['a', 'c'], false],
		[['a', 'b'], false],
		[['c', 'd'], true],
		[[], true],
		[null, true]
	),
	given('{value} anyof [7, 3, 0]', 'value', [3, true], [0, true], [1, false]),
	given("{value} anyof ['a', 'b', 'c']", 'value', ['a', true], ['e', false]),
	given(
		"{value} allof ['a', 'b']",
		'value',
		[['a', 'c'], false],
		[['a', 'b', 'c'], true],
		[['c', 'd'], false]
	)
];

const paths: readonly PublicCase[] = [
	given('{ImConst}', 'ImConst', [7, 7]),
	[
		'{age.min} >= 35 and ({age.max} <= 80',
		[{ age: { min: 36, max: 40 } }, true],
		[{ age: { min: 21, max: 40 } }, false]
	],
	given('{val.length} > 1', 'val', [[], false], [[1], false], [[1, 2], true], [[1, 2, 3], true]),
	given('{val.length} = 0', 'val', [[], true], [undefined, true], [null, true]),
	given('{val.length} < 4', 'val', [[], true], [undefined, true], [null, true]),
	given('{val.length} < 3', 'val', [[1, 2], true], [undefined, true]),
	given('{val1[-1]} + {val1[-3]} + {val1[0]}', 'val1', [[10, 20, 30, 40, 50], 90]),
	given('{complex name #$%?dd} = 1', 'complex name #$%?dd', [1, true], [2, false]),
	given('{2-3+4} = 1', '2-3+4', [1, true], [2, false]),
	given('{a\'b"c} = 1', 'a\'b"c', [1, true], [2, false])
];

export const membershipCases = { contains, several, paths };
