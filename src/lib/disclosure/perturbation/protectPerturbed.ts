import { explainExposures } from '#lib/disclosure/search/explainExposures.ts';
import { hiddenPlaces } from '#lib/disclosure/tables/hiddenPlaces.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { protocolOf } from '#lib/disclosure/protocolOf.ts';
import type {
	HidingReason,
	Protection,
	ProtectionInput,
	ProtectionOutcome,
	ReportProgress
} from '#lib/disclosure/protection.ts';
import { readPerturbed } from '#lib/disclosure/verify/readPerturbed.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { printedKeys, releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import { wishOutcomes } from '#lib/disclosure/rules/wishes.ts';
import { certifiedPerturbation, type CertifiedPerturbation, type Perturb } from './certifiedPerturbation.ts';

/**
 * A release whose numbers of persons are printed a little off instead of hidden, and proven like a suppression. What
 * other rules hide stays hidden.
 * @throws {RangeError} for what these methods cannot keep: insiders, amounts, the level of the threshold, rules on
 * contributors, and numbers that were published before.
 */
export async function protectPerturbed(
	input: ProtectionInput,
	perturb: Perturb,
	report: ReportProgress = () => undefined
): Promise<ProtectionOutcome> {
	const { set, policy, ledger } = input;
	const solver = await loadHighsSolver();
	const system = jointSystem(set);
	const perturbed = certifiedPerturbation(system, { policy, ledger, perturb, report }, solver);
	const { problem, unmet } = perturbed;
	if (unmet.length > 0) {
		const exposures = { problem, unmet, policy, ledger, mostWithRemedies: 0 };
		return {
			ok: false,
			refusal: 'unprotected-cells',
			unprotected: explainExposures(system, exposures, solver)
		};
	}
	report({ step: 'proving', done: 0, of: 1 });
	return { ok: true, value: provenRelease(input, { system, ...perturbed }) };
}

/** @throws {Error} when the verifier finds a fault: an error in this program, never a property of the figures. */
function provenRelease(
	{ set, policy, wishes = [] }: ProtectionInput,
	{
		system,
		perturbation,
		hidden,
		certificates
	}: Omit<CertifiedPerturbation, 'problem' | 'unmet'> & { system: JointSystem }
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
