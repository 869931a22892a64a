import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import { breakBetween } from '#lib/instruments/comparability/breakBetween.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { addCategory } from './factTables.ts';
import { questionTitle } from './questionTexts.ts';
import { addResponse, baseTextOfAll } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import { comparedQuestionnaire, packedTally, variablesOf } from './unitAnswers.ts';
import type { SectorRound, SectorRounds } from './unitAnswers.ts';

/** The questions about the units' own way of working whose answers are followed from round to round as shares of units. */
const followedQuestions = ['A7', 'A8'] as const;

interface Asked {
	readonly round: SectorRound;
	readonly variable: Variable;
}

interface TwoRounds {
	readonly now: Asked;
	readonly before: Asked;
}

/** How many units of all sectors gave each answer then and now, of how many that answered and were asked. */
export function addShareTables(set: TableSet, rounds: readonly SectorRounds[]): void {
	for (const code of followedQuestions) {
		const compared = rounds.flatMap((one) => comparedQuestion(one, code));
		const [first] = compared;
		if (first) addShareTable(set, { code, compared, first });
	}
}

/** Nothing where the sector was not asked in both rounds, or the series does not hold. */
function comparedQuestion({ current, previous }: SectorRounds, code: string): TwoRounds[] {
	const variable = variablesOf(current).find((one) => one.code === code);
	const earlier = previous && variablesOf(previous).find((one) => one.code === code);
	if (!variable?.options || !previous || !earlier) return [];
	const broken = breakBetween(variable, {
		earlier: comparedQuestionnaire(previous),
		later: comparedQuestionnaire(current)
	});
	return broken
		? []
		: [{ now: { round: current, variable }, before: { round: previous, variable: earlier } }];
}

function addShareTable(
	set: TableSet,
	table: { readonly code: string; readonly compared: readonly TwoRounds[]; readonly first: TwoRounds }
): void {
	const { code, compared, first } = table;
	const [before, now] = [compared.map((one) => one.before), compared.map((one) => one.now)];
	const years = [first.before.round.year, first.now.round.year];
	const keys = [addTogether(set, code, before), addTogether(set, code, now)];
	set.table({
		id: `andelar-${code}`,
		title: questionTitle(first.now.round.answers.instrument, first.now.variable),
		unit: 'enheter',
		base: baseTextOfAll(now.map(({ round }) => round)),
		notes: [],
		columns: years.flatMap((year) => [
			{ id: `svar-${year}`, title: `Enheter ${year}`, kind: 'number' as const },
			{ id: `svarade-${year}`, title: `Svarade ${year}`, kind: 'number' as const },
			{ id: `tillfragade-${year}`, title: `Tillfrågade ${year}`, kind: 'number' as const }
		]),
		rows: (first.now.variable.options ?? []).map(({ value, text }) => ({
			id: value,
			title: text,
			cells: keys.flatMap(({ answers, answered, asked }): CellPlan[] =>
				[answers.get(value), answered, asked].map((key) =>
					key === undefined ? { kind: 'empty' } : { kind: 'count', key }
				)
			)
		}))
	});
}

/** The sectors' numbers added up. A sum over other sectors counts other units, so its key names them. */
function addTogether(
	set: TableSet,
	code: string,
	asked: readonly Asked[]
): { answers: Map<string, string>; answered: string; asked: string } {
	const year = asked[0]?.round.year ?? 0;
	const names = asked.map(({ round }) => round.answers.sector).join('+');
	const counted = asked.map((one) => ({ one, keys: addCategory(set, one) }));
	const sum = (name: string, parts: readonly { readonly key: string; readonly value: number }[]): string => {
		const [only] = parts;
		if (only && parts.length === 1) return only.key;
		const value = parts.reduce((total, part) => total + part.value, 0);
		const key = set.cell({
			key: `${year}/${code}/${names}/${name}`,
			value,
			rule: 'open',
			label: `${code}, ${names}: ${name}, ${year}`
		});
		set.relate(
			key,
			parts.map((part) => part.key)
		);
		return key;
	};
	const options = asked[0]?.variable.options ?? [];
	return {
		answers: new Map(
			options.map(({ value }) => [
				value,
				sum(
					`enheter-${value}`,
					counted.map(({ one, keys }) => ({ key: keys.get(value) ?? '', value: unitsWith(one, value) }))
				)
			])
		),
		answered: sum(
			'svarade',
			asked.map(({ round }) => ({
				key: addResponse(set, round).svarade,
				value: round.answers.response.answered
			}))
		),
		asked: sum(
			'tillfragade',
			asked.map(({ round }) => ({
				key: addResponse(set, round).tillfragade,
				value: round.answers.response.asked
			}))
		)
	};
}

function unitsWith({ round, variable }: Asked, option: string): number {
	const place = variable.options?.findIndex(({ value }) => value === option) ?? -1;
	return packedTally(round, variable).get(place) ?? 0;
}
