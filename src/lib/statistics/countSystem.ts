import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName, sectors, type Sector } from '#lib/organisations/sector.ts';
import { breakdownAnswers, breakdownsOf, breakdownPrefix } from './breakdowns.ts';
import { boundsWhenSplit, isRestTooFew, isTooFewToSplit, panelTellsOfFew } from './fewKnown.ts';
import { panelIsOfFew } from './fewOrganisations.ts';
import { knownOf } from './known.ts';
import { compareWithPrevious } from './panel.ts';
import type { Comparison } from './panel.ts';
import { addRecordSets } from './recordSets.ts';
import type { RecordSet } from './recordSets.ts';
import { isLeftOut } from './restraints.ts';
import { isBesideFew } from './sharedBreakdowns.ts';
import type { TableSet } from './tableSet.ts';
import { hasNumbers, unitsWithNumbers, unitValues } from './unitAnswers.ts';
import type { SectorRound, SectorRounds, UnitSet, UnitValues } from './unitAnswers.ts';

/** The keys of one count in one sector. Absent when no unit gave a number, so that there is nothing to add up. */
export interface CountKeys {
	readonly sum: string;
	/** The largest single unit's number. */
	readonly largest: string;
	readonly comparison: Comparison;
	/** The total of each breakdown that splits this count, by the breakdown's item. */
	readonly breakdownTotals: ReadonlyMap<string, string>;
	readonly previousSum?: string;
	readonly previousLargest?: string;
	/** Absent where it is left out. */
	readonly panel?: string;
	/** Absent also when it would tell of few persons: what it could be computed from was printed last year. */
	readonly previousPanel?: string;
}

export function countPrefix(round: SectorRound, code: string): string {
	return `${round.year}/${code}/${round.answers.sector}`;
}

export function countRule(variable: Variable): 'persons' | 'open' {
	return variable.person ? 'persons' : 'open';
}

/** The sector and the code that a count's key begins with; undefined of other keys. */
export function countOfKey(key: string): { readonly sector: Sector; readonly code: string } | undefined {
	const [, code, named] = key.split('/');
	const sector = sectors.find((one) => one === named);
	return sector && code !== undefined ? { sector, code } : undefined;
}

/** "Vuxna", "Sexuella ändamål, barn", or the question itself when the count has no row. */
export function countTitle(variable: Variable): string {
	const column =
		variable.column && variable.column.text.charAt(0).toLowerCase() + variable.column.text.slice(1);
	const parts = [variable.row?.text, column].filter((part) => part !== undefined);
	return parts.length > 0 ? parts.join(', ') : variable.title;
}

/** Adds everything about one count: this round, the round before, and the units that are in both. */
export function addCount(set: TableSet, variable: Variable, rounds: SectorRounds): CountKeys | undefined {
	if (!hasNumbers(rounds.current, variable)) return undefined;
	const values = unitValues(rounds.current, variable);
	const comparison = compareWithPrevious(values, variable, rounds);
	if (!comparison.comparable) {
		const keys = addRoundCount(set, { round: rounds.current, variable, values, panels: [] });
		return { ...currentKeys(keys), comparison };
	}
	const { previous, units, previousUnits, previousValues } = comparison;
	const now = { round: rounds.current, variable, values };
	const earlier = { round: previous, variable: comparison.variable, values: previousValues };
	const panel = { name: `panel-${previous.year}`, units };
	const previousPanel = { name: `panel-${rounds.current.year}`, units: previousUnits };
	const previousOnes = [...publishedPanels(rounds, comparison), previousPanel];
	const isOfFew = tellsOfFewOrganisations(
		rounds,
		{ now, earlier },
		{ panels: [panel], previousPanels: previousOnes }
	);
	const panels = toldPanels(rounds, now, { isOfFew, panels: [panel] });
	const previousPanels = toldPanels(rounds, earlier, { isOfFew, panels: previousOnes });
	const isPanelWithheld = panelsTellOfFew(now, panels);
	const keys = addRoundCount(set, { ...now, panels, isPanelWithheld });
	const previousKeys = addRoundCount(set, { ...earlier, panels: previousPanels });
	const panelKey = keys.get(panel.name);
	const previousPanelKey = panelsTellOfFew(earlier, previousPanels)
		? undefined
		: previousKeys.get(previousPanel.name);
	return {
		...currentKeys(keys),
		comparison,
		previousSum: keyIn(previousKeys, 'sum'),
		previousLargest: keyIn(previousKeys, 'max'),
		...(panelKey === undefined ? {} : { panel: panelKey }),
		...(previousPanelKey === undefined ? {} : { previousPanel: previousPanelKey })
	};
}

/** Whether the comparison of either round tells of few organisations, where a rule asks for more. */
function tellsOfFewOrganisations(
	{ current: { fewestOrganisations } }: SectorRounds,
	{ now, earlier }: Readonly<Record<'now' | 'earlier', Pick<RoundCount, 'round' | 'variable' | 'values'>>>,
	told: Readonly<Record<'panels' | 'previousPanels', readonly Panel[]>>
): boolean {
	const unitsOf = (panels: readonly Panel[]) => panels.map(({ units }) => units);
	return (
		panelIsOfFew(now, unitsOf(told.panels), fewestOrganisations) ||
		panelIsOfFew(earlier, unitsOf(told.previousPanels), fewestOrganisations)
	);
}

/**
 * The panels that are part of the system: where the comparison is left out, or tells of few organisations, only what is
 * printed already. What is not told can neither be computed nor be subtracted from anything.
 */
function toldPanels(
	{ current }: SectorRounds,
	{ round, variable }: Pick<RoundCount, 'round' | 'variable'>,
	{ isOfFew, panels }: { readonly isOfFew: boolean; readonly panels: readonly Panel[] }
): readonly Panel[] {
	if (!isOfFew && !isLeftOut(current, variable.code, 'comparison')) return panels;
	const prefix = countPrefix(round, variable.code);
	return panels.filter(({ name }) => current.isPublished?.(`${prefix}/${name}`) ?? false);
}

function panelsTellOfFew(
	{ round, variable, values }: Pick<RoundCount, 'round' | 'variable' | 'values'>,
	panels: readonly Panel[]
): boolean {
	const told = { values, panels: panels.map(({ units }) => units), splits: splitsOf(round, variable) };
	return variable.person && panelTellsOfFew(round, told);
}

/** What the report of the round before told of its units in both rounds: a reader can subtract it from what this one tells. */
function publishedPanels(
	{ beforePrevious }: SectorRounds,
	{ previous, variable, previousValues }: Comparison & { readonly comparable: true }
): Panel[] {
	const earlier = compareWithPrevious(previousValues, variable, {
		current: previous,
		previous: beforePrevious
	});
	return earlier.comparable ? [{ name: `panel-${earlier.previous.year}`, units: earlier.units }] : [];
}

function currentKeys(
	keys: ReadonlyMap<string, string>
): Pick<CountKeys, 'sum' | 'largest' | 'breakdownTotals'> {
	const splits = [...keys]
		.filter(([name]) => name.startsWith(breakdownPrefix) && !name.includes('-utan-'))
		.map(([name, key]): [string, string] => [name.slice(breakdownPrefix.length), key]);
	return { sum: keyIn(keys, 'sum'), largest: keyIn(keys, 'max'), breakdownTotals: new Map(splits) };
}

interface RoundCount {
	readonly round: SectorRound;
	readonly variable: Variable;
	readonly values: UnitValues;
	/** The units that are also in another round. */
	readonly panels: readonly Panel[];
	readonly isPanelWithheld?: boolean;
}

interface Panel {
	readonly name: string;
	readonly units: UnitSet;
}

function addRoundCount(set: TableSet, count: RoundCount): Map<string, string> {
	const { round, variable, values } = count;
	const name = `${sectorName[round.answers.sector]}: ${countTitle(variable)}, ${round.year}`;
	const isWithheld =
		variable.person && (isBesideFew(round, variable) || isLeftOut(round, variable.code, 'all'));
	const sets: RecordSet[] = [
		{ name: 'sum', label: `${name}, summa`, units: 'all', detail: 'sum', isWithheld },
		{
			name: 'max',
			label: `${name}, störst hos en enhet`,
			units: largestUnit(count),
			detail: 'largest',
			isWithheld: isWithheld || isLeftOut(round, variable.code, 'largest')
		},
		...shownSplits(round, variable)
	];
	for (const panel of count.panels) {
		sets.push({
			name: panel.name,
			label: `${name}, enheter som svarat båda gångerna`,
			units: panel.units,
			detail: 'sum',
			isWithheld: isWithheld || (count.isPanelWithheld ?? false)
		});
	}
	return addRecordSets(set, {
		round,
		prefix: countPrefix(round, variable.code),
		rule: countRule(variable),
		items: [variable.item],
		values,
		sets
	});
}

/** The first of them, where several gave the same number. */
function largestUnit({ round, variable, values }: RoundCount): UnitSet {
	return { only: values.indexOf(knownOf(round, variable).largest) };
}

/** The breakdowns that split this very count, with what they split of it. */
function splitsOf(
	round: SectorRound,
	variable: Variable
): { item: string; agrees: boolean; whole: UnitValues; part: UnitValues }[] {
	if (isLeftOut(round, variable.code, 'breakdowns')) return [];
	return breakdownsOf(round)
		.filter(({ parents }) => parents.length === 1 && parents[0]?.code === variable.code)
		.map((breakdown) => breakdownAnswers(round, breakdown))
		.map(({ breakdown: { item }, agrees, totals, parentValues }) => ({
			item,
			agrees,
			whole: parentValues,
			part: totals
		}));
}

/** The totals of those that are shown and agree with the count: each is a set of the count's records. */
function shownSplits(round: SectorRound, variable: Variable): RecordSet[] {
	const name = `${sectorName[round.answers.sector]}: ${countTitle(variable)}, ${round.year}`;
	return splitsOf(round, variable)
		.filter((split) => split.agrees && !isTooFewToSplit(round, split))
		.map((split) => ({
			name: `${breakdownPrefix}${split.item}`,
			label: `${name}, fördelade i ${split.item}`,
			units: unitsWithNumbers(split.part),
			detail: 'breakdown',
			isWithheld: isRestTooFew(round, split),
			...boundsWhenSplit(round, split.whole)
		}));
}

function keyIn(keys: ReadonlyMap<string, string>, name: string): string {
	const key = keys.get(name);
	if (key === undefined) throw new Error(`The record set ${name} got no key`);
	return key;
}
