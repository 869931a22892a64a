/**
 * Checks a release without trusting the search that made it, and shares no code with it: it reads what a reader can
 * see, and for every cell that must not be known it asks for whole-number worlds that agree with all that, in which
 * the cell is one more and one less.
 */
import type { Relation } from './indicatorTable.ts';
import type { Certificate } from './protection.ts';
import { readRelease, type Insider, type Proof, type ReadersView } from './readersView.ts';

type Move = NonNullable<Certificate['up']>;

/** The faults found, in words; none when the release is proven. */
export function verifyCertificates(proof: Proof): string[] {
	const { view, faults } = readRelease(proof);
	return [...faults, ...faultsOfProof(view, proof.certificates)];
}

/** Judges the proofs for the public, and those for each insider where theirs must be others. */
export function faultsOfProof(view: ReadersView, certificates: readonly Certificate[]): string[] {
	const broken = view.relations.filter((relation) => !keeps(relation, view.values));
	const shown = certificates.filter(({ against }) => !against);
	const insiders = (view.insiders ?? []).flatMap((insider) => {
		const own = certificates.filter(({ against }) => against?.join() === insider.holders.join());
		return faultsFor(insidersView(view, insider), merged(shown, own)).map(
			(fault) => `${fault} against ${insider.holders.join(' and ')}`
		);
	});
	return [
		...broken.map(({ total }) => `${total} is not the sum of its parts`),
		...faultsFor(view, shown),
		...insiders
	];
}

/** Insiders know what is all theirs, and of the rest that it is at least what they put in. */
function insidersView(view: ReadersView, { shares }: Insider): ReadersView {
	const isOwn = (key: string) => (shares.get(key) ?? 0) > 0 && shares.get(key) === view.values.get(key);
	return {
		...view,
		// How far it must be able to lie is asked of the public's proof.
		distance: () => 1,
		known: new Set([...view.known, ...[...shares.keys()].filter(isOwn)]),
		guarded: new Set([...view.guarded].filter((key) => !view.isLoose?.(key))),
		isSettled: (key) => view.isSettled(key) || isOwn(key),
		bounds: (key) => {
			const { low, high } = view.bounds(key);
			return { low: Math.max(low, shares.get(key) ?? 0), high };
		}
	};
}

function merged(shown: readonly Certificate[], own: readonly Certificate[]): Certificate[] {
	const special = new Map(own.map((certificate) => [certificate.key, certificate]));
	return shown.map((certificate) => ({ ...certificate, ...special.get(certificate.key) }));
}

function faultsFor(view: ReadersView, certificates: readonly Certificate[]): string[] {
	const byKey = new Map(certificates.map((certificate) => [certificate.key, certificate]));
	const touching = relationsByCell(view.relations);
	const floors = lowestValues(view);
	return [...view.guarded].filter((key) => !view.known.has(key)).flatMap(faultsOfCell);

	function faultsOfCell(key: string): string[] {
		const certificate = byKey.get(key) ?? { key };
		const value = view.values.get(key) ?? 0;
		const higher = faultsOfMove(certificate, 1, value >= view.bounds(key).high);
		const lower = faultsOfMove(certificate, -1, value <= (floors.get(key) ?? 0));
		if (!view.isLoose?.(key)) return [...higher, ...lower];
		// Here a bound that leaves no room is no excuse: the cell must be able to be another number.
		return isWorld(certificate.up, key, 1) || isWorld(certificate.down, key, -1)
			? []
			: [`${key} is not proven`];
	}

	function faultsOfMove({ key, up, down }: Certificate, direction: 1 | -1, isAtBound: boolean): string[] {
		const move = direction > 0 ? up : down;
		const isProven = isAtBound || isWorld(move, key, direction);
		return isProven ? [] : [`${key} is not proven ${direction > 0 ? 'upwards' : 'downwards'}`];
	}

	/** As many steps as a rule asks for and the bounds leave room for; at least one. */
	function distance(key: string, direction: 1 | -1): number {
		const value = view.values.get(key) ?? 0;
		const left = direction > 0 ? view.bounds(key).high - value : value - (floors.get(key) ?? 0);
		return Math.max(1, Math.min(view.distance?.(key, direction) ?? 1, left));
	}

	function isWorld(move: Move | undefined, key: string, direction: 1 | -1): boolean {
		if (!move) return false;
		const deltas = new Map(move);
		if (deltas.size !== move.length || direction * (deltas.get(key) ?? 0) < distance(key, direction))
			return false;
		const isAllowed = move.every(([other, delta]) => {
			const value = (view.values.get(other) ?? NaN) + delta;
			const { low, high } = view.bounds(other);
			return !view.known.has(other) && Number.isSafeInteger(delta) && value >= low && value <= high;
		});
		return (
			isAllowed && move.every(([other]) => (touching.get(other) ?? []).every((one) => keeps(one, deltas)))
		);
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

/** A total is at least the sum of what its parts are at least; below that no pattern of hiding can leave room. */
function lowestValues({ values, relations, bounds, isSettled }: ReadersView): Map<string, number> {
	const floors = new Map([...values].map(([key, value]) => [key, isSettled(key) ? value : bounds(key).low]));
	for (let changed = true; changed;) {
		changed = false;
		for (const { total, parts } of relations) {
			const sum = parts.reduce((least, part) => least + (floors.get(part) ?? 0), 0);
			if (sum <= (floors.get(total) ?? 0)) continue;
			floors.set(total, sum);
			changed = true;
		}
	}
	return floors;
}
