/** Protects and verifies one table of the list, named by its place, and prints a row: a process of its own, for its memory. */
import { attackOnContributors } from '#lib/disclosure/verify/attackOnContributors.ts';
import {
	certifiedSuppression,
	type CertifiedSuppression
} from '#lib/disclosure/search/certifiedSuppression.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { jointSystem, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import { benchTables } from './tables.ts';

/** Seconds of the processor, whatever else the machine does. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

/** Faults of a release in which each cell stands in a table of its own. */
function faultsIn(
	system: JointSystem,
	policy: DisclosurePolicy,
	{ hidden, certificates }: CertifiedSuppression
): string[] {
	const cells = new Map(system.cells.map((cell) => [cell.key, cell]));
	const isCount = (key: string) => policy.zeros === 'open' && entry(cells, key).rule === 'persons';
	return faultsOfProof(
		{
			values: new Map(system.cells.map(({ key, value }) => [key, value])),
			relations: system.relations,
			known: new Set([...cells.keys()].filter((key) => !hidden.has(key))),
			guarded: new Set(hidden.keys()),
			bounds: (key) => ({ low: isCount(key) ? 1 : 0, high: Infinity }),
			distance: (key, direction) => {
				const { above, below } = attackOnContributors(entry(cells, key), policy);
				return direction > 0 ? above : below;
			},
			asked: (key) => (hidden.get(key) === 'complementary' ? policy.complementary : undefined),
			isSettled: (key) => isCount(key) && entry(cells, key).value === 0
		},
		certificates
	);
}

const table = benchTables[Number(process.argv[2])];
if (!table) throw new RangeError(`No table ${String(process.argv[2])}`);
const { name, policy, most, others = '' } = table;
const system = jointSystem(table.set());
const solver = await loadHighsSolver();
const start = cpuSeconds();
const suppression = certifiedSuppression(system, { policy, ledger: new Map() }, solver);
const searched = cpuSeconds();
const faults = faultsIn(system, policy, suppression);
const verified = cpuSeconds();
const { hidden, unmet } = suppression;
// A cell that stands in several rows is counted in each, as the published programs count.
const secondaries = system.cells
	.filter(({ key }) => hidden.get(key) === 'complementary')
	.reduce((sum, { weight = 1 }) => sum + weight, 0);
const primaries = [...hidden.values()].filter((reason) => reason !== 'complementary').length;
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
	[
		...[name, policy.zeros, system.cells.length, primaries, secondaries, most[0], unmet.length],
		...[(searched - start).toFixed(2), most[1], (verified - searched).toFixed(2), faults.length, peak, others]
	].join('\t')
);
