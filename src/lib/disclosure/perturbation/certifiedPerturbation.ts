import { certify } from '#lib/disclosure/search/certifiedSuppression.ts';
import { connectedTo } from '#lib/disclosure/search/connectedTo.ts';
import { floorOf, stateProblem, type StatedProblem } from '#lib/disclosure/search/stateProblem.ts';
import type { Need } from '#lib/disclosure/search/needs.ts';
import { suppress } from '#lib/disclosure/search/suppress.ts';
import type { SuppressionProblem } from '#lib/disclosure/search/suppressionProblem.ts';
import type { JointSystem } from '#lib/disclosure/jointSystem.ts';
import type {
	Certificate,
	DisclosurePolicy,
	HidingReason,
	PublicationLedger,
	ReportProgress
} from '#lib/disclosure/protection.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { boundsOfPerturbed, type Perturbation } from './perturbation.ts';

/** Makes the numbers of the cells that are printed. Throws when it cannot. */
export type Perturb = (
	system: JointSystem,
	isPrinted: (key: string) => boolean,
	solver: LinearSolver
) => Perturbation;

export interface CertifiedPerturbation {
	readonly problem: SuppressionProblem;
	readonly perturbation: Perturbation;
	/** What other rules hide: it is not printed, not even a little off. */
	readonly hidden: ReadonlyMap<string, HidingReason>;
	readonly certificates: readonly Certificate[];
	/** What the numbers printed give away. Empty when they may be published. */
	readonly unmet: readonly Need[];
}

/**
 * What is printed a little off in a joint system, with the proof of each number that must not be known: to the reader
 * every printed number is unknown within its bounds, and each of these needs a whole-number world in which it is one more,
 * and one in which it is one less, as far as its bounds leave room.
 * @throws {RangeError} for what these methods cannot keep.
 */
export function certifiedPerturbation(
	system: JointSystem,
	{ policy, ledger, perturb, report }: PerturbationTask,
	solver: LinearSolver
): CertifiedPerturbation {
	checkKept(system, policy, ledger);
	const stated = stateProblem(system, policy, ledger);
	const isPrinted = isPerturbed(system, stated);
	const perturbation = perturb(system, isPrinted, solver);
	const problem = seenPerturbed(stated.problem, { ...stated, perturbation });
	const suppression = suppress(problem, solver, report);
	return {
		problem,
		perturbation,
		hidden: hiddenBesides(system, { ...stated, isUnknown: suppression.isUnknown, isPrinted }),
		certificates: certify(problem, suppression),
		unmet: suppression.unmet
	};
}

interface PerturbationTask {
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	readonly perturb: Perturb;
	readonly report?: ReportProgress;
}

function hiddenBesides(
	{ cells }: JointSystem,
	{
		reasons,
		isUnknown,
		isPrinted
	}: { reasons: StatedProblem['reasons']; isUnknown: Uint8Array; isPrinted: (key: string) => boolean }
): Map<string, HidingReason> {
	return new Map(
		cells.flatMap(({ key, isVirtual }, cell): [string, HidingReason][] =>
			isUnknown[cell] === 1 && !isVirtual && !isPrinted(key)
				? [[key, reasons.get(key) ?? 'complementary']]
				: []
		)
	);
}

function checkKept({ cells }: JointSystem, policy: DisclosurePolicy, ledger: PublicationLedger): void {
	if ((policy.insiders ?? 'none') !== 'none')
		throw new RangeError('Perturbed numbers are proven against the public only');
	if (cells.some(({ rule }) => rule === 'amounts')) throw new RangeError('Amounts are not perturbed');
	// One more and one less is what is proven; these ask for more.
	if (policy.level === 'threshold')
		throw new RangeError('A perturbed number is not proven to reach the threshold');
	if (policy.contributors && cells.some(({ contributions = [] }) => contributions.length > 0))
		throw new RangeError('Perturbed numbers do not keep the rules on contributors');
	// A number known exactly, or within other bounds than these, would narrow what nobody has proven.
	const before = cells.find(({ key }) => ledger.has(key));
	if (before)
		throw new RangeError(`${before.key} was published before: the method of a number cannot be changed`);
}

/** Numbers of persons and the open ones that hang together with them, but for what other rules hide and what is not shown. */
function isPerturbed(system: JointSystem, { reasons }: StatedProblem): (key: string) => boolean {
	const persons = system.cells.filter(({ rule }) => rule === 'persons').map(({ key }) => key);
	const linked = connectedTo(persons, system).cells;
	const isKept = ({ key }: IndicatorCell) => ['opinion-base', 'withheld'].includes(reasons.get(key) ?? '');
	const printed = new Set(linked.filter((cell) => !cell.isVirtual && !isKept(cell)).map(({ key }) => key));
	return (key) => printed.has(key);
}

/** As the reader sees it: printed numbers are unknown within their bounds, and nothing more can be hidden of them. */
function seenPerturbed(
	problem: SuppressionProblem,
	{ reasons, perturbation: { published, reach } }: StatedProblem & { readonly perturbation: Perturbation }
): SuppressionProblem {
	const bounds = problem.keys.map((key) => {
		const number = published.get(key);
		return number === undefined ? undefined : boundsOfPerturbed(number, reach(key));
	});
	const isOff = (cell: number) => bounds[cell] !== undefined;
	const lower = problem.lower.map((low, cell) => bounds[cell]?.low ?? low);
	const isUnknown = problem.isUnknown.map((unknown, cell) => (isOff(cell) ? 1 : unknown));
	const mayHide = problem.mayHide.map((may, cell) => (isOff(cell) ? 0 : may));
	const settled = problem.value.map((value, cell) =>
		at(isUnknown, cell) === 1 || at(mayHide, cell) === 1 ? at(lower, cell) : value
	);
	const one = new Float64Array(problem.keys.length).fill(1);
	return {
		...problem,
		lower,
		upper: problem.upper.map((high, cell) => bounds[cell]?.high ?? high),
		floor: floorOf(settled, problem.byRow),
		isUnknown,
		mayHide,
		isGuarded: problem.isGuarded.map((guarded, cell) =>
			isOff(cell) ? Number(reasons.has(problem.keys[cell] ?? '')) : guarded
		),
		isLoose: problem.isLoose.map((loose, cell) => (isOff(cell) ? 0 : loose)),
		mayBeLeast: problem.mayBeLeast.map((least, cell) => (isOff(cell) ? 0 : least)),
		above: one,
		below: one
	};
}
