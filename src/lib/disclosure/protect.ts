import { certifiedSuppression } from './certifiedSuppression.ts';
import { explainExposures } from './explainExposures.ts';
import { loadHighsSolver } from './highsSolver.ts';
import type { IndicatorTableSet } from './indicatorTable.ts';
import { jointSystem, type JointSystem } from './jointSystem.ts';
import { entry } from './numbers.ts';
import type {
	DisclosurePolicy,
	DisclosureProtocol,
	HidingReason,
	ProtectionInput,
	ProtectionOutcome,
	ReportProgress
} from './protection.ts';
import { printedKeys, releaseTable } from './releaseTables.ts';
import { verifyCertificates } from './verifyCertificates.ts';

/**
 * Disclosure control over a whole release: hides what the rules demand and as few other cells as are needed so that
 * no hidden value can be computed, proves it for each hidden cell, and releases the tables. The only way to a
 * ReleasedTable. Refuses, with the equations that give a cell away, when numbers published earlier make protection
 * impossible.
 */
export async function protect(
	input: ProtectionInput,
	report: ReportProgress = () => undefined
): Promise<ProtectionOutcome> {
	const { set, policy, ledger } = input;
	const solver = await loadHighsSolver();
	const system = jointSystem(set);
	const { hidden, certificates, problem, unmet } = certifiedSuppression(
		system,
		{ policy, ledger, report },
		solver
	);
	if (unmet.length > 0)
		return {
			ok: false,
			refusal: 'unprotected-cells',
			unprotected: explainExposures(system, { problem, unmet, policy, ledger }, solver)
		};
	report({ step: 'proving', done: 0, of: certificates.length + 1 });
	const tables = release(set, system, { hidden, policy });
	const faults = verifyCertificates({ set, policy, ledger, tables, certificates });
	// A fault here is an error in this program, never a property of the figures, so nothing is published.
	if (faults.length > 0) throw new Error(`The proof of protection does not hold: ${faults.join('; ')}`);
	return {
		ok: true,
		value: {
			tables,
			hidden,
			certificates,
			shown: ledgerOf(set, system, hidden),
			protocol: {
				policy,
				cells: system.cells.filter((cell) => !cell.isVirtual).length,
				hiddenByReason: countReasons(hidden),
				certified: certificates.length,
				verified: true
			}
		}
	};
}

function release(
	set: IndicatorTableSet,
	system: JointSystem,
	{ hidden, policy }: { hidden: ReadonlyMap<string, HidingReason>; policy: DisclosurePolicy }
) {
	const value = new Map(system.cells.map((cell) => [cell.key, cell.value]));
	return set.tables.map((table) =>
		releaseTable(table, {
			value: (key) => entry(value, key),
			isHidden: (key) => hidden.has(key),
			minimumShareBase: policy.minimumShareBase
		})
	);
}

/** What has been printed, with its number, and what has been hidden. A number that no table printed is still free. */
function ledgerOf(
	set: IndicatorTableSet,
	system: JointSystem,
	hidden: ReadonlyMap<string, HidingReason>
): Map<string, number | null> {
	const printed = printedKeys(set, hidden);
	const entries = system.cells.flatMap((cell): [string, number | null][] => {
		if (hidden.has(cell.key)) return [[cell.key, null]];
		return printed.has(cell.key) ? [[cell.key, cell.value]] : [];
	});
	return new Map(entries);
}

function countReasons(hidden: ReadonlyMap<string, HidingReason>): DisclosureProtocol['hiddenByReason'] {
	const count = { threshold: 0, 'opinion-base': 0, withheld: 0, complementary: 0, 'hidden-before': 0 };
	let contributors = 0;
	for (const reason of hidden.values())
		if (reason === 'contributors') contributors++;
		else count[reason]++;
	return contributors > 0 ? { ...count, contributors } : count;
}
