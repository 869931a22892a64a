import { policyForPersons } from '#lib/disclosure/protection.ts';
import type { IndicatorCell, Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { readPrinted } from '#lib/disclosure/verify/readPerturbed.ts';
import { faultsOfProof } from '#lib/disclosure/verify/verifyCertificates.ts';
import type { CertificateFile, MethodTerms } from './certificateFile.ts';
import type { ReadPattern } from './patternFile.ts';

type Terms = Exclude<MethodTerms, { kind: 'suppression' }>;

/** Stated again, for whoever changes it in the file: the reader is told that no number of cell keys is farther off. */
const reachOfCellKeys = 5;

interface PrintedPattern extends ReadPattern {
	readonly relations: readonly Relation[];
}

/** What is wrong with a pattern of numbers printed a little off, by its certificate file. Shares nothing with its maker. */
export function faultsOfPerturbed(pattern: PrintedPattern, file: CertificateFile, terms: Terms): string[] {
	const { relations, values, hidden } = pattern;
	const cells = [...file.world].map(([key, value]): IndicatorCell => ({
		...{ key, value, label: key },
		rule: 'persons'
	}));
	const totals = new Set(relations.map(({ total }) => total));
	const { view, faults } = readPrinted({
		cells,
		relations,
		policy: { ...policyForPersons, threshold: file.threshold, zeros: file.zeros },
		printed: new Map([...values].map(([key, value]) => [key, hidden.has(key) ? null : value])),
		reach: (key) => reachAt(terms, totals.has(key)),
		isPerturbed: (key) => pattern.off.has(key)
	});
	return [
		...faultsOfPrinted(pattern, file, terms),
		...(terms.kind === 'rounding' ? faultsOfRounding(pattern, file, terms) : faultsOfKeys(terms)),
		...faults,
		...faultsOfProof(view, file.certificates)
	];
}

function reachAt(terms: Terms, isTotal: boolean): number {
	if (terms.kind === 'cell-keys') return terms.reach;
	return isTotal ? terms.reachOfSums : terms.base - 1;
}

/** The proof is of these numbers, printed by this method, and of no others. */
function faultsOfPrinted(
	{ values, off }: ReadPattern,
	{ printed, world }: CertificateFile,
	{ kind }: Terms
): string[] {
	const status = kind === 'rounding' ? 'rounded' : 'perturbed';
	return [...new Set([...values.keys(), ...printed.keys(), ...world.keys()])].flatMap((key) => {
		const [number, proven] = [values.get(key), printed.get(key)];
		if (number === undefined) return [`${key} is not printed`];
		if (number !== proven) return [`${key} is printed as ${number}, and ${proven ?? 'nothing'} is proven`];
		return off.get(key)?.status === status ? [] : [`${key} is not said to be ${status}`];
	});
}

/** Printed numbers are multiples and add up, and the reader is told how far sums go. */
function faultsOfRounding(
	{ values, relations }: PrintedPattern,
	{ world }: CertificateFile,
	{ base, reachOfSums }: Extract<Terms, { kind: 'rounding' }>
): string[] {
	const number = (key: string) => values.get(key) ?? 0;
	const odd = [...values].filter(([, value]) => value % base !== 0);
	const broken = relations.filter(
		({ total, parts }) => parts.reduce((sum, part) => sum + number(part), 0) !== number(total)
	);
	const farthest = relations.reduce(
		(most, { total }) => Math.max(most, Math.abs(number(total) - (world.get(total) ?? 0))),
		base - 1
	);
	return [
		...odd.map(([key]) => `${key} is no multiple of ${base}`),
		...broken.map(({ total }) => `${total} is not printed as the sum of its parts`),
		...(farthest === reachOfSums ? [] : [`sums go as far as ${farthest}, and ${reachOfSums} is told`])
	];
}

function faultsOfKeys({ reach }: Extract<Terms, { kind: 'cell-keys' }>): string[] {
	return reach === reachOfCellKeys ? [] : [`numbers go as far as ${reachOfCellKeys}, and ${reach} is told`];
}
