import { readFileSync } from 'node:fs';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type { IndicatorCell, IndicatorTableSet, Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { defaultPolicy, type DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { referenceRows } from './referenceTables.ts';

type Row = Readonly<Record<string, string>>;

export const turnoverTables = ['act_size', 'act_cj', 'nuts_size', 'nuts_cj'] as const;

/** Turnover is given with four decimals. */
const decimals = 10_000;

export interface TurnoverReference {
	/** A cell weighs as much as the rows that it stands in. */
	readonly set: IndicatorTableSet;
	/** For each table the key of the cell in each row. */
	readonly places: ReadonlyMap<(typeof turnoverTables)[number], readonly string[]>;
}

/** The rules that the vignette protects by: fewer than three enterprises, or one with more than 85 %; margin ±10 %. */
export const turnoverPolicy: DisclosurePolicy = {
	...defaultPolicy,
	complementary: 'either',
	contributors: {
		minimumOrganisations: 3,
		// (1, 85) is not taken alone; two can never have more than 100 %, so the second rule hides nothing more.
		dominance: [
			{ n: 1, k: 85 },
			{ n: 2, k: 100 }
		],
		marginPercent: 10
	}
};

/**
 * Turnover of French enterprises in four linked tables (rtauargus, INSEE). The sums of activities and of regions stand in
 * two tables each, the sum of all in four: one cell. So do a total and its only part. Combinations without enterprises
 * are no cells.
 */
export function turnoverReference(): TurnoverReference {
	const tables = turnoverTables.map(
		(name) => [name, referenceRows(`rtauargus/turnover_${name}.csv`)] as const
	);
	const byLabel = new Map(tables.flatMap(([, rows]) => rows.map((row) => [labelOf(row), row])));
	const sums = relationsAmong(byLabel);
	const onlyPart = new Map(
		sums.flatMap(({ total, parts: [part = '', ...others] }) => (others.length === 0 ? [[total, part]] : []))
	);
	const keyOf = (label: string): string => {
		const part = onlyPart.get(label);
		return part === undefined ? label : keyOf(part);
	};
	const places = new Map(tables.map(([name, rows]) => [name, rows.map((row) => keyOf(labelOf(row)))]));
	const standing = Map.groupBy([...places.values()].flat(), (key) => key);
	const cells = [...standing].map(([key, { length }]) => ({
		...cellOf(key, entry(byLabel, key)),
		weight: length
	}));
	const relations = sums
		.filter(({ parts }) => parts.length > 1)
		.map(({ total, parts }) => ({ total: keyOf(total), parts: parts.map(keyOf) }));
	return { places, set: { cells, relations, tables: [] } };
}

/** Rows that τ-Argus hides in each table, by its status: A and B primary (frequency, dominance), D secondary. */
export function tauArgusRows(): Readonly<
	Record<(typeof turnoverTables)[number], Readonly<Record<'A' | 'B' | 'D', number>>>
> {
	const path = new URL('reference/rtauargus/expected_tauargus_modular.json', import.meta.url);
	return (JSON.parse(readFileSync(path, 'utf8')) as { linked: ReturnType<typeof tauArgusRows> }).linked;
}

/** Activity or region, and size or legal form: all regions of a size are all activities of it. */
function labelOf(row: Row): string {
	return `${row['ACTIVITY'] ?? row['NUTS'] ?? ''}|${row['SIZE'] ?? row['CJ'] ?? ''}`;
}

/** The sums over codes of the flat variable, and over the finer areas of each area: those parts that have enterprises. */
function relationsAmong(rows: ReadonlyMap<string, Row>): Relation[] {
	const pairs = [...rows.keys()].map((label) => label.split('|'));
	const flats = new Set(pairs.map(([, flat = '']) => flat));
	const sumOverFlats = [
		['tr1', 'tr2', 'tr3'],
		['LL', 'PA', 'SP']
	].flatMap((codes) =>
		pairs.map(([area = '']) => ({ total: `${area}|Total`, parts: codes.map((code) => `${area}|${code}`) }))
	);
	const sumsOverAreas = families().flatMap(([area, finer]) =>
		[...flats].map((flat) => ({ total: `${area}|${flat}`, parts: finer.map((code) => `${code}|${flat}`) }))
	);
	return [...sumOverFlats, ...sumsOverAreas]
		.filter(({ total }) => rows.has(total))
		.map(({ total, parts }) => ({ total, parts: parts.filter((part) => rows.has(part)) }))
		.filter(({ parts }) => parts.length > 0);
}

/** Each area with its parts: activities and regions are two divisions of all. A code may stand on two levels. */
function families(): [area: string, finer: readonly string[]][] {
	const divisions = [
		{ file: 'activity_corr_table', levels: ['A10', 'A21', 'A88'] },
		{ file: 'nuts23_fr_corr_table', levels: ['NUTS2', 'NUTS3'] }
	];
	return divisions.flatMap(({ file, levels }) => {
		const finer = new Map<string, Set<string>>();
		for (const row of referenceRows(`rtauargus/${file}.csv`)) {
			const chain = ['Total', ...levels.map((level) => row[level] ?? '')];
			for (const [depth, area] of chain.entries()) {
				const code = chain[depth + 1];
				if (code !== undefined && code !== area)
					finer.set(area, (finer.get(area) ?? new Set<string>()).add(code));
			}
		}
		return [...finer].map(([area, codes]): [string, string[]] => [area, [...codes]]);
	});
}

function cellOf(key: string, row: Row): IndicatorCell {
	const [value, most] = [row['TOT'], row['MAX']].map((text) => Math.round(decimals * Number(text)));
	return {
		key,
		label: key,
		rule: 'amounts',
		value: value ?? 0,
		contributions: shares(value ?? 0, most ?? 0, Number(row['N_OBS']))
	};
}

/** The largest enterprise and the rest of them, as two when they are more: how many more they are tells the rules nothing. */
function shares(
	value: number,
	most: number,
	enterprises: number
): NonNullable<IndicatorCell['contributions']> {
	const rest = value - most;
	const second = enterprises > 2 ? Math.floor(rest / 2) : rest;
	return [
		{ holder: 'largest', value: most },
		{ holder: 'second', value: second },
		{ holder: 'others', value: rest - second }
	].slice(0, enterprises);
}
