import type { IndicatorCell, IndicatorTableSet, Relation } from './indicatorTable.ts';

/** A code of a variable and the code it is a part of; the total has no parent. */
export interface HierarchyLine {
	readonly variable: string;
	readonly code: string;
	readonly parent?: string;
}

/** The records of one combination of finest codes. */
export interface LeafCount {
	readonly codes: Readonly<Record<string, string>>;
	readonly value: number;
	/** Who reported them, for rules on contributors. */
	readonly organisation?: string;
}

export interface Classification {
	readonly lines: readonly HierarchyLine[];
	readonly leaves: readonly LeafCount[];
	readonly rule: IndicatorCell['rule'];
}

interface Variable {
	readonly name: string;
	/** Every code, with the codes that it counts in besides itself. */
	readonly ancestors: ReadonlyMap<string, readonly string[]>;
	/** Each parent with its children. A code may have several parents: two hierarchies on one variable. */
	readonly families: ReadonlyMap<string, readonly string[]>;
}

/** Every cell of the cross table of all variables with all their levels, and every sum between them. */
export function crossClassification({ lines, leaves, rule }: Classification): IndicatorTableSet {
	const variables = readVariables(lines);
	const combinations = product(variables.map((variable) => [...variable.ancestors.keys()]));
	const sums = aggregate(variables, leaves);
	const cells = combinations.map((codes): IndicatorCell => {
		const key = cellKey(codes);
		const sum = sums.get(key);
		const contributions = sum && contributionsOf(sum);
		return {
			key,
			value: sum?.value ?? 0,
			rule,
			label: codes.join(', '),
			...(contributions ? { contributions } : {})
		};
	});
	return { cells, relations: relations(variables, combinations), tables: [] };
}

/** The key of a cell: its codes in the order of the variables. */
export function cellKey(codes: readonly string[]): string {
	return codes.join('|');
}

function readVariables(lines: readonly HierarchyLine[]): Variable[] {
	const byName = Map.groupBy(lines, (line) => line.variable);
	return [...byName].map(([name, own]) => {
		const parents = new Map<string, string[]>();
		const families = new Map<string, string[]>();
		for (const { code, parent } of own) {
			const known = parents.get(code) ?? [];
			parents.set(code, parent === undefined ? known : [...known, parent]);
			if (parent !== undefined) families.set(parent, [...(families.get(parent) ?? []), code]);
		}
		const ancestors = new Map([...parents.keys()].map((code) => [code, ancestorsOf(code, parents)]));
		return { name, ancestors, families };
	});
}

function ancestorsOf(code: string, parents: ReadonlyMap<string, readonly string[]>): string[] {
	const found = new Set<string>();
	const visit = (current: string) => {
		for (const parent of parents.get(current) ?? []) {
			if (parent === code) throw new RangeError(`koden ”${code}” är en del av sig själv`);
			if (!parents.has(parent)) throw new RangeError(`”${parent}”, som står över ”${current}”, är ingen kod`);
			if (found.has(parent)) continue;
			found.add(parent);
			visit(parent);
		}
	};
	visit(code);
	return [...found];
}

function product(lists: readonly (readonly string[])[]): string[][] {
	return lists.reduce<string[][]>(
		(tuples, list) => tuples.flatMap((tuple) => list.map((code) => [...tuple, code])),
		[[]]
	);
}

interface Sum {
	value: number;
	readonly byOrganisation: Map<string, number>;
}

function aggregate(variables: readonly Variable[], leaves: readonly LeafCount[]): Map<string, Sum> {
	const sums = new Map<string, Sum>();
	for (const { codes, value, organisation } of leaves) {
		const levels = variables.map(({ name, ancestors, families }) => {
			const code = codes[name] ?? '';
			const above = ancestors.get(code);
			if (!above) throw new RangeError(`${name} har ingen kod ”${code}”`);
			if (families.has(code))
				throw new RangeError(`koden ”${code}” i ${name} är en summa och har delar; antal står på delarna`);
			return [code, ...above];
		});
		for (const combination of product(levels)) {
			const key = cellKey(combination);
			const sum = sums.get(key) ?? { value: 0, byOrganisation: new Map<string, number>() };
			sum.value += value;
			if (organisation !== undefined)
				sum.byOrganisation.set(organisation, (sum.byOrganisation.get(organisation) ?? 0) + value);
			sums.set(key, sum);
		}
	}
	return sums;
}

function contributionsOf({ byOrganisation }: Sum): IndicatorCell['contributions'] {
	if (byOrganisation.size === 0) return undefined;
	return [...byOrganisation].map(([holder, value]) => ({ holder, value }));
}

function relations(variables: readonly Variable[], combinations: readonly string[][]): Relation[] {
	return combinations.flatMap((codes) =>
		variables.flatMap(({ families }, place) => {
			const children = families.get(codes[place] ?? '');
			if (!children) return [];
			return [{ total: cellKey(codes), parts: children.map((child) => cellKey(codes.with(place, child))) }];
		})
	);
}
