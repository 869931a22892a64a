import type { PackedRow } from '../instrument.ts';
import { encodeColumn, unanswered } from './packedColumn.ts';

/** The answers of some units of a sector by variable, in the order of the units' names. */
export interface AnswerPiece {
	readonly units: number;
	/** The units' names, of the same number of bytes each, in rising order. */
	readonly names: Uint8Array;
	/** A column a variable, in the order of the questionnaire's variables: its length in four bytes, then the column. */
	readonly answers: Uint8Array;
}

export interface NamedRow {
	readonly name: Uint8Array;
	readonly packed: PackedRow;
}

const lengthBytes = 4;

/** @param rows in the order of their names, all of them to the same questionnaire */
export function answerPiece(rows: readonly NamedRow[]): AnswerPiece {
	const variables = rows[0]?.packed.length ?? 0;
	const columns = Array.from({ length: variables }, (_, place) =>
		encodeColumn(Int32Array.from(rows, ({ packed }) => packed[place] ?? unanswered))
	);
	return {
		units: rows.length,
		names: joined(rows.map(({ name }) => name)),
		answers: joined(columns.flatMap((column) => [lengthOf(column), column]))
	};
}

function lengthOf(column: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(lengthBytes);
	new DataView(bytes.buffer).setUint32(0, column.length, true);
	return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** The piece's columns, in the order of the variables. */
export function columnsOf({ answers }: Pick<AnswerPiece, 'answers'>): Uint8Array[] {
	const view = new DataView(answers.buffer, answers.byteOffset, answers.byteLength);
	const columns: Uint8Array[] = [];
	let at = 0;
	while (at < answers.length) {
		const from = at + lengthBytes;
		at = from + view.getUint32(at, true);
		columns.push(answers.subarray(from, at));
	}
	return columns;
}
