import type { JointSystem } from '#lib/disclosure/jointSystem.ts';

/** The cells and relations that hang together with the cells. */
export function connectedTo(keys: Iterable<string>, { cells, relations }: JointSystem): JointSystem {
	const found = new Set(keys);
	const left = new Set(relations);
	for (let size = 0; size < found.size;) {
		size = found.size;
		for (const relation of left) {
			const members = [relation.total, ...relation.parts];
			if (!members.some((member) => found.has(member))) continue;
			for (const member of members) found.add(member);
			left.delete(relation);
		}
	}
	return {
		cells: cells.filter((cell) => found.has(cell.key)),
		relations: relations.filter((relation) => found.has(relation.total))
	};
}
