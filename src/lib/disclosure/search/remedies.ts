import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import { certifiedSuppression } from './certifiedSuppression.ts';
import { connectedTo } from './connectedTo.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { byCodeUnit, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type { DisclosurePolicy, PublicationLedger, Remedy } from '#lib/disclosure/protection.ts';

interface Situation {
	readonly system: JointSystem;
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
}

interface Trial extends Situation {
	readonly words: string;
}

/** Changes tried for one cell, nearest first: each is a search of its own. */
const mostTrials = 12;

/**
 * What would protect a cell that nothing can protect as the tables are: two parts shown as one, a split left out, zeros
 * hidden. Each is tried, and those that help are told, the one that loses the fewest numbers first.
 */
export function remediesFor(key: string, situation: Situation, solver: LinearSolver): Remedy[] {
	const around = connectedTo([key], situation.system);
	const before = { ...situation, system: around };
	const printable = around.cells.filter(({ isVirtual }) => !isVirtual).length;
	return trials(key, before)
		.slice(0, mostTrials)
		.flatMap(({ words, ...trial }) => {
			const { hidden, unmet } = certifiedSuppression(trial.system, trial, solver);
			if (unmet.length > 0) return [];
			const left = trial.system.cells.filter((cell) => !cell.isVirtual && !hidden.has(cell.key)).length;
			return [{ words, lost: printable - left }];
		})
		.sort((a, b) => a.lost - b.lost || byCodeUnit(a.words, b.words));
}

function trials(key: string, situation: Situation): Trial[] {
	const { system, policy } = situation;
	const labels = new Map(system.cells.map((cell) => [cell.key, cell.label]));
	const nameOf = (one: string) => labels.get(one) ?? one;
	const splits = system.relations.filter(({ parts }) => parts.includes(key));
	const joined = splits.flatMap(({ parts }) =>
		pairsAmong(key, parts, situation).map(([one, other]) => ({
			...situation,
			words: `Visa ${nameOf(one)} och ${nameOf(other)} som ett tal`,
			system: withJoined(system, [one, other])
		}))
	);
	const dropped = splits
		.filter(({ parts }) => !parts.some((part) => situation.ledger.has(part)))
		.map(({ total, parts }) => ({
			...situation,
			words: `Visa inte delarna av ${nameOf(total)}`,
			system: { ...system, cells: notPrinted(system.cells, parts) }
		}));
	const zeros: Trial[] =
		policy.zeros === 'open'
			? [{ ...situation, words: hideZerosWords, policy: { ...policy, zeros: 'hidden' } }]
			: [];
	return [...joined, ...zeros, ...dropped];
}

/** The two smallest others, and the cell with each of the smaller ones, as far as they are not published already. */
function pairsAmong(
	key: string,
	parts: readonly string[],
	{ system, ledger }: Situation
): (readonly [string, string])[] {
	const cells = new Map(system.cells.map((cell) => [cell.key, cell]));
	const isFree = (part: string) => !ledger.has(part) && cells.get(part)?.group === undefined;
	const smallest = parts
		.filter((part) => part !== key && isFree(part))
		.sort((a, b) => (cells.get(a)?.value ?? 0) - (cells.get(b)?.value ?? 0) || byCodeUnit(a, b));
	const [first, second] = smallest;
	const withKey = isFree(key) ? smallest.slice(0, 3).map((other) => [key, other] as const) : [];
	return [...(first === undefined || second === undefined ? [] : [[first, second] as const]), ...withKey];
}

/** Their sum instead of the two. They are not printed, but what can be computed of them is still protected. */
function withJoined(system: JointSystem, pair: readonly [string, string]): JointSystem {
	const [one, other] = pair.map((key) => system.cells.find((cell) => cell.key === key));
	if (!one || !other) return system;
	const both: IndicatorCell = {
		key: pair.join(' + '),
		label: `${one.label} + ${other.label}`,
		value: one.value + other.value,
		rule: one.rule,
		...(one.contributions && other.contributions
			? { contributions: [...one.contributions, ...other.contributions] }
			: {})
	};
	return {
		cells: [...notPrinted(system.cells, pair), both],
		relations: [...system.relations, { total: both.key, parts: pair }]
	};
}

function notPrinted(cells: readonly IndicatorCell[], keys: readonly string[]): IndicatorCell[] {
	return cells.map((cell) => (keys.includes(cell.key) ? { ...cell, isVirtual: true } : cell));
}
