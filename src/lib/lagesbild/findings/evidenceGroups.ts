import type { Lagesbild } from '../lagesbild.ts';
import { chapterTables } from '../tablesOf.ts';

export interface EvidenceGroup {
	readonly title: string;
	readonly options: readonly { readonly id: string; readonly title: string }[];
}

type Shown = Pick<Lagesbild, 'chapters' | 'figures' | 'tables' | 'appendix'>;

/** What a finding can point at, as it is chosen: figures, tables of the text without a figure, and the appendix by part. */
export function evidenceGroups(lagesbild: Shown): EvidenceGroup[] {
	const { figures, appendix, tables } = lagesbild;
	const drawn = new Set(figures.map(({ table }) => table));
	const survey = lagesbild.chapters.filter(({ id }) => id === 'kartlaggning');
	const inText = chapterTables({ chapters: survey, tables }).filter(({ id }) => !drawn.has(id));
	const groups = [
		{ title: 'Figurer, med sina tabeller', options: figures },
		{ title: 'Tabeller i kartläggningen', options: inText },
		...appendix.map((part) => {
			const ids = new Set(part.tables);
			return { title: `Tabellbilagan: ${part.title}`, options: tables.filter(({ id }) => ids.has(id)) };
		})
	];
	return groups
		.filter(({ options }) => options.length > 0)
		.map(({ title, options }) => ({
			title,
			options: options.map(({ id, title: name }) => ({ id, title: name }))
		}));
}
