import type { ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import { numberText } from './cellText.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { cellIn, findTable, shownNumber } from './releasedValues.ts';
import { changeSentences, headlineSentence, intervalSentence, targetGroups } from './sentences.ts';

const mostSentences = 6;

/** One screen in plain Swedish: at most six sentences, the most important first, made of released values only. */
export function summarySentences({ released }: Pick<LagesbildInput, 'released'>): string[] {
	const { tables, response } = released;
	const headlines = targetGroups.map((group) => headlineSentence(tables, response, group));
	const intervals = targetGroups.slice(0, 2).map((group) => intervalSentence(tables, group));
	const change = targetGroups.flatMap((group) => changeSentences(tables, group)).slice(0, 1);
	const sentences = [
		headlines[0],
		intervals[0],
		headlines[1],
		intervals[1],
		headlines[2],
		change[0] ?? routineSentence(tables)
	];
	return sentences.filter((sentence) => sentence !== undefined).slice(0, mostSentences);
}

/** "9 av 28 svarande enheter frågar rutinmässigt alla i sin målgrupp; 11 frågar inte." */
export function routineSentence(tables: readonly ReleasedTable[]): string | undefined {
	const table = findTable(tables, 'A7');
	if (!table) return undefined;
	const sumOfColumn = (column: string): number | undefined =>
		table.rows.reduce((sum: number | undefined, row) => {
			const value = shownNumber(cellIn(table, row, column));
			return sum === undefined || value === undefined ? undefined : sum + value;
		}, 0);
	const all = sumOfColumn('ja_alla');
	const never = sumOfColumn('nej');
	const units = table.columns.reduce((sum: number | undefined, column) => {
		const value = sumOfColumn(column.id);
		return sum === undefined || value === undefined ? undefined : sum + value;
	}, 0);
	if (all === undefined || never === undefined || !units) return undefined;
	return `Av ${numberText(units)} svarande enheter frågar ${numberText(all)} rutinmässigt alla i sin målgrupp, och ${numberText(never)} frågar inte.`;
}
