import { randomFillSync } from 'node:crypto';

const drawn = Buffer.alloc(4096);
let given = drawn.length;

/**
 * Bytes by chance for nonces, which nobody has been given before. Not for keys, codes and tokens: these lie in memory
 * until they are asked for. To draw a few bytes takes as long (8 µs) as to draw some kilobytes.
 * @param length at most some hundred
 */
export function nonceBytes(length: number): Uint8Array {
	if (given + length > drawn.length) {
		randomFillSync(drawn);
		given = 0;
	}
	given += length;
	// A copy: what is drawn next is written over the same place.
	return Buffer.from(drawn.subarray(given - length, given));
}
