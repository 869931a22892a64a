import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { perturbedBy, type PerturbingChoice } from '#lib/disclosure/disclosureMethod.ts';
import { jointSystem, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import {
	certifiedPerturbation,
	type CertifiedPerturbation
} from '#lib/disclosure/perturbation/certifiedPerturbation.ts';
import type { RoundingBase } from '#lib/disclosure/perturbation/controlledRounding.ts';
import { boundsOfPerturbed } from '#lib/disclosure/perturbation/perturbation.ts';
import { policyForPersons, type Unprotected } from '#lib/disclosure/protection.ts';
import { explainExposures } from '#lib/disclosure/search/explainExposures.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { crossClassification, type HierarchyLine } from '#lib/disclosure/tables/crossClassification.ts';
import { OperatorFault } from '../operatorFault.ts';
import { writeCertificates, type MethodTerms } from './certificateFile.ts';
import { readHierarchies, readLeaves, variablesOf, type Leaf } from './classificationFiles.ts';
import { keyedLeaves, keySumsOfCells } from './keyedLeaves.ts';
import { writePattern, type OffStatus, type PatternRow } from './patternFile.ts';

export type AskedPerturbation =
	| { readonly kind: 'rounding'; readonly base: RoundingBase }
	/** The path of the secret, where keys follow from it. */
	| { readonly kind: 'cell-keys'; readonly secret: string | undefined };

export interface PerturbFileOptions {
	readonly leaf: string;
	readonly hierarchies: string;
	readonly threshold: number;
	readonly method: AskedPerturbation;
	/** Whether the operator gives up the rules on the organisations that the file names. */
	readonly withoutContributors: boolean;
	/** Asked now and then while the intervals are computed; the numbers and their proof are always finished. */
	readonly mayContinue: () => boolean;
	readonly pattern: string;
	readonly certificates: string;
}

export interface PerturbFileResult {
	readonly method: AskedPerturbation['kind'];
	readonly base?: RoundingBase;
	readonly cells: number;
	/** Small numbers, each of which needs a proof. */
	readonly primaries: number;
	/** Numbers that are not printed as they are, and how far off all of them are. */
	readonly changed: number;
	readonly largest_change: number;
	readonly mean_change: number;
	/** What the reader is told: no number is farther off, but for sums where they are rounded farther. */
	readonly reach: number;
	readonly reach_of_sums?: number;
	readonly uncertified: number;
	/** False when the time given did not suffice for low and high of every cell: then they are those of the cell alone. */
	readonly intervals_complete: boolean;
	readonly unprotected: readonly Unprotected[];
}

const ledger = new Map<string, number | null>();

/** Reads counts and hierarchies, prints every number a little off, and writes the pattern and its certificates. */
export async function perturbFile(options: PerturbFileOptions): Promise<PerturbFileResult> {
	const lines = await readHierarchies(options.hierarchies);
	const { leaves, choice } = await readPerturbable(lines, options);
	const system = jointSystem(crossClassification({ lines, leaves, rule: 'persons' }));
	const solver = await loadHighsSolver();
	const policy = { ...policyForPersons, threshold: options.threshold };
	const task = { policy, ledger, perturb: perturbedBy(choice) };
	const perturbed = certifiedPerturbation(system, task, solver);
	const { perturbation, problem, unmet, certificates } = perturbed;
	const { rows, isComplete } = await patternRows(system, perturbed, options);
	await writePattern(options.pattern, variablesOf(lines), rows);
	const terms = termsOf(system, { choice, perturbed });
	await writeCertificates(options.certificates, {
		...{ method: terms, threshold: options.threshold, level: 'exact', zeros: 'open' },
		...{ complementary: 'both', insiders: 'none', contributors: null, contributions: new Map() },
		world: new Map(system.cells.map(({ key, value }) => [key, value])),
		printed: perturbation.published,
		certificates
	});
	const exposures = { problem, unmet, policy, ledger, mostWithRemedies: 0 };
	return {
		method: choice.kind,
		...(choice.kind === 'rounding' ? { base: choice.base } : {}),
		cells: rows.length,
		primaries: system.cells.filter(({ value }) => value > 0 && value < options.threshold).length,
		...changes(system, perturbed),
		...reachOf(terms),
		uncertified: new Set(unmet.map((need) => need.cell)).size,
		intervals_complete: isComplete,
		unprotected: explainExposures(system, exposures, solver)
	};
}

/** @throws {OperatorFault} when the file asks for what these methods do not keep, or lacks what they need. */
async function readPerturbable(
	lines: readonly HierarchyLine[],
	{ leaf, method, withoutContributors }: PerturbFileOptions
): Promise<{ leaves: Pick<Leaf, 'codes' | 'value'>[]; choice: PerturbingChoice }> {
	const leaves = await readLeaves(leaf, variablesOf(lines));
	if (!withoutContributors && leaves.some(({ organisation }) => organisation !== undefined))
		throw new OperatorFault(
			`${leaf} har kolumnen organisation, och --method ${method.kind} håller inte reglerna om organisationer. Välj --method suppression, eller --contributors none för att skydda bara personer.`
		);
	if (method.kind === 'rounding')
		return { choice: method, leaves: leaves.map(({ codes, value }) => ({ codes, value })) };
	const keyed = await keyedLeaves(leaves, { path: leaf, secret: method.secret });
	return { choice: { kind: 'cell-keys', keys: keySumsOfCells(lines, keyed) }, leaves: keyed };
}

/** What the reader is told of the method. */
function termsOf(
	{ relations, cells }: JointSystem,
	{
		choice,
		perturbed: { perturbation }
	}: { choice: PerturbingChoice; perturbed: Pick<CertifiedPerturbation, 'perturbation'> }
): Exclude<MethodTerms, { kind: 'suppression' }> {
	const farthest = (keys: readonly string[]) =>
		keys.reduce((most, key) => Math.max(most, perturbation.reach(key)), 0);
	if (choice.kind === 'cell-keys') return { kind: 'cell-keys', reach: farthest(cells.map(({ key }) => key)) };
	const { kind, base } = choice;
	return { kind, base, reachOfSums: Math.max(base - 1, farthest(relations.map(({ total }) => total))) };
}

function reachOf(
	terms: Exclude<MethodTerms, { kind: 'suppression' }>
): Pick<PerturbFileResult, 'reach' | 'reach_of_sums'> {
	if (terms.kind === 'cell-keys') return { reach: terms.reach };
	return { reach: terms.base - 1, reach_of_sums: terms.reachOfSums };
}

function changes(
	{ cells }: JointSystem,
	{ perturbation: { published } }: CertifiedPerturbation
): Pick<PerturbFileResult, 'changed' | 'largest_change' | 'mean_change'> {
	const distances = cells.map(({ key, value }) => Math.abs(entry(published, key) - value));
	const sum = distances.reduce((all, distance) => all + distance, 0);
	return {
		changed: distances.filter((distance) => distance > 0).length,
		largest_change: distances.reduce((most, distance) => Math.max(most, distance), 0),
		mean_change: Math.round((100 * sum) / cells.length) / 100
	};
}

/** One row a cell, with what a reader can conclude of it, and whether there was time for all of that. */
async function patternRows(
	system: JointSystem,
	{ perturbation: { published, reach } }: CertifiedPerturbation,
	{ method, mayContinue }: PerturbFileOptions
): Promise<{ isComplete: boolean; rows: PatternRow[] }> {
	const told = new Map(
		system.cells.map(({ key }) => [key, boundsOfPerturbed(entry(published, key), reach(key))])
	);
	const { intervals } = await auditPattern({
		...{ values: new Map(), hidden: new Set(), told, lower: 0, mayContinue },
		relations: system.relations
	});
	const concluded = new Map(intervals.map((one) => [one.key, one]));
	// Said of each of them: a word for those that happen to be true would tell which they are.
	const status: OffStatus = method.kind === 'rounding' ? 'rounded' : 'perturbed';
	const rows = system.cells.map(({ key }): PatternRow => {
		const { low, high } = concluded.get(key) ?? entry(told, key);
		return { codes: key.split('|'), value: entry(published, key), status, low, high };
	});
	return { isComplete: intervals.length === rows.length, rows };
}
