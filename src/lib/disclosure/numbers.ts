/** The number at a place that is known to exist: typed arrays of a problem are as long as its cells. */
export function at(numbers: Int32Array | Float64Array | Uint8Array, index: number): number {
	return numbers[index] as number;
}
