import { expect, it, vi } from 'vitest';
import { certify } from '#lib/disclosure/search/certifiedSuppression.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { insiderProblems } from '#lib/disclosure/search/insiders.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { policyForPersons, type ProtectionInput } from '#lib/disclosure/protection.ts';
import { releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import { stateProblem } from '#lib/disclosure/search/stateProblem.ts';
import { suppress, type Suppression } from '#lib/disclosure/search/suppress.ts';
import type { Incidence, SuppressionProblem } from '#lib/disclosure/search/suppressionProblem.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { cell, crossTable, sum, table } from '../../support/tableSets.ts';

vi.setConfig({ testTimeout: 240_000 });

const cross = crossTable([
	[1, 20, 1],
	[21, 8, 1],
	[33, 32, 34],
	[9, 9, 9]
]);
const cells = [
	...cross.cells,
	cell('störst', 24),
	cell('övriga', 3, { isVirtual: true }),
	cell('norr', 19, { contributions: [{ holder: 'a', value: 19 }] }),
	cell('söder', 3, { contributions: [{ holder: 'b', value: 3 }] }),
	cell('bra', 4, { rule: 'opinions', base: { answers: 4, organisations: 4 }, group: 'Z6' }),
	cell('dåligt', 0, { rule: 'opinions', base: { answers: 4, organisations: 4 }, group: 'Z6' }),
	cell('svar', 4, { rule: 'open' })
];

/** Linked tables, a virtual cell, a distribution, insiders, and numbers that were published before. */
const report: ProtectionInput = {
	policy: { ...policyForPersons, level: 'threshold', insiders: 'single' },
	ledger: new Map([['r3|T', 27]]),
	set: {
		cells,
		relations: [
			...cross.relations,
			sum('r3|T', 'störst', 'övriga'),
			sum('r0|T', 'norr', 'söder'),
			sum('svar', 'bra', 'dåligt')
		],
		tables: [
			table(
				'T',
				cells.filter((c) => !c.isVirtual).map(({ key }) => ({ kind: 'count', key }))
			)
		]
	}
};

interface Mutation {
	readonly problem?: (problem: SuppressionProblem) => SuppressionProblem;
	readonly solver?: (solver: LinearSolver) => LinearSolver;
	readonly suppression?: (suppression: Suppression, problem: SuppressionProblem) => Suppression;
}

/** What the verifier says of the release that the search makes with one part of it broken. */
async function verdict({ problem: change, solver: tamper, suppression: spoil }: Mutation): Promise<string[]> {
	const { set, policy, ledger } = report;
	const system = jointSystem(set);
	const { problem: plain } = stateProblem(system, policy, ledger);
	const sound = { ...plain, insiders: insiderProblems(plain, system.cells, policy) };
	const problem = change ? change(sound) : sound;
	const solver = await loadHighsSolver();
	const found = suppress(problem, tamper ? tamper(solver) : solver);
	const suppression = spoil ? spoil(found, problem) : found;
	const value = new Map(system.cells.map((one) => [one.key, one.value]));
	const tables = set.tables.map((one) =>
		releaseTable(one, {
			value: (key) => value.get(key) ?? 0,
			isHidden: (key) => suppression.isUnknown[problem.keys.indexOf(key)] === 1,
			minimumShareBase: 10
		})
	);
	return verifyCertificates({ ...report, tables, certificates: certify(problem, suppression) });
}

/** Equations without the terms that the search overlooks. */
function lacking(
	{ starts, members, coefficients }: Incidence,
	isOverlooked: (list: number, member: number) => boolean
): Incidence {
	const kept = [...members.keys()].filter((k) => {
		const list = starts.findLastIndex((start) => start <= k);
		return !isOverlooked(list, members[k] ?? -1);
	});
	const before = (k: number) => kept.filter((one) => one < k).length;
	return {
		starts: starts.map(before),
		members: Int32Array.from(kept, (k) => members[k] ?? 0),
		coefficients: Int32Array.from(kept, (k) => coefficients[k] ?? 0)
	};
}

const place = (problem: SuppressionProblem, key: string) => problem.keys.indexOf(key);

it('the sound search passes', async () => {
	expect(await verdict({})).toEqual([]);
});

it.each<[string, Mutation]>([
	[
		'overlooks that a cell stands in an equation',
		{
			problem: (p) => ({
				...p,
				byCell: lacking(p.byCell, (one, row) => one === place(p, 'r0|c1') && row > -1),
				insiders: []
			})
		}
	],
	[
		'loses a linked table',
		{
			problem: (p) => {
				const lost = [place(p, 'norr'), place(p, 'söder')];
				return { ...p, byCell: lacking(p.byCell, (one) => lost.includes(one)), insiders: [] };
			}
		}
	],
	[
		'believes that a hidden number can be less than what its reader knows',
		{ problem: (p) => ({ ...p, lower: p.lower.map(() => -5), insiders: [] }) }
	],
	[
		'asks for one step where the level asks for the threshold',
		{ problem: (p) => ({ ...p, above: p.above.map(() => 1) }) }
	],
	['forgets those who know their own figures', { problem: (p) => ({ ...p, insiders: [] }) }],
	[
		'takes what was published for something that it may hide',
		{ problem: (p) => ({ ...p, mayHide: p.mayHide.map(() => 1), insiders: [] }) }
	],
	[
		'does not guard what it hides for another’s sake',
		{
			problem: (p) => ({ ...p, isGuarded: p.isUnknown.slice(), insiders: [] })
		}
	],
	[
		'forgets what can be computed though it is not shown',
		{
			problem: (p) => ({
				...p,
				isGuarded: p.isGuarded.with(place(p, 'övriga'), 0),
				isUnknown: p.isUnknown.with(place(p, 'övriga'), 0),
				mayHide: p.mayHide.with(place(p, 'övriga'), 0)
			})
		}
	],
	[
		'shows a distribution in part',
		{
			suppression: (found, p) => ({ ...found, isUnknown: found.isUnknown.with(place(p, 'bra'), 0) })
		}
	],
	[
		'shows again what a witness needs',
		{
			suppression: (found, p) => {
				const chosen = p.keys.findIndex((_, i) => found.isUnknown[i] === 1 && p.isUnknown[i] === 0);
				return { ...found, isUnknown: found.isUnknown.with(chosen, 0) };
			}
		}
	],
	[
		'gives up its needs in silence',
		{
			solver: (solver) => ({ ...solver, minimise: () => undefined })
		}
	],
	[
		'stops before it has hidden anything',
		{ suppression: (found, p) => ({ ...found, isUnknown: p.isUnknown.slice() }) }
	]
])('a search that %s is caught', async (_, mutation) => {
	expect(await verdict(mutation)).not.toEqual([]);
});

it.each<[string, (columns: Float64Array) => Float64Array]>([
	['half of what is true', (columns) => columns.map((x) => x / 2)],
	['the opposite of what is true', (columns) => columns.map((_, i) => columns[i ^ 1] ?? 0)],
	['something else for each cell', (columns) => columns.map((x, i) => x + (i % 3))]
])('a solver that answers %s leads to a refusal or to a true proof, never to a false one', async (_, lie) => {
	const lying = (solver: LinearSolver): LinearSolver => ({
		...solver,
		minimise: (program) => {
			const optimum = solver.minimise(program);
			return optimum && { ...optimum, columns: lie(optimum.columns) };
		}
	});
	const unmet: number[] = [];
	const faults = await verdict({
		solver: lying,
		suppression: (found) => {
			unmet.push(found.unmet.length);
			return found;
		}
	});
	expect(unmet[0] === 0 ? faults : []).toEqual([]);
});
