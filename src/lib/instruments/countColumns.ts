/** The columns of one count: `part` is empty when each row is one count. */
export interface CountColumns {
	readonly part: string;
	readonly number: string;
	readonly status?: string;
	readonly basis?: string;
}

export function countColumns(columns: readonly { readonly name: string }[]): CountColumns[] {
	const names = new Set(columns.map((column) => column.name));
	return [...names].flatMap((number) => {
		if (number !== 'antal' && !number.endsWith('_antal')) return [];
		const start = number.slice(0, -'antal'.length);
		const [status, basis] = [`${start}status`, `${start}underlag`];
		return [
			{
				part: start.slice(0, -1),
				number,
				...(names.has(status) && { status }),
				...(names.has(basis) && { basis })
			}
		];
	});
}
