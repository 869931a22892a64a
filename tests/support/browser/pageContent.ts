/** Kit writes a page's content as one flat list, where every value inside a value is the place of another in the list. */
export function unflatten(list: readonly unknown[]): unknown {
	const read = (place: number): unknown => {
		const value = list[place];
		if (typeof value !== 'object' || value === null) return value;
		if (!Array.isArray(value)) {
			return Object.fromEntries(Object.entries(value).map(([name, at]) => [name, read(at as number)]));
		}
		const [kind, written] = value as unknown[];
		if (kind === 'Date') return new Date(String(written));
		return value.map((at) => read(at as number));
	};
	return read(0);
}

/** What the server sends a page's script, as it is sent. */
export async function fetchPageContent(address: string): Promise<unknown> {
	const response = await fetch(`${address}/__data.json`);
	const { nodes } = (await response.json()) as { nodes: ({ data?: unknown[] } | null)[] };
	return unflatten(nodes.findLast((node) => node?.data !== undefined)?.data ?? []);
}
