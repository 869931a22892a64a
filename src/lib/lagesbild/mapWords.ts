/** Applies a rule for text to every string inside a value of plain JSON; what holds no text that the rule changes is the same object. */
export function mapWords<Value>(value: Value, change: (text: string) => string): Value {
	if (typeof value === 'string') return change(value) as Value;
	if (typeof value !== 'object' || value === null) return value;
	const before: readonly (readonly [string, unknown])[] = Object.entries(value);
	const after = before.map(([name, part]) => [name, mapWords(part, change)] as const);
	if (after.every(([, part], place) => part === before[place]?.[1])) return value;
	return (Array.isArray(value) ? after.map(([, part]) => part) : Object.fromEntries(after)) as Value;
}
