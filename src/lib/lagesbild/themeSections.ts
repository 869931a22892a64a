import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { isThemeTable, themeTableId } from '#lib/freetext/themeTable.ts';
import { questionOfTable } from './itemNames.ts';
import type { Block } from './lagesbild.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { rewordedNote, type PlacedQuotation } from './quotations.ts';
import { shownNumber } from './releasedValues.ts';
import { arranged, drawnSection, paragraph, type DrawnBlocks, type DrawnSection } from './reportSections.ts';

/** What was written in free text, by theme: the questions where any theme is shown, each with its quotations. */
export function themeSections({ tables, quotations = [] }: LagesbildInput['released']): DrawnSection[] {
	const questions = tables.filter(isThemeTable).flatMap((table) => {
		const shown = shownThemes(table);
		return shown ? [{ table, shown }] : [];
	});
	if (questions.length === 0) return [];
	return [
		drawnSection({ id: 'teman', title: 'Det som skrivits med egna ord' }, [
			paragraph(
				'De svarande kunde skriva fritt på några frågor. Texterna är lästa av samordnaren och kodade efter teman. Här står de teman som tillräckligt många texter tar upp; övriga teman i kodlistan visas inte. Det är bedömningar, inte iakttagelser.'
			),
			...questions.flatMap(({ table, shown }): (Block | DrawnBlocks)[] => [
				arranged(shown),
				...quotationsUnder(table, quotations)
			])
		])
	];
}

/**
 * The themes that are shown, and the number of texts; undefined when no theme is. A theme that is not shown is left out
 * with its name, which may be what one person wrote in short, and so is one that nobody wrote of.
 */
function shownThemes(table: ReleasedTable): ReleasedTable | undefined {
	const rows = table.rows.filter(({ cells }) => cells.some((cell) => shownNumber(cell) !== undefined));
	// The last row is the number of texts itself.
	if (rows.length < 2) return undefined;
	return arrangeTable({
		...table,
		title: `Teman i fritext: ${questionOfTable(table)}`,
		notes: [
			'Talen är antal texter. En text kan höra till flera teman. Teman som få eller ingen tar upp står inte här.'
		],
		rows: rows.map(({ id, title }) => ({
			id,
			title,
			cells: table.columns.map((column) => ({ table, row: id, column: column.id }))
		}))
	});
}

/** In the order of the themes. */
function quotationsUnder(table: ReleasedTable, quotations: readonly PlacedQuotation[]): Block[] {
	const own = quotations.filter(({ item }) => themeTableId(item) === table.id);
	return table.rows.flatMap(({ id, title }) =>
		own
			.filter(({ theme }) => theme === id)
			.map(({ wording }): Block => ({
				kind: 'quote',
				text: wording,
				source: `Tema: ${title}. ${rewordedNote}.`
			}))
	);
}

/** The same tables, for the appendix. */
export function themeTables(tables: readonly ReleasedTable[]): ReleasedTable[] {
	return tables.flatMap((table) => shownThemes(table) ?? []);
}
