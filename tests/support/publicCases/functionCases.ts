import { given, type PublicCase } from './publicCase.ts';

const choosing: readonly PublicCase[] = [
	given("iif({a}, 'high', 'low')", 'a', [true, 'high'], [false, 'low']),
	given("iif({a}, 'yes', '')", 'a', [true, 'yes'], [false, '']),
	["iif({a} + {b} > 20, 'high', 'low')", [{ a: 10, b: 20 }, 'high'], [{ a: 10, b: 5 }, 'low']],
	[
		"iif({a} + {b} > 20, 'high', iif({a} + {b} > 10, 'medium', 'low'))",
		[{ a: 10, b: 20 }, 'high'],
		[{ a: 10, b: 5 }, 'medium'],
		[{ a: 1, b: 5 }, 'low']
	],
	[
		'iif(({a} + {b}) > 20, ({a} * 5 + {b}), iif({a} + {b} > 10, 5*({a}+ {b}), {a}))',
		[{ a: 10, b: 20 }, 70],
		[{ a: 10, b: 5 }, 75],
		[{ a: 1, b: 5 }, 1]
	],
	[
		'{val1} + iif({val2} = "item2", "[" + {val1} + "]", "x")',
		[{ val1: '1', val2: 'item2' }, '1[1]'],
		[{ val1: '1', val2: 'item1' }, '1x'],
		[{ val2: 'item1' }, 'x']
	],
	[
		'iif(({c} contains "s") and ({c} contains "g"), ({x}+{y}+{z}), iif(({c} notcontains "s") and ({c} contains "g"), ({x}+{y}), ({x}))) + 1',
		[{ c: ['s', 'g'], x: 1, y: 2, z: 3 }, 7]
	],
	['iif()', [{}, null]],
	["iif('')", [{}, null]]
];

const numbers: readonly PublicCase[] = [
	given('count({var1})', 'var1', [[2, 5], 2]),
	[
		'sum({var1},{var2},{var3},{var4})',
		[{ var1: 2, var2: 3, var3: 4, var4: 5 }, 14],
		[{ var1: 1, var2: 3, var3: 4, var4: 5 }, 13]
	],
	['sum({var1},{var2})', [{ var1: [2, 5], var2: 3 }, 10], [{ var1: ['2', '5'], var2: 3 }, 10]],
	['min({var1},{var2})', [{ var1: [4, 2, 5], var2: 3 }, 2], [{ var1: 0, var2: 3 }, 0]],
	['max({var1},{var2})', [{ var1: [4, 2, 5, 3], var2: 3 }, 5], [{ var1: 0, var2: -3 }, 0]],
	['sum([0.3, 0.6]', [{}, 0.9]],
	['avg([0.3, 0.6]', [{}, 0.45]],
	given('round({num})', 'num', [0.5, 1], [-0.5, -1], ['0.5', 1], ['-0.5', -1], [undefined, Number.NaN]),
	[
		'round({num}, {precision})',
		[{ num: 1.005, precision: 2 }, 1.01],
		[{ num: 2.175, precision: 2 }, 2.18],
		[{ num: 5.015, precision: 2 }, 5.02],
		[{ num: 1, precision: 2 }, 1],
		[{ num: -1.005, precision: 2 }, -1.01],
		[{ num: -2.175, precision: 2 }, -2.18],
		[{ num: -5.015, precision: 2 }, -5.02],
		[{ num: -1, precision: 2 }, -1],
		[{ num: -1, precision: 'test' }, Number.NaN]
	],
	given('trunc({num})', 'num', [1.5, 1], [-1.5, -1], [-0.5, -0], ['-0.5', -0], [undefined, Number.NaN]),
	[
		'trunc({num}, {precision})',
		[{ num: 1.005, precision: 2 }, 1],
		[{ num: 2.175, precision: 1 }, 2.1],
		[{ num: 5.015, precision: 2 }, 5.01],
		[{ num: -1.005, precision: 2 }, -1],
		[{ num: -2.175, precision: 1 }, -2.1],
		[{ num: -5.015, precision: 2 }, -5.01],
		[{ num: -5.015, precision: 'test' }, Number.NaN]
	],
	given('substring({s}, 1, 3)', 's', ['abcdef', 'bc'], [undefined, ''], [10, ''])
];

const three = [
	{ val1: 1, val2: 4 },
	{ val1: 2, val2: 3 },
	{ val1: 3, val2: 5 }
];
const named = {
	row1: { val1: 1, val2: 'item2' },
	row2: { val1: 2, val2: 'item1' },
	row3: { val1: 3, val2: 'item3' }
};
const some = [{ val1: 10 }, { val2: 10 }, { val1: 20 }];
const decimals = [{ val1: 0.3 }, { val2: 10 }, { val1: 0.6 }];
const priced = [
	{ price: 30, name: 'C' },
	{ price: 10, name: 'A' },
	{ price: 20, name: 'B' }
];
const kept = (price: number) => [
	{ price, name: 'X', active: false },
	{ price: 30, name: 'C', active: true },
	{ price: 10, name: 'A', active: true }
];

const tables: readonly PublicCase[] = [
	given(
		"sumInArray({a}, 'val1')",
		'a',
		[some, 30],
		[[{ val2: 1 }], 0],
		[{ row1: { val1: 10 }, row2: { val2: 10 }, row3: { val1: 20 } }, 30],
		[decimals, 0.9],
		[[{ val1: 0.3 }, { val1: '10' }, { val1: '0.6' }, { val1: 'abc' }], 10.9]
	),
	given("sumInArray({a}, 'val1', '{val2} > 3')", 'a', [three, 4]),
	given("sumInArray({a}, 'val1', {val2} > 3)", 'a', [three, 4]),
	given("sumInArray({a}, 'val1', {val2} <> 'item1')", 'a', [Object.values(named), 4], [named, 4]),
	given("countInArray({a}, 'val1', {val2} <> 'item1')", 'a', [named, 2]),
	given("countInArray({a}, 'c1', {c1} notempty)", 'a', [{ 'Row 1': { c1: 3 }, 'Row 2': { c1: 2 } }, 2]),
	given(
		"countInArray({a}, 'val1')",
		'a',
		[some, 2],
		[[{ val2: 1 }], 0],
		[{}, 0],
		[[{ val1: 'abc' }, { val2: 10 }, { val1: 'cde' }], 2]
	),
	given("avgInArray({a}, 'val1')", 'a', [decimals, 0.45]),
	given("minInArray({a}, 'val1')", 'a', [[{ val1: 3 }, { val1: '1' }, { val1: 'abc' }], 1]),
	given("maxInArray({a}, 'val1')", 'a', [[{ val1: -3 }, { val1: '-1' }, { val1: 'abc' }], -1]),
	given("minInArray({a}, 'price', 'name')", 'a', [priced, 'A']),
	given("maxInArray({a}, 'price', 'name')", 'a', [priced, 'C']),
	given("minInArray({a}, 'price', 'name', {active} = true)", 'a', [kept(5), 'A']),
	given("maxInArray({a}, 'price', 'name', {active} = true)", 'a', [kept(50), 'C']),
	given("minInArray({a}, 'val1', '{val2} > 3')", 'a', [three, 1]),
	given("maxInArray({a}, 'val1', '{val2} > 3')", 'a', [three, 3]),
	given("minInArray({a}, 'val1', {val2} > 3)", 'a', [three, 1]),
	given("maxInArray({a}, 'val1', {val2} > 3)", 'a', [three, 3])
];

export const functionCases = { choosing, numbers, tables };
