import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import type { IndicatorCell, Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { insidersOf } from '#lib/disclosure/verify/insiderViews.ts';
import { distances, mustBeHidden } from '#lib/disclosure/verify/restatedRules.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import { readCertificates, type CertificateFile } from './certificateFile.ts';
import { readHierarchies, variablesOf } from './classificationFiles.ts';
import { faultsOfPerturbed } from './judgePerturbed.ts';
import { readPattern, type ReadPattern } from './patternFile.ts';

interface PatternFiles {
	readonly pattern: string;
	readonly hierarchies: string;
}

export interface AuditResult {
	readonly cells: number;
	readonly hidden: number;
	/** Numbers printed a little off. */
	readonly perturbed: number;
	readonly exact: readonly string[];
	readonly too_narrow: readonly string[];
	readonly complete: boolean;
}

/**
 * What a reader can conclude from anybody's pattern. Of numbers printed a little off the file says between what the true
 * one lies, and what all of that says together is judged.
 */
export async function auditFile(
	files: PatternFiles & { readonly zeros: 'open' | 'hidden'; readonly mayContinue: () => boolean }
): Promise<AuditResult> {
	const { values, hidden, off, relations } = await readSystem(files);
	const audit = await auditPattern({
		values,
		hidden,
		relations,
		...(off.size > 0 ? { told: off } : {}),
		lower: files.zeros === 'open' ? 1 : 0,
		mayContinue: files.mayContinue
	});
	return {
		cells: new Set([...values.keys(), ...hidden]).size,
		hidden: hidden.size,
		perturbed: off.size,
		exact: audit.exact,
		too_narrow: audit.tooNarrow,
		complete: audit.intervals.length === hidden.size + off.size
	};
}

export interface VerificationResult {
	readonly method: CertificateFile['method']['kind'];
	readonly hidden: number;
	readonly certificates: number;
	readonly faults: readonly string[];
}

/** Runs the verifier alone, on what was published and the certificates. */
export async function verifyFile(
	files: PatternFiles & { readonly certificates: string }
): Promise<VerificationResult> {
	const pattern = await readSystem(files);
	const file = await readCertificates(files.certificates);
	const { method } = file;
	const faults =
		method.kind === 'suppression'
			? faultsOfSuppression(pattern, file)
			: faultsOfPerturbed(pattern, file, method);
	return {
		method: method.kind,
		hidden: pattern.hidden.size,
		certificates: file.certificates.length,
		faults
	};
}

function faultsOfSuppression(
	{ values: shown, hidden, off, relations }: ReadSystem,
	file: CertificateFile
): string[] {
	const { world, zeros, complementary, certificates, contributions } = file;
	const published = [...shown].filter(([key]) => !hidden.has(key));
	const hiddenWorld = [...world].filter(([key]) => hidden.has(key));
	const values = new Map([...published, ...hiddenWorld]);
	const cells = new Map([...values].map(([key, value]) => [key, cellOf(key, value, contributions.get(key))]));
	const { threshold, level, contributors } = file;
	const policy = { ...policyForPersons, threshold, level, ...(contributors ? { contributors } : {}) };
	const isSensitive = (key: string) => {
		const cell = cells.get(key);
		return cell !== undefined && mustBeHidden(cell, policy);
	};
	const isSettled = (key: string) => zeros === 'open' && shown.get(key) === 0 && !hidden.has(key);
	const view = {
		values,
		relations,
		known: new Set(published.map(([key]) => key)),
		guarded: hidden,
		bounds: () => ({ low: zeros === 'open' ? 1 : 0, high: Infinity }),
		distance: distances(cells, policy),
		asked: (key: string) => (isSensitive(key) ? 'both' : complementary),
		insiders: insidersOf([...cells.values()], file),
		isSettled
	};
	const unknown = [...hidden]
		.filter((key) => !world.has(key))
		.map((key) => `${key} has no value in any world`);
	const exposed = published
		.filter(([key]) => isSensitive(key))
		.map(([key]) => `${key} is printed against the rules`);
	const strange = [...off.keys()].map((key) => `${key} is printed by another method`);
	return [...unknown, ...exposed, ...strange, ...faultsOfProof(view, certificates)];
}

function cellOf(key: string, value: number, contributions: IndicatorCell['contributions']): IndicatorCell {
	return { key, value, rule: 'persons', label: key, ...(contributions ? { contributions } : {}) };
}

interface ReadSystem extends ReadPattern {
	readonly relations: readonly Relation[];
}

async function readSystem(files: PatternFiles): Promise<ReadSystem> {
	const lines = await readHierarchies(files.hierarchies);
	const pattern = await readPattern(files.pattern, variablesOf(lines));
	return { ...pattern, relations: crossClassification({ lines, leaves: [], rule: 'persons' }).relations };
}
