import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

type Columns = ReleasedTable['columns'];

/** Columns under a common heading, or one column with its own. */
export interface ColumnGroup {
	/** What the columns have in common; empty for a column alone. */
	readonly heading: string;
	readonly columns: Columns;
}

const separator = ': ';

function headingOf(title: string): string {
	const end = title.indexOf(separator);
	return end < 0 ? '' : title.slice(0, end);
}

function sentenceCase(text: string): string {
	return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

/** "Socialtjänsten: vanligt" and "Socialtjänsten: förekommer", side by side, are "Vanligt" and "Förekommer" under "Socialtjänsten". */
export function columnGroups(columns: Columns): ColumnGroup[] {
	const groups: { heading: string; columns: Columns[number][] }[] = [];
	for (const column of columns) {
		const heading = headingOf(column.title);
		const last = groups.at(-1);
		if (last && heading !== '' && last.heading === heading) last.columns.push(column);
		else groups.push({ heading, columns: [column] });
	}
	return groups.map((group) =>
		group.columns.length === 1
			? { heading: '', columns: group.columns }
			: {
					heading: group.heading,
					columns: group.columns.map((column) => ({
						...column,
						title: sentenceCase(column.title.slice(group.heading.length + separator.length))
					}))
				}
	);
}
