/**
 * What SurveyJS's expression language says, as facts: an expression, what its names stand for, and its value. The areas are
 * those of survey-core's own public cases (its tests of parsing, operators and functions); the expressions are ours.
 */
export type ExpressionFact = readonly [
	expression: string,
	values: Readonly<Record<string, unknown>>,
	result: unknown
];

const precedence: readonly ExpressionFact[] = [
	['2 + 3 * 4', {}, 14],
	['(2 + 3) * 4', {}, 20],
	['2 * (3 + 4) / 7', {}, 2],
	['10 % 4', {}, 2],
	['2 ^ 5', {}, 32],
	['{antal} * 2 + {fler}', { antal: 5, fler: 1 }, 11],
	['{a} - -2', { a: 1 }, 3],
	['3 * (({a} * 0.5) + ({b} * 0.25))', { a: 2, b: 4 }, 6],
	['{a} = 1 or {b} = 2 and {c} = 3', { a: 1, b: 0, c: 0 }, true],
	['({a} = 1 or {b} = 2) and {c} = 3', { a: 1, b: 0, c: 0 }, false],
	['!({a} = 1)', { a: 1 }, false],
	['!{a}', { a: false }, true]
];

const comparison: readonly ExpressionFact[] = [
	["{ort} = 'Sjövalla'", { ort: 'Sjövalla' }, true],
	["{ort} == 'Sjövalla'", { ort: 'sjövalla' }, true],
	["{ort} <> 'Sjövalla'", { ort: 'Ekhagen' }, true],
	["{ort} != 'Sjövalla'", { ort: 'Sjövalla' }, false],
	["{ort} equals 'Sjövalla'", { ort: 'Sjövalla' }, true],
	["{ort} notequal 'Sjövalla'", { ort: 'Sjövalla' }, false],
	['{n} > 4', { n: 5 }, true],
	['{n} >= 5', { n: 5 }, true],
	['{n} < 5', { n: 5 }, false],
	['{n} <= 5', { n: 5 }, true],
	['{n} greater 4', { n: 5 }, true],
	['{n} less 4', { n: 5 }, false],
	['{n} greaterorequal 5', { n: 5 }, true],
	['{n} lessorequal 4', { n: 5 }, false],
	['{n} = 5', { n: '5' }, true],
	["{n} = '5'", { n: 5 }, true],
	['{n} > 4', { n: '12' }, true],
	['{n} = 0', { n: 0 }, true],
	['{n} = 1', {}, false],
	['{n} <> 1', {}, true],
	['{n} < 1', {}, false],
	['{n} > {m}', { n: 3, m: 2 }, true],
	['{saknas} = {borta}', {}, true],
	['{ja} = true', { ja: true }, true],
	['{ja} = true', { ja: 'true' }, true],
	["{ja} = 'false'", { ja: false }, true],
	['true = {ja}', { ja: true }, true],
	["{kod} = '0x1'", { kod: '0x1' }, true],
	["{kod} = 'a-b'", { kod: 'a-b' }, true],
	["{val} = ['a', 'b']", { val: ['b', 'a'] }, true],
	["{val} = ['a', 'b']", { val: ['a'] }, false],
	["{val} = 'a'", { val: ['a'] }, false],
	["{rad} = 'x'", { rad: { a: 'x' } }, false]
];

const emptiness: readonly ExpressionFact[] = [
	['{a} empty', {}, true],
	['{a} empty', { a: '' }, true],
	['{a} empty', { a: [] }, true],
	['{a} empty', { a: 0 }, false],
	['{a} empty', { a: false }, false],
	['{a} notempty', { a: 0 }, true],
	['{a} notempty', { a: false }, true],
	['{a} notempty', { a: null }, false],
	['{a.b} notempty', { a: { b: 'x' } }, true],
	['{a.b} empty', {}, true]
];

const membership: readonly ExpressionFact[] = [
	["{val} contains 'a'", { val: ['a', 'b'] }, true],
	["{val} contains 'c'", { val: ['a', 'b'] }, false],
	["{val} notcontains 'c'", { val: ['a', 'b'] }, true],
	["{val} contains 'a'", { val: [] }, false],
	["{val} contains 'a'", {}, false],
	["{val} notcontains 'a'", {}, true],
	['{val} notcontains 0', { val: [] }, true],
	['{val} contains 2', { val: [1, 2] }, true],
	["{val} contains ['a', 'b']", { val: ['b', 'c', 'a'] }, true],
	["{val} contains ['a', 'd']", { val: ['b', 'c', 'a'] }, false],
	["{text} contains 'strand'", { text: 'Norrstrand' }, true],
	["{text} contains 'STRAND'", { text: 'Norrstrand' }, true],
	["{text} notcontains 'berg'", { text: 'Norrstrand' }, true],
	["{val} anyof ['a', 'd']", { val: ['a', 'b'] }, true],
	["{val} anyof ['c', 'd']", { val: ['a', 'b'] }, false],
	["{val} anyof ['a', 'd']", { val: 'a' }, true],
	['{val} anyof [0, 1]', { val: [0] }, true],
	["{val} noneof ['c', 'd']", { val: ['a', 'b'] }, true],
	["{val} noneof ['a', 'd']", { val: ['a', 'b'] }, false],
	["{val} allof ['a', 'b']", { val: ['a', 'b', 'c'] }, true],
	["{val} allof ['a', 'b']", { val: ['a', 'c'] }, false],
	["['a', 'b'] contains {val}", { val: 'a' }, true]
];

const paths: readonly ExpressionFact[] = [
	['{rad.kolumn} = 3', { rad: { kolumn: 3 } }, true],
	['{rad.kolumn.del} = 3', { rad: { kolumn: { del: 3 } } }, true],
	['{poster[0].antal} = 4', { poster: [{ antal: 4 }] }, true],
	['{poster[1].antal} empty', { poster: [{ antal: 4 }] }, true],
	['{val[1]} = 2', { val: [1, 2] }, true],
	['{val.length} = 2', { val: ['a', 'b'] }, true],
	['{val.length} > 0', {}, false],
	['{fråga-1+2} = 1', { 'fråga-1+2': 1 }, true],
	['{del A.svar} = 1', { 'del A': { svar: 1 } }, true],
	["{O'Brien} = 1", { "O'Brien": 1 }, true],
	['{#kod} = 12', { kod: '12' }, true]
];

const texts: readonly ExpressionFact[] = [
	["'Sjö' + 'valla'", {}, 'Sjövalla'],
	["{a} + ' ' + {b}", { a: 'Norr', b: 'strand' }, 'Norr strand'],
	["{a} = 'det är \\'citat\\''", { a: "det är 'citat'" }, true],
	['"dubbla" = {a}', { a: 'dubbla' }, true],
	['{a} + 1', { a: 'x' }, 'x1']
];

const functions: readonly ExpressionFact[] = [
	["iif({a} > 4, 'hög', 'låg')", { a: 5 }, 'hög'],
	["iif({a} > 4, 'hög', 'låg')", { a: 4 }, 'låg'],
	["iif({a} > 8, 'hög', iif({a} > 4, 'medel', 'låg'))", { a: 6 }, 'medel'],
	['iif({a} + 1 = 2, {b} * 2, 0)', { a: 1, b: 3 }, 6],
	['sum({a}, {b}, 3)', { a: 1, b: 2 }, 6],
	['sum({val})', { val: [1, 2, 3] }, 6],
	['sum({val})', { val: ['1', '2'] }, 3],
	['sum({a}, {saknas})', { a: 1 }, 1],
	['avg({val})', { val: [2, 4] }, 3],
	['min({a}, {b})', { a: 0, b: 4 }, 0],
	['max({a}, {b})', { a: 0, b: -4 }, 0],
	['min({val})', { val: [3, 1, 2] }, 1],
	['max({val})', { val: [3, 1, 2] }, 3],
	['count({val}, 4)', { val: [1, 2] }, 3],
	['round({a})', { a: 2.5 }, 3],
	['round({a}, 1)', { a: 2.449 }, 2.4],
	['trunc({a})', { a: 2.9 }, 2],
	['trunc({a}, 1)', { a: 2.97 }, 2.9],
	["sumInArray({poster}, 'antal')", { poster: [{ antal: 2 }, { antal: 3 }, {}] }, 5],
	["sumInArray({rader}, 'antal')", { rader: { a: { antal: 2 }, b: { antal: 3 } } }, 5],
	["sumInArray({poster}, 'antal', {antal} > 2)", { poster: [{ antal: 2 }, { antal: 3 }] }, 3],
	["countInArray({poster}, 'antal')", { poster: [{ antal: 2 }, {}, { antal: 0 }] }, 2],
	["countInArray({poster}, 'ort', {ort} = 'a')", { poster: [{ ort: 'a' }, { ort: 'b' }] }, 1],
	["avgInArray({poster}, 'antal')", { poster: [{ antal: 2 }, { antal: 4 }] }, 3],
	["minInArray({poster}, 'antal')", { poster: [{ antal: 2 }, { antal: 4 }] }, 2],
	["maxInArray({poster}, 'antal')", { poster: [{ antal: 2 }, { antal: 4 }] }, 4]
];

/** The day is Sunday 22 November 2026. */
const days: readonly ExpressionFact[] = [
	['currentYear()', {}, 2026],
	["getYear('2024-05-06') - 1", {}, 2023],
	['age({fodd})', { fodd: '2000-11-22' }, 26],
	['age({fodd})', { fodd: '2000-11-23' }, 25],
	['age({fodd}) >= 18', {}, false],
	["dateDiff('2020-01-01', '2026-01-01', 'years')", {}, 6],
	["dateDiff('2026-01-31', '2026-03-01', 'days')", {}, 29],
	["dateDiff('2026-01-15', '2026-04-14', 'months')", {}, 2],
	['{slut} > {start}', { start: '2026-01-02', slut: '2026-01-10' }, true],
	['{dag} < today()', { dag: '2026-11-01' }, true],
	['{dag} > today()', { dag: '2026-12-24' }, true],
	["diffDays('2026-01-01', '2026-01-11')", {}, 10]
];

export const expressionFacts: Readonly<Record<string, readonly ExpressionFact[]>> = {
	precedence,
	comparison,
	emptiness,
	membership,
	paths,
	texts,
	functions,
	days
};
