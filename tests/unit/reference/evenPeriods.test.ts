import { expect, test } from 'vitest';
import { evenPeriods } from '#lib/reference/evenPeriods.ts';
import { period } from '../../support/referenceBuilder.ts';

test.each([
	[
		['2020', '2021', '2022'],
		['2020', '2021', '2022']
	],
	[
		['2021', '2023', '2024'],
		['2021', '2022', '2023', '2024']
	],
	[
		['2024K3', '2025K2'],
		['2024K3', '2024K4', '2025K1', '2025K2']
	],
	[
		['2024M11', '2025M02'],
		['2024M11', '2024M12', '2025M01', '2025M02']
	],
	[
		['2023T3', '2024T2'],
		['2023T3', '2024T1', '2024T2']
	],
	[
		['2022/23', '2024/25'],
		['2022/23', '2023/24', '2024/25']
	],
	[
		['1999/00', '2000/01'],
		['1999/00', '2000/01']
	]
])('the periods %j lie on an axis of %j', (periods, axis) => {
	expect(evenPeriods(periods.map(period))).toEqual(axis);
});

test.each([
	['a year and a quarter', ['2023', '2024K1']],
	['spans of several years', ['2015-2019', '2020-2024']],
	['more than can be named', ['1990', '2024']],
	['nothing', []]
])('%s has no axis', (_, periods) => {
	expect(evenPeriods(periods.map(period))).toBeNull();
});
