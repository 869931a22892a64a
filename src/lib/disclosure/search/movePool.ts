import { room } from './findMove.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

export type Direction = 1 | -1;

/** A move taken forwards or backwards. */
export interface Witness {
	readonly move: Move;
	readonly sign: 1 | -1;
}

/** A cell that shall be able to go so far in a direction. */
interface Sought {
	readonly cell: number;
	readonly direction: Direction;
	readonly distance: number;
	/** The system as the reader sees it whom the move shall convince. */
	readonly reader: SuppressionProblem;
}

/** The moves found so far. One move often proves many cells, in both directions. */
export class MovePool {
	readonly #byCell = new Map<number, Move[]>();

	add(move: Move): void {
		for (const cell of move.cells) {
			const moves = this.#byCell.get(cell);
			if (moves) moves.push(move);
			else this.#byCell.set(cell, [move]);
		}
	}

	/** A known move that takes the cell in the direction, through unknown cells only. */
	witness({ cell, direction, distance, reader }: Sought, isUnknown: Uint8Array): Witness | undefined {
		for (const move of this.#byCell.get(cell) ?? []) {
			const change = at(move.deltas, move.cells.indexOf(cell));
			if (Math.abs(change) < distance) continue;
			const sign = change * direction > 0 ? 1 : -1;
			if (isPossible({ move, sign }, { reader, isUnknown })) return { move, sign };
		}
		return undefined;
	}

	/** The unknown cells that share a move with the cell. */
	dependants(cell: number, isUnknown: Uint8Array): number[] {
		const found = new Set((this.#byCell.get(cell) ?? []).flatMap((move) => [...move.cells]));
		return [...found].filter((other) => isUnknown[other] === 1).sort((a, b) => a - b);
	}
}

/** Whether the witness touches unknown cells only, and leaves nothing that the reader knows of them. */
export function isPossible(
	{ move, sign }: Witness,
	{ reader, isUnknown }: { reader: SuppressionProblem; isUnknown: Uint8Array }
): boolean {
	return move.cells.every((cell, i) => {
		const delta = sign * at(move.deltas, i);
		return isUnknown[cell] === 1 && Math.abs(delta) <= room(reader, cell, delta);
	});
}
