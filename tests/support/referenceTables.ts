import { readFileSync } from 'node:fs';
import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';

const folder = new URL('./reference/', import.meta.url);

/** The lines of a simple CSV file without quoted separators. */
function lines(path: string): string[][] {
	const text = readFileSync(new URL(path, folder), 'utf8').trim();
	return text.split(/\r?\n/).map((line) => line.replaceAll('"', '').split(','));
}

/** All cells of one of our reference tables, from its leaf counts and hierarchies. */
export function referenceTable(name: string): IndicatorTableSet {
	const [heading = [], ...rows] = lines(`own-tables/${name}_leaf.csv`);
	const [, ...hierarchy] = lines(`own-tables/${name}_hier.csv`);
	const variables = heading.filter((column) => column !== 'freq');
	return crossClassification({
		rule: 'persons',
		lines: hierarchy.map(([variable = '', code = '', parent = '']) => ({
			variable,
			code,
			...(parent === '' ? {} : { parent })
		})),
		leaves: rows.map((row) => ({
			codes: Object.fromEntries(
				variables.map((variable) => [variable, row[heading.indexOf(variable)] ?? ''])
			),
			value: Number(row[heading.indexOf('freq')])
		}))
	});
}

/** What another program hides in a reference table. */
export function referencePattern(file: string): Set<string> {
	const [heading = [], ...rows] = lines(`own-tables/${file}.csv`);
	const isVariable = (name: string) => !['freq', 'primary', 'suppressed'].includes(name);
	const hidden = rows.filter((row) => row[heading.indexOf('suppressed')] === 'TRUE');
	return new Set(hidden.map((row) => row.filter((_, i) => isVariable(heading[i] ?? '')).join('|')));
}

export interface KnownInstance {
	readonly name: string;
	readonly cells: Readonly<Record<string, number>>;
	readonly relations: readonly (readonly [string, readonly string[]])[];
	readonly suppressed: readonly string[];
	readonly intervals: Readonly<
		Record<string, Readonly<Record<string, { readonly intMin: number; readonly intMax: number }>>>
	>;
}

export function knownInstances(): KnownInstance[] {
	const path = new URL('handbook/known_small_instances.json', folder);
	return JSON.parse(readFileSync(path, 'utf8')) as KnownInstance[];
}

/** Rows of a reference file as records. */
export function referenceRows(path: string): Record<string, string>[] {
	const [heading = [], ...rows] = lines(path);
	return rows.map((row) => Object.fromEntries(heading.map((name, i) => [name, row[i] ?? ''])));
}
