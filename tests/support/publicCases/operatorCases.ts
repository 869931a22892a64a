import { given, type PublicCase } from './publicCase.ts';

const logic: readonly PublicCase[] = [
	['true', [{}, true]],
	['true || true && false', [{}, true]],
	['false && true && false', [{}, false]],
	['false || true || false || false || true || true', [{}, true]],
	['true && 5 <= 12 || !(5 > 2)', [{}, true]],
	['false || 1 > -101', [{}, true]],
	['!(2 + 2 * 2 notequal 6)', [{}, true]],
	['2 + 2 < 3 + 3 && 5 < 10', [{}, true]],
	given('true && {year} >= 21', 'year', [22, true], [20, false]),
	given('true or {year} >= 21', 'year', [22, true], [20, true]),
	given('false && {year} >= 21', 'year', [22, false], [20, false]),
	given('false or {year} >= 21', 'year', [22, true], [20, false]),
	[
		'!{b} and !{c}',
		[{ b: false, c: false }, true],
		[{ b: true, c: false }, false],
		[{ b: 'false', c: false }, true],
		[{ b: 'true', c: false }, false]
	],
	[
		"{age} >= 21 and ({sex} = 'male' or {kids} > 1)",
		[{ age: 21, sex: 'male', kids: 1 }, true],
		[{ age: 21, sex: 'female', kids: 1 }, false],
		[{ age: 21, sex: 'female', kids: 2 }, true],
		[{ age: 20, sex: 'male', kids: 2 }, false]
	],
	[
		"({question-fruit} = 'fruit-apple' and {question-apple-variety} = 'red') or ({question-fruit} = 'fruit-orange' and {question-orange-variety} = 'blood')",
		[{}, false],
		[{ 'question-fruit': 'fruit-apple', 'question-apple-variety': 'red' }, true],
		[{ 'question-fruit': 'fruit-orange', 'question-apple-variety': 'red' }, false],
		[{ 'question-fruit': 'fruit-orange', 'question-orange-variety': 'blood' }, true]
	]
];

const comparison: readonly PublicCase[] = [
	['1 = 1', [{}, true]],
	['1 != 1', [{}, false]],
	['5>2', [{}, true]],
	given('{a} > 5', 'a', [6, true], [5, false], [undefined, false]),
	given('{a} = 2', 'a', [2, true], [3, false]),
	given('{a} == 2', 'a', [2, true], [3, false]),
	given('{a} Equal 2', 'a', [2, true], [3, false]),
	given('{a} equals 2', 'a', [2, true], [3, false]),
	given('{a} <> 2', 'a', [2, false], [3, true]),
	given('{a} != 2', 'a', [2, false], [3, true]),
	given('{a} notequals 2', 'a', [2, false], [3, true]),
	given('{a} NotEqual 2', 'a', [2, false], [3, true]),
	given('{a} Greater 2', 'a', [2, false], [3, true]),
	given('{a} Less 2', 'a', [2, false], [1, true]),
	given('{a} => 2', 'a', [1, false], [2, true]),
	given('{a} GreaterOrEqual 2', 'a', [1, false], [2, true]),
	given('{a} =< 2', 'a', [2, true], [3, false]),
	given('{a} LessOrEqual 2', 'a', [2, true], [3, false]),
	given('{var1} < 3 or {var1} empty', 'var1', [undefined, true], [1, true], [5, false]),
	given('{var1} != 3', 'var1', [undefined, true], [1, true], [3, false]),
	given('{var1} == undefined', 'var1', [undefined, true], ['a', false]),
	given('{var1} != undefined', 'var1', [undefined, false], ['a', true]),
	given("{value} = 'undefined'", 'value', [undefined, true]),
	given("{value} = '1'", 'value', [1, true]),
	given('{val} = 0', 'val', [0, true]),
	given("{isTrue} = 'true'", 'isTrue', ['true', true]),
	given('true = {isTrue}', 'isTrue', ['false', false]),
	given("{a} = 'True'", 'a', ['False', false], ['True', true], [false, false], [true, true]),
	given("{a} = 'False'", 'a', ['False', true], ['True', false], [false, true], [true, false]),
	given("{val} = 'TRUE'", 'val', ['TRUE', true]),
	given("{a} = '01-01-2018'", 'a', ['01-01', false], ['01-01-2018', true]),
	given("{val} == '000'", 'val', ['000', true], ['00', false], ['0', true], [0, true]),
	given('{val} = 2', 'val', ['0x1', false], ['0x2', true]),
	given('{a} equals [1, 2]', 'a', [[1, 2], true], [[2], false], [[2, 1], true]),
	given("{a} = '{ text'", 'a', ['{ text', true]),
	given('{a} = abc', 'a', ['abcd', false], ['abc', true]),
	given('{a} = ab_cd', 'a', ['abcd', false], ['ab_cd', true]),
	['{v1} = {v2}', [{}, true]],
	['{v1} != {v2}', [{}, false]],
	['{v1} <= {v2}', [{}, true]],
	['{v1} >= {v2}', [{}, true]],
	['{v1} < {v2}', [{}, false], [{ v1: 1 }, false]],
	['{v1} > {v2}', [{}, false], [{ v1: 1 }, false]],
	['{"key": "value"} = {"key": "value"}', [{}, true]],
	['{"key": "value"} = {"key": "value1"}', [{}, false]]
];

const emptiness: readonly PublicCase[] = [
	given('{var1} empty', 'var1', [undefined, true], [1, false]),
	given('{val} notempty', 'val', [0, true], ['0', true], [false, true], ['0x1', true]),
	[
		'{row.user_id} notempty and {roles} notempty',
		[{ row: { user_id: 1 }, roles: ['a'] }, true],
		[{ row: {}, roles: ['a'] }, false]
	]
];

const arithmetic: readonly PublicCase[] = [
	['2 + 2 * 2', [{}, 6]],
	['(1+2)*3', [{}, 9]],
	['(1+2)*(3+2) / 5', [{}, 3]],
	['10 % 3', [{}, 1]],
	['({val1} + {val2}) % 2 = 0', [{ val1: 1, val2: 3 }, true], [{ val1: 2, val2: 3 }, false]],
	['7 * ((10 * 0.4) + (20 * 0.6))', [{}, 112]],
	['{a} ^ 3 + {b} ^ 0.5', [{ a: 10, b: 400 }, 1020]],
	given('{a} - 1 > 5', 'a', [7, true], [6, false]),
	['({a} + {b}) * 2 >= 10', [{ a: 1, b: 3 }, false]],
	['({a} + {b} + {c}) / 3 >= 3', [{ a: 1, b: 3, c: 2 }, false], [{ a: 1, b: 3, c: 5 }, true]],
	['({a} + {b}) * {c}', [{ a: '2', b: '3', c: '4' }, 20]],
	['{a} + {b}', [{ a: '1.1', b: '2.2' }, 3.3], [{ a: '0.1', b: '0.2' }, 0.3]],
	given(
		'{a} + 2',
		'a',
		['999999999999999', 1_000_000_000_000_001],
		['9999999999999999', '99999999999999992']
	),
	given('0x1 + 0x2 + {x}', 'x', [3, 6]),
	['3 * 0.6', [{}, 1.8]],
	['0.3 + 0.6', [{}, 0.9]],
	['0.9 - 0.6', [{}, 0.3]]
];

const texts: readonly PublicCase[] = [
	["'ab' + 'cd'", [{}, 'abcd']],
	["'ab' + ' ' + 'cd'", [{}, 'ab cd']],
	["1 + 'a' + 2", [{}, '1a2']],
	["1 + ' ' + 2", [{}, '1 2']],
	['"p1. " + "p2"', [{}, 'p1. p2']],
	["0.1 + 'abc'", [{}, '0.1abc']],
	["'=='", [{}, '==']],
	["'aa' + '=='", [{}, 'aa==']],
	['{val1} + {val2}', [{ val1: '1', val2: '102' }, 103]],
	['{#val1} + {#val2}', [{ val1: '1', val2: '102' }, '1102']],
	given('{val1} + "x"', 'val1', [undefined, 'x']),
	given('{val1} + "[" + {val1} + "]"', 'val1', [undefined, '[]'], ['1', '1[1]']),
	given("{val1} + '{ text' + '}'", 'val1', ['1', '1{ text}']),
	given("{text} = 'I\\'m here'", 'text', ["I'm here", true]),
	given("'I said: \\\"I\\'m here\\\"' contains {text}", 'text', ["I'm here", true]),
	['{a} + {b}', [{ a: [1, 2, 3], b: [4, 5] }, [1, 2, 3, 4, 5]]],
	given("{a} + ' '", 'a', [['a', 'b', 'c'], 'a, b, c ']),
	given('{a} + 4', 'a', [[1, 2, 3], 10]),
	given("{a} + ''", 'a', [[1, 2, 3], '1, 2, 3'])
];

export const operatorCases = { logic, comparison, emptiness, arithmetic, texts };
