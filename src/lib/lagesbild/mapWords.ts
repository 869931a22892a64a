/** Applies a rule for text to every string inside a value of plain JSON. */
export function mapWords<Value>(value: Value, change: (text: string) => string): Value {
	if (typeof value === 'string') return change(value) as Value;
	if (Array.isArray(value)) return value.map((item: unknown) => mapWords(item, change)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [name, mapWords(part as unknown, change)])
	) as Value;
}
