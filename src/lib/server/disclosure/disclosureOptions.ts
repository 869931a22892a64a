import { parseArgs } from 'node:util';
import { defaultContributorRules, type ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import { OperatorFault } from '../operatorFault.ts';
import type { AskedPerturbation } from './perturbFile.ts';

export const usage = `Användning:
  disclosure protect --leaf L.csv --hier H.csv [--method suppression] [--threshold 5] [--level exact|threshold] [--zeros open|hidden] [--complementary above|both|either] [--insiders none|single|pairs] [--contributors default|none] [--organisations 3] [--p-percent 10] [--budget 60] --out P.csv --certificates C.json
  disclosure protect --leaf L.csv --hier H.csv --method rounding [--base 5|3] [--threshold 5] [--contributors none] [--budget 60] --out P.csv --certificates C.json
  disclosure protect --leaf L.csv --hier H.csv --method cell-keys [--key-secret FIL] [--threshold 5] [--contributors none] [--budget 60] --out P.csv --certificates C.json
  disclosure audit   --pattern P.csv --hier H.csv [--zeros open|hidden] [--budget 60]
  disclosure verify  --pattern P.csv --hier H.csv --certificates C.json`;

export type Options = Readonly<Record<string, string | undefined>>;

const optionNames = [
	...['leaf', 'hier', 'threshold', 'level', 'zeros', 'complementary', 'insiders', 'budget'],
	...['contributors', 'organisations', 'p-percent', 'method', 'base', 'key-secret'],
	...['out', 'certificates', 'pattern']
];

export function readOptions(commandArguments: readonly string[]): Options {
	try {
		return parseArgs({
			args: [...commandArguments],
			options: Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]))
		}).values;
	} catch (cause) {
		throw new OperatorFault(usage, { cause });
	}
}

export function needed(options: Options, name: string): string {
	const value = options[name];
	if (value === undefined) throw new OperatorFault(`--${name} saknas.\n${usage}`);
	return value;
}

export function thresholdOf({ threshold = '5' }: Options): number {
	if (!/^(?:[2-9]|[1-9]\d{1,2})$/.test(threshold))
		throw new OperatorFault(`--threshold ska vara ett heltal från 2, inte "${threshold}".`);
	return Number(threshold);
}

/** The rules on the organisations behind a number; null when they are turned off. */
export function contributorRulesOf(options: Options): ContributorRules | null {
	if (oneOf(options, 'contributors', ['default', 'none']) === 'none') return null;
	const { organisations, 'p-percent': percent } = options;
	const { minimumOrganisations, pPercent } = defaultContributorRules;
	return {
		minimumOrganisations: smallNumber('organisations', organisations, {
			fallback: minimumOrganisations,
			most: 99
		}),
		pPercent: smallNumber('p-percent', percent, { fallback: pPercent, most: 100 })
	};
}

function smallNumber(
	name: string,
	given: string | undefined,
	{ fallback, most }: { readonly fallback: number; readonly most: number }
): number {
	if (given === undefined) return fallback;
	if (!/^\d{1,3}$/.test(given) || Number(given) > most)
		throw new OperatorFault(`--${name} ska vara ett heltal från 0 till ${most}, inte "${given}".`);
	return Number(given);
}

/** The first of the words allowed when the option is not there. */
export function oneOf<const Word extends string>(
	options: Options,
	name: string,
	allowed: readonly [Word, ...Word[]]
): Word {
	const given = options[name] ?? allowed[0];
	const word = allowed.find((one) => one === given);
	if (word !== undefined) return word;
	const others = allowed.slice(0, -1).join(', ');
	throw new OperatorFault(`--${name} ska vara ${others} eller ${allowed.at(-1) ?? ''}, inte "${given}".`);
}

export function withinBudget({ budget = '60' }: Options): () => boolean {
	if (!/^\d{1,5}$/.test(budget)) throw new OperatorFault(`--budget ska vara sekunder, inte "${budget}".`);
	const end = performance.now() + 1000 * Number(budget);
	return () => performance.now() < end;
}

/** Null for suppression. */
export function perturbationOf(options: Options): AskedPerturbation | null {
	const kind = oneOf(options, 'method', ['suppression', 'rounding', 'cell-keys']);
	if (kind !== 'rounding') refuse(options, ['base'], 'hör till --method rounding');
	if (kind !== 'cell-keys') refuse(options, ['key-secret'], 'hör till --method cell-keys');
	if (kind === 'suppression') return null;
	refuse(options, ['complementary', 'organisations', 'p-percent'], 'hör till --method suppression');
	for (const [name, kept] of Object.entries(keptByPerturbation))
		if (options[name] !== undefined && options[name] !== kept)
			throw new OperatorFault(
				`--method ${kind} håller inte --${name} ${options[name]}, bara --${name} ${kept}. Välj --method suppression, eller ta bort --${name}.`
			);
	if (kind === 'cell-keys') return { kind, secret: options['key-secret'] };
	return { kind, base: oneOf(options, 'base', ['5', '3']) === '3' ? 3 : 5 };
}

/** Of what can be asked of a suppression, all that is proven of numbers printed a little off. */
const keptByPerturbation = { level: 'exact', zeros: 'open', insiders: 'none', contributors: 'none' };

function refuse(options: Options, names: readonly string[], why: string): void {
	const given = names.find((name) => options[name] !== undefined);
	if (given !== undefined) throw new OperatorFault(`--${given} ${why}.`);
}
