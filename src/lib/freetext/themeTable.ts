const prefix = 'tema-';

/** The table of how many texts of a question take up each theme. */
export function themeTableId(item: string): string {
	return `${prefix}${item}`;
}

export function isThemeTable({ id }: { readonly id: string }): boolean {
	return id.startsWith(prefix);
}
