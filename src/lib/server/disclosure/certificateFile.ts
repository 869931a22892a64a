import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Certificate, Complementary } from '#lib/disclosure/protection.ts';
import type { ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import { OperatorFault } from '../operatorFault.ts';

const move = z.array(z.tuple([z.string(), z.int()]));

/** How the numbers printed were made: what the reader is told, never the keys or their secret. */
const methodTermsSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('suppression') }),
	z.object({
		kind: z.literal('rounding'),
		base: z.literal([3, 5]),
		/** No sum is printed farther from its true number; other numbers are closer to it than the base. */
		reachOfSums: z.int().nonnegative()
	}),
	z.object({ kind: z.literal('cell-keys'), reach: z.int().nonnegative() })
]);

export type MethodTerms = z.output<typeof methodTermsSchema>;

const certificateFileSchema = z.object({
	format: z.literal(1),
	/** Files from before there were others are of suppression. */
	method: methodTermsSchema.default({ kind: 'suppression' }),
	threshold: z.int(),
	/** Files from before there were levels have none. */
	level: z.enum(['exact', 'threshold']).default('exact'),
	zeros: z.enum(['open', 'hidden']),
	complementary: z.enum(['both', 'above', 'either']).default('both'),
	insiders: z.enum(['none', 'single', 'pairs']).default('none'),
	/** The rules on the organisations behind a number; files from before there were any have none. */
	contributors: z
		.object({ minimumOrganisations: z.int().nonnegative(), pPercent: z.number().nonnegative() })
		.nullable()
		.default(null),
	/** What each organisation put in each cell, where a rule is on them or the proof is to hold against them. */
	contributions: z
		.record(z.string(), z.array(z.object({ holder: z.string(), value: z.int().nonnegative() })))
		.default({}),
	/** One world that agrees with all that is shown: the true one. With it the file is as secret as the raw table. */
	world: z.record(z.string(), z.int()),
	/** The numbers printed a little off that the proof is of. */
	printed: z.record(z.string(), z.int()).default({}),
	/** Each move once, though it proves many cells. */
	moves: z.array(move),
	certificates: z.array(
		z.object({
			key: z.string(),
			up: z.int().nonnegative().optional(),
			down: z.int().nonnegative().optional(),
			against: z.array(z.string()).optional()
		})
	)
});

export interface CertificateFile {
	readonly method: MethodTerms;
	readonly threshold: number;
	readonly level: 'exact' | 'threshold';
	readonly zeros: 'open' | 'hidden';
	readonly complementary: Complementary;
	readonly insiders: 'none' | 'single' | 'pairs';
	readonly contributors: ContributorRules | null;
	readonly contributions: ReadonlyMap<string, NonNullable<IndicatorCell['contributions']>>;
	readonly world: ReadonlyMap<string, number>;
	readonly printed: ReadonlyMap<string, number>;
	readonly certificates: readonly Certificate[];
}

/** What a file says of numbers printed a little off where there are none. */
export const nonePerturbed = { method: { kind: 'suppression' }, printed: new Map() } as const;

export async function writeCertificates(path: string, file: CertificateFile): Promise<void> {
	const places = new Map<string, number>();
	const place = (deltas: Certificate['up']) => {
		if (!deltas) return undefined;
		const text = JSON.stringify(deltas);
		const known = places.get(text) ?? places.size;
		places.set(text, known);
		return known;
	};
	const certificates = file.certificates.map(({ key, up, down, against }) => ({
		key,
		up: place(up),
		down: place(down),
		against
	}));
	const { method, threshold, level, zeros, complementary, insiders, contributors } = file;
	const [world, printed] = [Object.fromEntries(file.world), Object.fromEntries(file.printed)];
	const contributions = Object.fromEntries([...file.contributions].filter(([, list]) => list.length > 0));
	const rules = { method, threshold, level, zeros, complementary, insiders, contributors, contributions };
	const head = { format: 1, ...rules, world, printed };
	const moves = [...places.keys()].join(',\n');
	const body = `"moves":[${moves}],\n"certificates":${JSON.stringify(certificates)}}`;
	await writeFile(path, `${JSON.stringify(head).slice(0, -1)},\n${body}\n`, { mode: 0o600 });
}

export async function readCertificates(path: string): Promise<CertificateFile> {
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new OperatorFault(`Filen ${path} går inte att läsa.`, { cause });
	});
	const parsed = certificateFileSchema.safeParse(parseJson(text, path));
	if (!parsed.success)
		throw new OperatorFault(`${path} är ingen certifikatfil: ${z.prettifyError(parsed.error)}`);
	const { world, printed, moves, certificates, contributions, ...rules } = parsed.data;
	return {
		...rules,
		world: new Map(Object.entries(world)),
		printed: new Map(Object.entries(printed)),
		contributions: new Map(Object.entries(contributions)),
		certificates: certificates.map(({ key, up, down, against }) => ({
			key,
			...(up === undefined ? {} : { up: moves[up] ?? [] }),
			...(down === undefined ? {} : { down: moves[down] ?? [] }),
			...(against ? { against } : {})
		}))
	};
}

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new OperatorFault(`${path} är inte JSON.`, { cause });
	}
}
