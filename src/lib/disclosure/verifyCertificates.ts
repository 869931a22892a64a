/**
 * Checks a release without trusting the search that made it, and shares no code with it: from the released tables it
 * reads what a reader sees, and for every cell that must not be known it asks for whole-number worlds that agree with
 * all that, and in which the cell is one more and one less.
 */
import type { IndicatorCell, IndicatorTableSet, Relation } from './indicatorTable.ts';
import type { Certificate, DisclosurePolicy, PublicationLedger } from './protection.ts';
import type { ReleasedTable } from './releasedTable.ts';

export interface Proof {
	readonly set: IndicatorTableSet;
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	readonly tables: readonly ReleasedTable[];
	readonly certificates: readonly Certificate[];
}

/** The faults found, in words; none when the release is proven. */
export function verifyCertificates(proof: Proof): string[] {
	const cells = new Map(proof.set.cells.map((cell) => [cell.key, cell]));
	const { known, hidden, faults } = readRelease(proof, cells);
	const certificates = new Map(proof.certificates.map((certificate) => [certificate.key, certificate]));
	const floors = lowestValues(proof, cells, known);
	const touching = relationsByCell(proof.set.relations);
	for (const cell of cells.values()) {
		if (known.has(cell.key) || !(hidden.has(cell.key) || mustBeUnknown(cell, proof.policy))) continue;
		const { up, down } = certificates.get(cell.key) ?? { key: cell.key };
		const ceiling = cell.rule === 'opinions' ? (cell.base?.answers ?? Infinity) : Infinity;
		if (up ? !isWorld(up, cell.key, 1) : cell.value < ceiling)
			faults.push(`${cell.key} is not proven upwards`);
		if (down ? !isWorld(down, cell.key, -1) : cell.value > (floors.get(cell.key) ?? 0))
			faults.push(`${cell.key} is not proven downwards`);
	}
	return faults;

	function isWorld(move: NonNullable<Certificate['up']>, key: string, direction: 1 | -1): boolean {
		const deltas = new Map(move);
		if (deltas.size !== move.length || direction * (deltas.get(key) ?? 0) < 1) return false;
		const isAllowed = move.every(([other, delta]) => {
			const cell = cells.get(other);
			if (!cell || known.has(other) || !Number.isSafeInteger(delta)) return false;
			const ceiling = cell.rule === 'opinions' ? (cell.base?.answers ?? Infinity) : Infinity;
			return cell.value + delta >= lowest(cell, proof.policy) && cell.value + delta <= ceiling;
		});
		return (
			isAllowed && move.every(([other]) => (touching.get(other) ?? []).every((one) => keeps(one, deltas)))
		);
	}
}

function relationsByCell(relations: readonly Relation[]): Map<string, Relation[]> {
	const byCell = new Map<string, Relation[]>();
	for (const relation of relations)
		for (const key of [relation.total, ...relation.parts]) {
			const list = byCell.get(key);
			if (list) list.push(relation);
			else byCell.set(key, [relation]);
		}
	return byCell;
}

function keeps({ total, parts }: Relation, deltas: ReadonlyMap<string, number>): boolean {
	return parts.reduce((sum, part) => sum + (deltas.get(part) ?? 0), 0) === (deltas.get(total) ?? 0);
}

/** What the reader can read: every number printed, every end of an interval, and all that was printed before. */
function readRelease({ set, ledger, tables, policy }: Proof, cells: ReadonlyMap<string, IndicatorCell>) {
	const known = new Set<string>();
	const hidden = new Set<string>();
	const faults: string[] = [];
	const read = (key: string, printed: number) => {
		if (cells.get(key)?.value !== printed) faults.push(`${key} is printed as ${printed}`);
		known.add(key);
	};
	for (const cell of cells.values()) {
		const before = ledger.get(cell.key);
		if (typeof before === 'number') read(cell.key, before);
		if (before === null) hidden.add(cell.key);
		// A zero that may not be hidden is as good as printed.
		if (cell.value === 0 && policy.zeros === 'open' && before !== null && !cell.isVirtual && !cell.group)
			known.add(cell.key);
	}
	set.tables.forEach((table, t) => {
		table.rows.forEach((row, r) => {
			row.cells.forEach((plan, c) => {
				const cell = tables[t]?.rows[r]?.cells[c];
				if (plan.kind === 'count' && cell?.kind === 'number') read(plan.key, cell.value);
				if (plan.kind === 'count' && cell?.kind === 'hidden') hidden.add(plan.key);
				if (plan.kind === 'interval' && cell?.kind === 'interval') {
					read(plan.low, cell.low);
					read(plan.high, cell.high);
				}
				// A share is printed only beside its part and base, so it is taken to tell both.
				if (plan.kind === 'share' && cell?.kind === 'share') {
					known.add(plan.part).add(plan.base);
				}
			});
		});
	});
	for (const key of hidden) if (known.has(key)) faults.push(`${key} is both shown and hidden`);
	return { known, hidden, faults };
}

function mustBeUnknown(cell: IndicatorCell, policy: DisclosurePolicy): boolean {
	return cell.rule === 'persons' && cell.value > 0 && cell.value < policy.threshold;
}

/** What the reader knows of a hidden cell before any equation. */
function lowest(cell: IndicatorCell, policy: DisclosurePolicy): number {
	const mayBeZero = cell.isVirtual === true || cell.group !== undefined || cell.rule === 'opinions';
	return policy.zeros === 'open' && !mayBeZero && cell.value > 0 ? 1 : 0;
}

/** A total is at least the sum of what its parts are at least; below that no pattern of hiding can leave room. */
function lowestValues(
	{ set, policy, ledger }: Proof,
	cells: ReadonlyMap<string, IndicatorCell>,
	known: ReadonlySet<string>
) {
	const floors = new Map<string, number>();
	for (const cell of cells.values()) {
		const isSettled = typeof ledger.get(cell.key) === 'number' || (known.has(cell.key) && cell.value === 0);
		floors.set(cell.key, isSettled ? cell.value : lowest(cell, policy));
	}
	for (let changed = true; changed;) {
		changed = false;
		for (const { total, parts } of set.relations) {
			const sum = parts.reduce((least, part) => least + (floors.get(part) ?? 0), 0);
			if (sum <= (floors.get(total) ?? 0)) continue;
			floors.set(total, sum);
			changed = true;
		}
	}
	return floors;
}
