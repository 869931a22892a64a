import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { programQuestions } from '#lib/instruments/library/programQuestions.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { elementOfTable } from './itemNames.ts';
import { knownAmount } from './knownAmount.ts';
import { cellIn, type ReleasedRow } from './releasedValues.ts';
import type { OwnQuestion } from './readers/nulagesbild.ts';
import { isFrame, kindOf, sectorOf } from './tabellbilaga.ts';

const notShown = 'visas inte';

/** The municipality's own questions in the order of the tables; texts of one's own have themes, which stand in the analysis. */
export function ownQuestions(tables: readonly ReleasedTable[]): OwnQuestion[] {
	const program = programQuestions();
	return tables
		.filter((table) => !isFrame(table) && !program.has(elementOfTable(table)))
		.flatMap((table) => {
			const answer = answerOf(table);
			return answer === '' ? [] : [{ question: table.title, base: table.base, answer }];
		});
}

function answerOf(table: ReleasedTable): string {
	const { rows } = table;
	const kind = kindOf(table);
	if (kind === 'count') return rowByRow(table, (row) => countOf(table, row));
	if (kind === 'category') return rowByRow(table, (row) => mostGiven(optionsIn(table, row)));
	if (kind !== 'choice' && kind !== 'opinion-list') return '';
	const [column] = table.columns;
	return mostGiven(rows.map((row) => ({ title: row.title, cell: cellIn(table, row, column?.id ?? '') })));
}

/** "Ja 5, nej 1"; of several rows "På nätet: ofta 3; utomhus: ofta 1". */
function rowByRow(table: ReleasedTable, answer: (row: ReleasedRow) => string): string {
	const isNamed = table.rows.length > 1 || sectorOf(table) === 'alla';
	const answers = table.rows.map((row) => ({ title: row.title, said: answer(row) }));
	return answers
		.filter(({ said }) => said !== '')
		.map(({ title, said }) => (isNamed ? `${title}: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : said))
		.join('; ');
}

function countOf(table: ReleasedTable, row: ReleasedRow): string {
	const sum = cellIn(table, row, 'summa');
	if (sum.kind === 'text') return sum.text;
	if (table.unit === 'personer') {
		const amount = knownAmount(table, row);
		return amount === undefined ? notShown : `${amount} personer`;
	}
	const unit = table.unit === 'antal' ? '' : ` ${table.unit}`;
	return sum.kind === 'number' ? `${numberText(sum.value)}${unit}` : notShown;
}

interface Given {
	readonly title: string;
	readonly cell: ReleasedRow['cells'][number];
}

/** Columns that are no answers: who did not answer, who was not asked, and how many did. */
const notAnswers: ReadonlySet<string> = new Set(['ej_besvarat', 'visades_inte', 'svar']);

function optionsIn(table: ReleasedTable, row: ReleasedRow): Given[] {
	return table.columns
		.filter(({ id }) => !notAnswers.has(id))
		.map(({ id, title }) => ({ title, cell: cellIn(table, row, id) }));
}

/** The answers that somebody gave, the most common first. Beside a hidden one, no other can be called the most common. */
function mostGiven(given: readonly Given[]): string {
	if (given.some(({ cell }) => cell.kind === 'hidden')) return notShown;
	const counted = given.flatMap(({ title, cell }) =>
		cell.kind === 'number' ? [{ title, units: cell.value }] : []
	);
	if (counted.length === 0) return '';
	const answers = counted
		.filter(({ units }) => units > 0)
		.toSorted((one, other) => other.units - one.units)
		.map(({ title, units }) => `${title.charAt(0).toLowerCase()}${title.slice(1)} ${numberText(units)}`);
	return answers.length === 0 ? 'inget svar valdes' : answers.join(', ');
}
