import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import {
	certifiedSuppression,
	type CertifiedSuppression
} from '#lib/disclosure/search/certifiedSuppression.ts';
import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import { explainExposures } from '#lib/disclosure/search/explainExposures.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { jointSystem, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import { policyForPersons, type Complementary, type Unprotected } from '#lib/disclosure/protection.ts';
import type { ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import { OperatorFault } from '../operatorFault.ts';
import { nonePerturbed, writeCertificates, type CertificateFile } from './certificateFile.ts';
import { readHierarchies, readLeaves, variablesOf } from './classificationFiles.ts';
import { writePattern, type PatternRow } from './patternFile.ts';

export interface ProtectFileOptions {
	readonly leaf: string;
	readonly hierarchies: string;
	readonly threshold: number;
	/** Whether a hidden small number must be able to be one more, or to reach the threshold. */
	readonly level: 'exact' | 'threshold';
	readonly zeros: 'open' | 'hidden';
	/** What a number that is hidden only for another's sake must be able to be. */
	readonly complementary: Complementary;
	/** Against whom numbers are kept besides the public: organisations that read with their own figures in hand. */
	readonly insiders: 'none' | 'single' | 'pairs';
	/** The rules on the organisations behind a number, where the file names them; null for none. */
	readonly contributors: ContributorRules | null;
	/** Asked now and then while the intervals are computed; the suppression itself is always finished. */
	readonly mayContinue: () => boolean;
	readonly pattern: string;
	readonly certificates: string;
}

export interface ProtectFileResult {
	readonly method: 'suppression';
	readonly cells: number;
	readonly primaries: number;
	readonly secondaries: number;
	readonly uncertified: number;
	/** What the pattern costs in the parts that are small enough to be searched exactly, and what any pattern costs there. */
	readonly exact_parts: {
		readonly parts: number;
		readonly proven: number;
		readonly cost: number;
		readonly bound: number;
	};
	/** False when the time given did not suffice for the columns low and high of every cell. */
	readonly intervals_complete: boolean;
	readonly unprotected: readonly Unprotected[];
}

const ledger = new Map<string, number | null>();

/** Reads counts and hierarchies, hides and certifies, and writes the pattern and its certificates. */
export async function protectFile(options: ProtectFileOptions): Promise<ProtectFileResult> {
	const lines = await readHierarchies(options.hierarchies);
	const variables = variablesOf(lines);
	const leaves = await readLeaves(options.leaf, variables);
	const system = jointSystem(crossClassification({ lines, leaves, rule: 'persons' }));
	const solver = await loadHighsSolver();
	const { threshold, level, zeros, complementary, insiders } = options;
	const namesOrganisations = leaves.every(({ organisation }) => organisation !== undefined);
	if (insiders !== 'none' && !namesOrganisations)
		throw new OperatorFault(`--insiders ${insiders} kräver kolumnen organisation i ${options.leaf}.`);
	const contributors = namesOrganisations ? options.contributors : null;
	const rules = { threshold, level, zeros, complementary, insiders };
	const policy = { ...policyForPersons, ...rules, ...(contributors ? { contributors } : {}) };
	const suppression = certifiedSuppression(system, { policy, ledger }, solver);
	const { hidden, certificates, unmet, problem } = suppression;
	const { intervals, rows } = await patternRows(system, suppression, options);
	await writePattern(options.pattern, variables, rows);
	await writeCertificates(options.certificates, {
		...rules,
		...nonePerturbed,
		contributors,
		contributions: insiders === 'none' && !contributors ? new Map() : contributionsIn(system),
		world: new Map(system.cells.filter(({ key }) => hidden.has(key)).map(({ key, value }) => [key, value])),
		certificates
	});
	const secondaries = rows.filter((row) => row.status === 'secondary').length;
	return {
		method: 'suppression',
		cells: rows.length,
		primaries: hidden.size - secondaries,
		secondaries,
		uncertified: new Set(unmet.map((need) => need.cell)).size,
		exact_parts: exactParts(suppression),
		intervals_complete: intervals === hidden.size,
		unprotected: explainExposures(system, { problem, unmet, policy, ledger }, solver)
	};
}

/** What each organisation put in, for the verifier: it judges by it, and must know what each of them knows. */
function contributionsIn({ cells }: JointSystem): CertificateFile['contributions'] {
	return new Map(cells.map(({ key, contributions = [] }) => [key, contributions]));
}

function exactParts({ optima }: CertifiedSuppression): ProtectFileResult['exact_parts'] {
	const sum = (numbers: number[]) => Math.round(100 * numbers.reduce((a, b) => a + b, 0)) / 100;
	return {
		parts: optima.length,
		proven: optima.filter(({ cost, bound }) => cost - bound < 1e-6).length,
		cost: sum(optima.map(({ cost }) => cost)),
		bound: sum(optima.map(({ bound }) => bound))
	};
}

/** One row a cell, with what a reader can conclude of it, and how many intervals there was time for. */
async function patternRows(
	system: JointSystem,
	{ hidden }: CertifiedSuppression,
	{ zeros, mayContinue }: ProtectFileOptions
): Promise<{ intervals: number; rows: PatternRow[] }> {
	const { intervals } = await auditPattern({
		values: new Map(system.cells.map((cell) => [cell.key, cell.value])),
		hidden: new Set(hidden.keys()),
		relations: system.relations,
		lower: zeros === 'open' ? 1 : 0,
		mayContinue
	});
	const interval = new Map(intervals.map((one) => [one.key, one]));
	const rows = system.cells.map(({ key, value }): PatternRow => {
		const reason = hidden.get(key);
		const codes = key.split('|');
		if (!reason) return { codes, value, status: 'published', low: value, high: value };
		const status = reason === 'complementary' ? 'secondary' : 'primary';
		const { low = null, high = null } = interval.get(key) ?? {};
		return { codes, value: null, status, low, high: high === Infinity ? null : high };
	});
	return { intervals: intervals.length, rows };
}
