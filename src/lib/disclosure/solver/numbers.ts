/** The number at a place that is known to exist: the lists of a problem are as long as its cells. */
export function at(numbers: Int32Array | Float64Array | Uint8Array, index: number): number {
	return numbers[index] ?? 0;
}

/** The entry of a key that is known to exist. @throws {RangeError} when it does not. */
export function entry<Key extends string | number, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
	const value = map.get(key);
	if (value === undefined) throw new RangeError(`Unknown cell ${key}`);
	return value;
}
