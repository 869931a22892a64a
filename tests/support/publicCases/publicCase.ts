/** An expression of survey-core's public test-suite (version 3.1, MIT) with what it is given and what comes of it, as facts. */
export type PublicCase = readonly [
	expression: string,
	...tried: (readonly [values: Readonly<Record<string, unknown>>, result: unknown])[]
];

/** The same expression with one answer `{name}` after another. */
export function given(
	expression: string,
	name: string,
	...tried: (readonly [value: unknown, result: unknown])[]
): PublicCase {
	return [expression, ...tried.map(([value, result]) => [{ [name]: value }, result] as const)];
}
