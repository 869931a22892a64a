import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { CellPlan, IndicatorCell, TableColumn } from '#lib/disclosure/tables/indicatorTable.ts';
import { themeTableId } from '#lib/freetext/themeTable.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { fewestBehindTexts } from './fewestOrganisations.ts';
import { baseText } from './responseTable.ts';
import type { CodedQuestion, RoundAnswers, StatisticsInput } from './statisticsInput.ts';
import type { TableSet } from './tableSet.ts';

type Limits = NonNullable<StatisticsInput['opinionLimits']>;

/** Row of the number of texts of the question. */
// No theme's code has such a mark.
const allTexts = '_texter';

/**
 * The themes of each question on free text that has been coded to the end, over all sectors that were asked together: a
 * text has no organisation, and a second level could be subtracted from the first. A text may be coded by several themes,
 * so they add up to nothing.
 */
export function addThemeTables(set: TableSet, input: StatisticsInput): void {
	const limits = input.opinionLimits ?? defaultPolicy;
	for (const question of input.coded ?? []) {
		const earlier = input.previous?.coded?.find(({ item }) => item === question.item);
		const rounds = [
			...(input.previous && earlier
				? [{ round: input.previous, question: earlier, column: 'texter-fore' }]
				: []),
			{ round: input, question, column: 'texter' }
		];
		const columns = rounds.map(({ round, column, question: asked }) => ({
			column: {
				id: column,
				title: rounds.length > 1 ? String(round.year) : 'Texter',
				kind: 'number' as const
			},
			keys: addQuestion(set, { round, question: asked, limits })
		}));
		addTable(set, { input, question, columns });
	}
}

interface ThemeColumn {
	readonly column: TableColumn;
	/** By the theme's code. */
	readonly keys: ReadonlyMap<string, string>;
}

function addTable(
	set: TableSet,
	{
		input,
		question,
		columns
	}: { input: RoundAnswers; question: CodedQuestion; columns: readonly ThemeColumn[] }
): void {
	const plansOf = (code: string): CellPlan[] =>
		columns.map(({ keys }): CellPlan => {
			const key = keys.get(code);
			return key === undefined ? { kind: 'empty' } : { kind: 'count', key };
		});
	const asked = input.sectors.filter(({ sector }) => question.sectors.some((each) => each.sector === sector));
	const [only] = asked;
	const whose = asked.length === 1 && only ? sectorName[only.sector] : 'Alla sektorer';
	set.table({
		id: themeTableId(question.item),
		title: `${whose}: ${question.title}`,
		unit: 'texter',
		base: baseText({
			asked: asked.reduce((sum, { response }) => sum + response.asked, 0),
			answered: asked.reduce((sum, { response }) => sum + response.answered, 0)
		}),
		notes: [],
		columns: columns.map(({ column }) => column),
		rows: [
			...question.themes.map(({ code, label }) => ({ id: code, title: label, cells: plansOf(code) })),
			{ id: allTexts, title: 'Texter i allt', cells: plansOf(allTexts) }
		]
	});
}

interface AskedQuestion {
	readonly round: RoundAnswers;
	readonly question: CodedQuestion;
	readonly limits: Limits;
}

function addQuestion(set: TableSet, { round, question, limits }: AskedQuestion): Map<string, string> {
	const group = `${String(round.year)}/tema/${question.item}`;
	const texts = question.sectors.reduce((sum, each) => sum + each.texts, 0);
	// Entries that a unit adds itself may all be one unit's.
	const organisations = question.mayRepeat ? 0 : fewestBehindTexts(question.sectors, round.sectors);
	const isThin = texts < limits.minimumAnswers || organisations < limits.minimumOrganisations;
	// What lacks the base is hidden as a whole, with the number of texts.
	const together = isThin ? { group } : {};
	const label = (name: string): string => `Fritext ${question.item}: ${name}, ${String(round.year)}`;
	const cells = question.themes.map((theme): [string, IndicatorCell] => [
		theme.code,
		{
			key: `${group}/${theme.code}/${theme.records}`,
			value: theme.texts,
			rule: 'themes',
			base: { answers: texts, organisations },
			label: label(theme.label),
			...together
		}
	]);
	const total: IndicatorCell = {
		key: `${group}/${allTexts}/${question.records}`,
		value: texts,
		rule: 'open',
		label: label('texter i allt'),
		...together
	};
	return new Map([...cells, [allTexts, total] as const].map(([code, cell]) => [code, set.cell(cell)]));
}
