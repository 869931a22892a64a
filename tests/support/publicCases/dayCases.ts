import { given, type PublicCase } from './publicCase.ts';

/** The day is Sunday 22 November 2026. */
const ages: readonly PublicCase[] = [
	given('age({d}) >= 21', 'd', ['1974-02-01', true], ['2016-02-01', false], [undefined, false]),
	given('age({d}) < 21', 'd', [undefined, false]),
	given('age({d})', 'd', ['1946-11-22', 80], ['1946-11-23', 79], ['2016-11-21', 10]),
	given("age({d}, 'months')", 'd', ['2016-11-22', 120], ['2016-11-23', 119]),
	[
		'(age({a}) >= 18) and !{b} and !{c}',
		[{ a: '2000-01-01', b: false, c: false }, true],
		[{ a: '2000-01-01', b: true, c: false }, false],
		[{ a: '2000-01-01', b: 'false', c: false }, true],
		[{ a: '2000-01-01', b: 'true', c: false }, false],
		[{ a: '2000-01-01', b: true, c: true }, false],
		[{ a: '2020-01-01', b: false, c: false }, false],
		[{ a: '2020-01-01', b: true, c: false }, false],
		[{ a: '2020-01-01', b: 'false', c: false }, false],
		[{ a: '2020-01-01', b: 'true', c: false }, false],
		[{ a: '2020-01-01', b: true, c: true }, false]
	]
];

const differences: readonly PublicCase[] = [
	["dateDiff({from}, {to}, 'years')", [{ from: '1974-11-10', to: '2014-12-11' }, 40]],
	[
		"dateDiff({from}, {to}, 'months')",
		[{ from: '2012-11-10', to: '2014-12-11' }, 25],
		[{ from: '2012-11-10', to: '2014-12-09' }, 24]
	],
	['dateDiff({from}, {to})', [{ from: '2021-01-01', to: '2021-02-02' }, 32], [{ to: '2021-02-02' }, null]],
	[
		"dateDiff({from}, {to}, 'days')",
		[{ from: '2026-03-15', to: '2027-03-14' }, 364],
		[{ from: '2026-03-15', to: '2027-03-15' }, 365]
	],
	[
		"dateDiff({from}, {to}, 'hours')",
		[{ from: '2021-02-02T01:00', to: '2021-02-03T12:00' }, 35],
		[{ to: '2021-02-03T12:00' }, null]
	],
	[
		"dateDiff({from}, {to}, 'minutes')",
		[{ from: '2021-02-01T01:10', to: '2021-02-02T12:25' }, 2115],
		[{ from: '2025-07-25T13:00', to: '2025-07-25T13:05' }, 5],
		[{ to: '2021-02-02T12:25' }, null]
	],
	["dateDiff({from}, {to}, 'seconds')", [{ from: '2025-07-25T02:13:48', to: '2025-07-25T02:15:05' }, 77]],
	[
		'diffDays({from}, {to})',
		[{ from: '2021-01-01', to: '2021-02-02' }, 32],
		[{ to: '2021-02-02' }, 0],
		[{ from: '2021-03-10T05:00:00', to: '2021-03-11T04:00:00' }, 1],
		[{ from: '2021-03-10T05:00:00', to: '2021-03-10T23:00:00' }, 0]
	]
];

const midnight = '2026-02-28T00:00:00';

const additions: readonly PublicCase[] = [
	given('dateAdd({d}, 32)', 'd', ['2021-01-01', '2021-02-02'], [undefined, null]),
	given('dateAdd({d}, -10)', 'd', ['2021-01-01', '2020-12-22']),
	given("dateAdd({d}, 13, 'months')", 'd', ['2021-01-01', '2022-02-01'], [undefined, null]),
	given("dateAdd({d}, -2, 'months')", 'd', ['2021-01-01', '2020-11-01']),
	given("dateAdd({d}, 2, 'years')", 'd', ['2020-02-29', '2022-03-01'], [undefined, null]),
	given("dateAdd({d}, -2, 'years')", 'd', ['2020-02-29', '2018-03-01']),
	given("dateAdd({d}, 2, 'hours')", 'd', [midnight, '2026-02-28T02:00:00'], [undefined, null]),
	given("dateAdd({d}, -2, 'hours')", 'd', [midnight, '2026-02-27T22:00:00']),
	given("dateAdd({d}, 48, 'hours')", 'd', [midnight, '2026-03-02']),
	given("dateAdd({d}, 2, 'minutes')", 'd', [midnight, '2026-02-28T00:02:00'], [undefined, null]),
	given("dateAdd({d}, -2, 'minutes')", 'd', [midnight, '2026-02-27T23:58:00']),
	given("dateAdd({d}, 48, 'minutes')", 'd', [midnight, '2026-02-28T00:48:00']),
	given("dateAdd({d}, 2880, 'minutes')", 'd', [midnight, '2026-03-02']),
	given("dateAdd({d}, 2, 'seconds')", 'd', [midnight, '2026-02-28T00:00:02'], [undefined, null]),
	given("dateAdd({d}, -2, 'seconds')", 'd', [midnight, '2026-02-27T23:59:58']),
	given("dateAdd({d}, 48, 'seconds')", 'd', [midnight, '2026-02-28T00:00:48']),
	given("dateAdd({d}, 172800, 'seconds')", 'd', [midnight, '2026-03-02'])
];

const [yesterday, today, tomorrow] = ['2026-11-21', '2026-11-22', '2026-11-23'];

const todays: readonly PublicCase[] = [
	['today()', [{}, today]],
	['today(1) <= today(10)', [{}, true]],
	given('{d} < today()', 'd', [yesterday, true], [today, false], [tomorrow, false]),
	given('{d} <= today()', 'd', [yesterday, true], [today, true], [tomorrow, false]),
	given('{d} >= today()', 'd', [yesterday, false], [today, true], [tomorrow, true]),
	given('{d} > today()', 'd', [yesterday, false], [today, false], [tomorrow, true]),
	['getDate()', [{}, null]]
];

const parts: readonly PublicCase[] = [
	given('getYear({d})', 'd', ['1974-02-01', 1974]),
	['currentYear()', [{}, 2026]],
	["year('2023-07-28')", [{}, 2023]],
	["month('2023-07-28')", [{}, 7]],
	["day('2023-07-28')", [{}, 28]],
	["weekday('2023-07-28')", [{}, 5]],
	['year()', [{}, 2026]],
	['month()', [{}, 11]],
	['day()', [{}, 22]],
	['weekday()', [{}, 0]]
];

export const dayCases = { ages, differences, additions, todays, parts };
