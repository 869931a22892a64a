import { certify } from '#lib/disclosure/search/certifiedSuppression.ts';
import { connectedTo } from '#lib/disclosure/search/connectedTo.ts';
import { explainExposures } from '#lib/disclosure/search/explainExposures.ts';
import { hiddenPlaces } from '#lib/disclosure/tables/hiddenPlaces.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { IndicatorCell, IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { at, entry } from '#lib/disclosure/solver/numbers.ts';
import { boundsOfPerturbed, type Perturbation } from './perturbation.ts';
import { protocolOf } from '#lib/disclosure/protocolOf.ts';
import type {
	Certificate,
	HidingReason,
	Protection,
	ProtectionInput,
	ProtectionOutcome,
	ReportProgress
} from '#lib/disclosure/protection.ts';
import { readPerturbed } from '#lib/disclosure/verify/readPerturbed.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { printedKeys, releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import { floorOf, stateProblem, type StatedProblem } from '#lib/disclosure/search/stateProblem.ts';
import { suppress } from '#lib/disclosure/search/suppress.ts';
import type { SuppressionProblem } from '#lib/disclosure/search/suppressionProblem.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import { wishOutcomes } from '#lib/disclosure/rules/wishes.ts';

/** Makes the numbers of the cells that are printed. Throws when it cannot. */
export type Perturb = (
	system: JointSystem,
	isPrinted: (key: string) => boolean,
	solver: LinearSolver
) => Perturbation;

/**
 * A release whose numbers of persons are printed a little off instead of hidden, and proven like a suppression: to the
 * reader every such number is unknown within its bounds, and each that must not be known needs a whole-number world in
 * which it is one more, and one in which it is one less, as far as its bounds leave room. What other rules hide stays
 * hidden.
 * @throws {RangeError} for what these methods cannot keep: insiders, amounts, and numbers that were published before.
 */
export async function protectPerturbed(
	input: ProtectionInput,
	perturb: Perturb,
	report: ReportProgress = () => undefined
): Promise<ProtectionOutcome> {
	const { set, policy, ledger } = input;
	checkInput(input);
	const solver = await loadHighsSolver();
	const system = jointSystem(set);
	const stated = stateProblem(system, policy, ledger);
	const isPrinted = isPerturbed(system, stated);
	const perturbation = perturb(system, isPrinted, solver);
	const problem = seenPerturbed(stated.problem, { ...stated, perturbation });
	const suppression = suppress(problem, solver, report);
	const { unmet } = suppression;
	if (unmet.length > 0) {
		const exposures = { problem, unmet, policy, ledger, mostWithRemedies: 0 };
		return {
			ok: false,
			refusal: 'unprotected-cells',
			unprotected: explainExposures(system, exposures, solver)
		};
	}
	report({ step: 'proving', done: 0, of: 1 });
	const hidden = hiddenBesides(system, { ...stated, isUnknown: suppression.isUnknown, isPrinted });
	const certificates = certify(problem, suppression);
	return { ok: true, value: provenRelease(input, { system, perturbation, hidden, certificates }) };
}

/** @throws {Error} when the verifier finds a fault: an error in this program, never a property of the figures. */
function provenRelease(
	{ set, policy, wishes = [] }: ProtectionInput,
	{
		system,
		perturbation,
		hidden,
		certificates
	}: {
		system: JointSystem;
		perturbation: Perturbation;
		hidden: ReadonlyMap<string, HidingReason>;
		certificates: readonly Certificate[];
	}
): Protection {
	const { published } = perturbation;
	const value = new Map(set.cells.map((cell) => [cell.key, cell.value]));
	const numbers = {
		value: (key: string) => published.get(key) ?? entry(value, key),
		isHidden: (key: string) => hidden.has(key),
		minimumShareBase: policy.minimumShareBase
	};
	const tables = set.tables.map((table) => releaseTable(table, numbers));
	checkIntervals(tables);
	const { view, faults } = readPerturbed({
		set,
		policy,
		tables,
		reach: perturbation.reach,
		isPerturbed: (key) => published.has(key)
	});
	const all = [...faults, ...faultsOfProof(view, certificates)];
	if (all.length > 0) throw new Error(`The proof of protection does not hold: ${all.join('; ')}`);
	return {
		tables,
		hidden,
		certificates,
		shown: ledgerOf(set, hidden, published),
		protocol: protocolOf(system, { policy, hidden, certificates }),
		places: hiddenPlaces(set, hidden, numbers),
		wishes: wishOutcomes(set, wishes, hidden),
		obstacles: []
	};
}

/** @throws {RangeError} where noise has put the low end of an interval above the high one. */
function checkIntervals(tables: readonly ReleasedTable[]): void {
	for (const { title, rows } of tables)
		for (const cell of rows.flatMap(({ cells }) => cells))
			if (cell.kind === 'interval' && cell.low > cell.high)
				throw new RangeError(`An interval of ${title} cannot be printed perturbed`);
}

/** Numbers printed a little off are kept as hidden: no later release may show them as they are. */
function ledgerOf(
	set: IndicatorTableSet,
	hidden: ReadonlyMap<string, HidingReason>,
	published: ReadonlyMap<string, number>
): Map<string, number | null> {
	const printed = printedKeys(set, hidden);
	return new Map(
		set.cells.flatMap(({ key, value }): [string, number | null][] => {
			if (hidden.has(key) || (published.has(key) && printed.has(key))) return [[key, null]];
			return printed.has(key) ? [[key, value]] : [];
		})
	);
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

function checkInput({ set, policy, ledger }: ProtectionInput): void {
	if ((policy.insiders ?? 'none') !== 'none')
		throw new RangeError('Perturbed numbers are proven against the public only');
	if (set.cells.some(({ rule }) => rule === 'amounts')) throw new RangeError('Amounts are not perturbed');
	// A number known exactly, or within other bounds than these, would narrow what nobody has proven.
	const before = set.cells.find(({ key }) => ledger.has(key));
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
