import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { CellPlan, IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { answeredMark, type Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { fewestThatCover, municipalSectors } from './fewestOrganisations.ts';
import { elementOf, optionText, questionTitle, tallyCode } from './questionTexts.ts';
import { baseText } from './responseTable.ts';
import type { StatisticsInput } from './statisticsInput.ts';
import type { TableSet } from './tableSet.ts';
import { variablesOf } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

type OpinionLimits = NonNullable<StatisticsInput['opinionLimits']>;
type Base = NonNullable<IndicatorCell['base']>;

/** One distribution: a row of an opinion matrix, or a list of choices. */
interface Distribution {
	readonly id: string;
	readonly title: string;
	readonly options: readonly { readonly value: string; readonly text: string }[];
	/** Answers of one respondent exclude each other, so the options add up to the answers. */
	readonly isExclusive: boolean;
}

/** The sectors whose answers are tabulated together: one sector, or all that were asked. */
interface OpinionLevel {
	readonly id: string;
	readonly title: string;
	readonly rounds: readonly SectorRound[];
}

/**
 * Opinions are tabulated on one level only: by sector when every sector that answered has the base that control B
 * demands, otherwise over all sectors together when that has it. When neither has, by sector: disclosure control hides
 * those without the base. Both levels would let a reader subtract one from the other.
 */
export function addOpinionTables(
	set: TableSet,
	rounds: readonly SectorRound[],
	limits: OpinionLimits = defaultPolicy
): void {
	const opinions = rounds.flatMap((round) =>
		variablesOf(round)
			.filter((variable) => variable.opinion && !variable.freeText && variable.role !== 'text')
			.map((variable) => ({ round, variable }))
	);
	for (const [question, asked] of Map.groupBy(opinions, ({ variable }) => elementOf(variable))) {
		const asking = [...new Set(asked.map(({ round }) => round))];
		const distributions = distributionsOf(asked);
		for (const level of levelsOf(asking, distributions, limits)) {
			const title = opinionTitle(asked) ?? question;
			addOpinionTable(set, level, { question, title, distributions });
		}
	}
}

function levelsOf(
	rounds: readonly SectorRound[],
	distributions: readonly Distribution[],
	limits: OpinionLimits
): OpinionLevel[] {
	const bySector = rounds.map((round): OpinionLevel => {
		const { sector } = round.answers;
		return { id: sector, title: sectorName[sector], rounds: [round] };
	});
	const passes = (level: OpinionLevel): boolean =>
		distributions.every((distribution) => {
			const base = baseOf(level, distribution);
			return base.answers >= limits.minimumAnswers && base.organisations >= limits.minimumOrganisations;
		});
	const merged: OpinionLevel = { id: 'alla', title: 'Alla sektorer', rounds };
	if (rounds.length === 1 || bySector.every(passes) || !passes(merged)) return bySector;
	return [merged];
}

interface AskedVariable {
	readonly round: SectorRound;
	readonly variable: Variable;
}

function opinionTitle([first]: readonly AskedVariable[]): string | undefined {
	return first && questionTitle(first.round.answers.instrument, first.variable);
}

function distributionsOf(asked: readonly AskedVariable[]): Distribution[] {
	return [...Map.groupBy(asked, ({ variable }) => tallyCode(variable))].map(([id, alike]) => ({
		id,
		title: alike[0]?.variable.row?.text ?? 'Svar',
		options: distinctOptions(alike),
		isExclusive: alike[0]?.variable.role !== 'choice'
	}));
}

function distinctOptions(asked: readonly AskedVariable[]): Distribution['options'] {
	const options = asked.flatMap(({ round, variable }) => {
		if (variable.role !== 'choice') return variable.options ?? [];
		return [
			{ value: variable.option ?? variable.code, text: optionText(round.answers.instrument, variable) }
		];
	});
	return [...new Map(options.map((option) => [option.value, option])).values()];
}

function answersTo(level: OpinionLevel, distribution: Distribution, option: string): number {
	return level.rounds
		.flatMap((round) => round.answers.opinions)
		.filter((tally) => tally.variable === distribution.id && tally.option === option)
		.reduce((sum, tally) => sum + tally.answers, 0);
}

/** Answers behind a distribution: of a list of choices those who chose anything in it, each once. */
function baseOf(level: OpinionLevel, distribution: Distribution): Base {
	const counted = distribution.isExclusive ? distribution.options.map(({ value }) => value) : [answeredMark];
	const answers = counted.reduce((sum, option) => sum + answersTo(level, distribution, option), 0);
	return { answers, organisations: leastOrganisations(level, answers) };
}

/**
 * The fewest organisations that a number of answers can come from. The largest organisations of the municipal sectors
 * are taken to be the same ones; the police and the associations are organisations of their own.
 */
function leastOrganisations(level: OpinionLevel, answers: number): number {
	const municipal: number[] = [];
	const others: number[] = [];
	for (const { answers: sector } of level.rounds) {
		const ranked = sector.response.answeredByOrganisation.toSorted((one, other) => other - one);
		if (municipalSectors.has(sector.sector)) {
			ranked.forEach((units, place) => (municipal[place] = (municipal[place] ?? 0) + units));
		} else others.push(...ranked);
	}
	return fewestThatCover([...municipal, ...others], answers);
}

function addOpinionTable(
	set: TableSet,
	level: OpinionLevel,
	question: {
		readonly question: string;
		readonly title: string;
		readonly distributions: readonly Distribution[];
	}
): void {
	const exclusive = question.distributions.every(({ isExclusive }) => isExclusive);
	const id = `${question.question}-${level.id}`;
	const heading = {
		id,
		title: `${level.title}: ${question.title}`,
		unit: 'svar',
		base: baseText({
			asked: level.rounds.reduce((sum, round) => sum + round.answers.response.asked, 0),
			answered: level.rounds.reduce((sum, round) => sum + round.answers.response.answered, 0)
		}),
		notes: [
			'Svaren är bedömningar. De visas bara när tillräckligt många har svarat från tillräckligt många organisationer.',
			...(exclusive ? [] : ['Flera svar kunde väljas.'])
		]
	};
	set.table({
		...heading,
		...(exclusive
			? matrixLayout(set, level, question.distributions)
			: listLayout(set, level, question.distributions))
	});
}

function matrixLayout(set: TableSet, level: OpinionLevel, distributions: readonly Distribution[]) {
	const options = new Map(
		distributions.flatMap(({ options }) => options).map(({ value, text }) => [value, text])
	);
	return {
		columns: [
			...[...options].map(([id, title]) => ({ id, title, kind: 'number' as const })),
			{ id: 'svar', title: 'Svar', kind: 'number' as const }
		],
		rows: distributions.map((distribution) => {
			const keys = addDistribution(set, level, distribution);
			const plans = [...options.keys(), 'svar'].map((id) => plan(keys.get(id)));
			return { id: distribution.id, title: distribution.title, cells: plans };
		})
	};
}

function listLayout(set: TableSet, level: OpinionLevel, distributions: readonly Distribution[]) {
	return {
		columns: [{ id: 'svar', title: 'Svar', kind: 'number' as const }],
		rows: distributions.flatMap((distribution) => {
			const keys = addDistribution(set, level, distribution);
			return distribution.options.map(({ value, text }) => ({
				id: value,
				title: text,
				cells: [plan(keys.get(value))]
			}));
		})
	};
}

function plan(key: string | undefined): CellPlan {
	return key === undefined ? { kind: 'empty' } : { kind: 'count', key };
}

function addDistribution(
	set: TableSet,
	level: OpinionLevel,
	distribution: Distribution
): Map<string, string> {
	const year = level.rounds[0]?.year ?? 0;
	const group = `${year}/${distribution.id}/${level.id}`;
	const base = baseOf(level, distribution);
	const keys = new Map<string, string>();
	const label = (name: string): string => `${level.title}: ${distribution.id}, ${name}, ${year}`;
	for (const { value: option } of distribution.options) {
		const value = answersTo(level, distribution, option);
		const cell = {
			key: `${group}/${option}`,
			value,
			rule: 'opinions',
			base,
			group,
			label: label(option)
		} as const;
		keys.set(option, set.cell(cell));
	}
	if (!distribution.isExclusive) return keys;
	// The number of answers is no opinion, but goes with the group: hidden when its distribution is.
	const total = set.cell({
		key: `${group}/svar`,
		value: base.answers,
		rule: 'open',
		group,
		label: label('svar')
	});
	set.relate(total, [...keys.values()]);
	return keys.set('svar', total);
}
