/** A row of a file with the line it begins on, as the person who made the file counts them. */
export interface SheetRow {
	readonly line: number;
	readonly cells: readonly string[];
}

export type SheetRefusal = 'unreadable' | 'too-many-rows' | 'too-large' | 'old-excel';

/** More rows than any municipality has contacts; what is larger is no register. */
export const mostRows = 20_000;
export const mostColumns = 200;
export const longestCell = 4000;
