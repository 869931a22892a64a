import { explainExposures } from '#lib/disclosure/search/explainExposures.ts';
import { hiddenPlaces } from '#lib/disclosure/tables/hiddenPlaces.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem, type JointSystem } from './jointSystem.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type {
	DisclosurePolicy,
	HidingReason,
	Obstacle,
	ProtectionInput,
	ProtectionOutcome,
	ReportProgress,
	Unprotected,
	Wish
} from './protection.ts';
import { protocolOf } from './protocolOf.ts';
import { printedKeys, releaseTable, type ReleasableNumbers } from '#lib/disclosure/tables/releaseTables.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { wishByKey, wishOutcomes } from '#lib/disclosure/rules/wishes.ts';
import { wishedSuppression } from '#lib/disclosure/search/wishedSuppression.ts';

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
	const { set, policy, ledger, wishes = [] } = input;
	const solver = await loadHighsSolver();
	const system = jointSystem(set);
	const wished = wishByKey(set, wishes);
	const { hidden, certificates, problem, unmet, prevented } = wishedSuppression(
		system,
		{ policy, ledger, report, wishes: wished },
		solver
	);
	if (unmet.length > 0)
		return {
			ok: false,
			refusal: 'unprotected-cells',
			unprotected: explainExposures(system, { problem, unmet, policy, ledger }, solver)
		};
	report({ step: 'proving', done: 0, of: certificates.length + 1 });
	const numbers = numbersOf(system, { hidden, policy });
	const tables = set.tables.map((table) => releaseTable(table, numbers));
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
			protocol: protocolOf(system, { policy, hidden, certificates }),
			places: hiddenPlaces(set, hidden, numbers),
			wishes: wishOutcomes(set, wishes, hidden),
			obstacles: obstacles(system, { hidden, wished, prevented })
		}
	};
}

/** Why numbers that must be shown are hidden: by a rule of their own, or since another could be computed from them. */
function obstacles(
	system: JointSystem,
	{
		hidden,
		wished,
		prevented
	}: {
		hidden: ReadonlyMap<string, HidingReason>;
		wished: ReadonlyMap<string, Wish>;
		prevented: readonly Unprotected[];
	}
): Obstacle[] {
	const equations = prevented.flatMap((exposure) => exposure.equations);
	return system.cells.flatMap(({ key, label }) => {
		const reason = wished.get(key) === 'must-show' ? hidden.get(key) : undefined;
		if (!reason) return [];
		const telling = reason === 'complementary' ? equations.filter((words) => words.includes(label)) : [];
		return [{ label, reason, equations: [...new Set(telling)] }];
	});
}

function numbersOf(
	system: JointSystem,
	{ hidden, policy }: { hidden: ReadonlyMap<string, HidingReason>; policy: DisclosurePolicy }
): ReleasableNumbers {
	const value = new Map(system.cells.map((cell) => [cell.key, cell.value]));
	return {
		value: (key) => entry(value, key),
		isHidden: (key) => hidden.has(key),
		minimumShareBase: policy.minimumShareBase
	};
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
