import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import type { Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { insidersOf } from '#lib/disclosure/verify/insiderViews.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import { readCertificates } from './certificateFile.ts';
import { readHierarchies, variablesOf } from './classificationFiles.ts';
import { readPattern, type ReadPattern } from './patternFile.ts';

interface PatternFiles {
	readonly pattern: string;
	readonly hierarchies: string;
}

export interface AuditResult {
	readonly cells: number;
	readonly hidden: number;
	readonly exact: readonly string[];
	readonly too_narrow: readonly string[];
	readonly complete: boolean;
}

/** What a reader can conclude from anybody's pattern. */
export async function auditFile(
	files: PatternFiles & { readonly zeros: 'open' | 'hidden'; readonly mayContinue: () => boolean }
): Promise<AuditResult> {
	const { values, hidden, relations } = await readSystem(files);
	const audit = await auditPattern({
		values,
		hidden,
		relations,
		lower: files.zeros === 'open' ? 1 : 0,
		mayContinue: files.mayContinue
	});
	return {
		cells: new Set([...values.keys(), ...hidden]).size,
		hidden: hidden.size,
		exact: audit.exact,
		too_narrow: audit.tooNarrow,
		complete: audit.intervals.length === hidden.size
	};
}

export interface VerificationResult {
	readonly hidden: number;
	readonly certificates: number;
	readonly faults: readonly string[];
}

/** Runs the verifier alone, on what was published and the certificates. */
export async function verifyFile(
	files: PatternFiles & { readonly certificates: string }
): Promise<VerificationResult> {
	const { values: shown, hidden, relations } = await readSystem(files);
	const { world, threshold, level, zeros, complementary, certificates, ...file } = await readCertificates(
		files.certificates
	);
	const contributed = [...file.contributions].map(([key, contributions]) => ({ key, contributions }));
	const published = [...shown].filter(([key]) => !hidden.has(key));
	const isSettled = (key: string) => zeros === 'open' && shown.get(key) === 0 && !hidden.has(key);
	const view = {
		values: new Map([...published, ...[...world].filter(([key]) => hidden.has(key))]),
		relations,
		known: new Set(published.map(([key]) => key)),
		guarded: hidden,
		bounds: () => ({ low: zeros === 'open' ? 1 : 0, high: Infinity }),
		distance: (key: string, direction: 1 | -1) => {
			const value = world.get(key) ?? 0;
			return direction > 0 && level === 'threshold' && isSmall(value, threshold) ? threshold - value : 1;
		},
		isLoose: (key: string) => complementary === 'either' && !isSmall(world.get(key) ?? 0, threshold),
		insiders: insidersOf(contributed, file),
		isSettled
	};
	const unknown = [...hidden]
		.filter((key) => !world.has(key))
		.map((key) => `${key} has no value in any world`);
	return {
		hidden: hidden.size,
		certificates: certificates.length,
		faults: [...unknown, ...faultsOfProof(view, certificates)]
	};
}

function isSmall(value: number, threshold: number): boolean {
	return value > 0 && value < threshold;
}

async function readSystem(
	files: PatternFiles
): Promise<ReadPattern & { readonly relations: readonly Relation[] }> {
	const lines = await readHierarchies(files.hierarchies);
	const pattern = await readPattern(files.pattern, variablesOf(lines));
	return { ...pattern, relations: crossClassification({ lines, leaves: [], rule: 'persons' }).relations };
}
