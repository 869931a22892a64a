/**
 * Checks a release without trusting the search that made it, and shares no code with it: for every cell that must not be
 * known it asks for whole-number worlds that agree with all that a reader sees, where it is one more and one less.
 */
import type { Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { readersOf } from './insiderViews.ts';
import { lowestValues } from './lowestValues.ts';
import type { Certificate } from '#lib/disclosure/protection.ts';
import type { Proof, ReadersView } from './readersView.ts';
import { readRelease } from './readRelease.ts';

/** The faults found, in words; none when the release is proven. */
export function verifyCertificates(proof: Proof): string[] {
	const { view, faults } = readRelease(proof);
	return [...faults, ...faultsOfProof(view, proof.certificates)];
}

/** Judges the proofs for the public, and those for each insider where theirs must be others. */
export function faultsOfProof(view: ReadersView, certificates: readonly Certificate[]): string[] {
	const broken = view.relations.filter((relation) => !keeps(relation, view.values));
	return [
		...broken.map(({ total }) => `${total} is not the sum of its parts`),
		...readersOf(view, certificates).flatMap(({ sees, proofs, words }) =>
			faultsFor(sees, proofs).map((fault) => `${fault}${words}`)
		)
	];
}

interface Way {
	readonly name: string;
	readonly move: Certificate['up'];
	readonly sign: 1 | -1;
	/** How far the bounds let the cell go, where that is asked of it. */
	readonly room: number;
}

function faultsFor(view: ReadersView, certificates: readonly Certificate[]): string[] {
	const byKey = new Map(certificates.map((certificate) => [certificate.key, certificate]));
	const touching = relationsByCell(view.relations);
	const floors = lowestValues(view);
	return [...view.guarded].filter((key) => !view.known.has(key)).flatMap(faultsOfCell);

	function faultsOfCell(key: string): string[] {
		const { up, down } = byKey.get(key) ?? {};
		const [value, asked] = [view.values.get(key) ?? 0, view.asked?.(key) ?? 'both'];
		const ways: Way[] = [
			{ name: 'upwards', move: up, sign: 1, room: asked === 'either' ? 0 : view.bounds(key).high - value },
			{ name: 'downwards', move: down, sign: -1, room: asked === 'both' ? value - (floors.get(key) ?? 0) : 0 }
		];
		const missing = ways.filter((way) => !reaches(key, way));
		// Here a bound that leaves no room is no excuse: the cell must be able to be another number.
		if (asked !== 'both' && missing.length === ways.length) return [`${key} is not proven`];
		return missing.filter(({ room }) => room > 0).map(({ name }) => `${key} is not proven ${name}`);
	}

	/** At least one step; as many as a rule asks for and the bounds leave room for. */
	function reaches(key: string, { move, sign, room }: Way): boolean {
		const deltas = new Map(move);
		const least = Math.max(1, Math.min(view.distance?.(key, sign) ?? 1, room));
		return sign * (deltas.get(key) ?? 0) >= least && deltas.size === move?.length && isWorld(deltas);
	}

	/** Whether numbers so changed agree with all that the reader sees and knows. */
	function isWorld(deltas: ReadonlyMap<string, number>): boolean {
		const isAllowed = [...deltas].every(([key, delta]) => {
			const value = (view.values.get(key) ?? NaN) + delta;
			const { low, high } = view.bounds(key);
			return !view.known.has(key) && Number.isSafeInteger(delta) && value >= low && value <= high;
		});
		const touched = [...deltas.keys()].flatMap((key) => touching.get(key) ?? []);
		return isAllowed && touched.every((relation) => keeps(relation, deltas));
	}
}

function keeps({ total, parts }: Relation, numbers: ReadonlyMap<string, number>): boolean {
	return parts.reduce((sum, part) => sum + (numbers.get(part) ?? 0), 0) === (numbers.get(total) ?? 0);
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
