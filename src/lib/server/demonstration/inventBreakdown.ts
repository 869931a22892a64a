import type { MatrixDropdownElement } from '#lib/instruments/element.ts';
import type { SeededRandom } from './seededRandom.ts';

/** What each breakdown is a part of: the answers whose sum it splits. */
const parents: Readonly<Record<string, readonly (readonly string[])[]>> = {
	P4: [['P3_antal']],
	P8: [
		['P7', 'vuxna', 'antal'],
		['P7', 'barn', 'antal']
	],
	S2: [['S1_antal']],
	S10: [['S9_antal']],
	K3: [['K2_antal']],
	C2: [
		['C1', 'direkt_utsatta_vuxna', 'antal'],
		['C1', 'direkt_utsatta_barn', 'antal']
	]
};

const likely: Readonly<Record<string, number>> = {
	kvinna: 16,
	man: 3,
	annan_konsidentitet: 0.5,
	okant: 0.8,
	okand: 0.5,
	under_13: 0.3,
	under_15: 0.4,
	'13_14': 2,
	'15_17': 3,
	'18_25': 5,
	'26_39': 5,
	'40_eller_aldre': 2.5,
	'18_24': 3,
	'25_39': 5,
	'40_59': 5,
	'60_eller_aldre': 1.5,
	under_18: 0.3,
	f_6: 0.3,
	'7_9': 3,
	gymnasium: 4,
	vuxna_elever: 0.6
};

/** Suspected buyers are nearly always men (source 004). */
const likelyBuyer: Readonly<Record<string, number>> = { ...likely, kvinna: 0.2, man: 25 };

function numberAt(answers: Readonly<Record<string, unknown>>, path: readonly string[]): number {
	let value: unknown = answers;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return 0;
		value = (value as Record<string, unknown>)[step];
	}
	return typeof value === 'number' ? value : 0;
}

/** Each counted person gets one row and one column. Cells without anybody are left empty. */
export function inventBreakdown(
	element: MatrixDropdownElement,
	answers: Readonly<Record<string, unknown>>,
	random: SeededRandom
): Record<string, Record<string, number>> {
	const weights = element.name === 'P4' ? likelyBuyer : likely;
	const total = (parents[element.name] ?? []).reduce((sum, path) => sum + numberAt(answers, path), 0);
	const rows = element.rows.map((row) => [row.value, weights[row.value] ?? 1] as const);
	const columns = element.columns.map((column) => [column.name, weights[column.name] ?? 1] as const);
	const cells: Record<string, Record<string, number>> = {};
	for (let person = 0; person < total; person += 1) {
		const row = (cells[random.pick(rows)] ??= {});
		const column = random.pick(columns);
		row[column] = (row[column] ?? 0) + 1;
	}
	return cells;
}
