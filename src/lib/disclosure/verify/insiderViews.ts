import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Certificate, DisclosurePolicy } from '#lib/disclosure/protection.ts';
import type { Insider, ReadersView } from './readersView.ts';

/** Someone who reads the release, and the proofs that are meant for them. */
export interface Reader {
	readonly sees: ReadersView;
	readonly proofs: readonly Certificate[];
	/** Who it is, to end a sentence with; nothing for the public. */
	readonly words: string;
}

/** The public, and those who read with figures of their own in hand. */
export function readersOf(view: ReadersView, certificates: readonly Certificate[]): Reader[] {
	const insiders = (view.insiders ?? []).map((insider) => ({
		sees: viewOfInsider(view, insider),
		proofs: proofsAgainst(insider, certificates),
		words: ` against ${insider.holders.join(' and ')}`
	}));
	return [{ sees: view, proofs: forPublic(certificates), words: '' }, ...insiders];
}

function forPublic(certificates: readonly Certificate[]): Certificate[] {
	return certificates.filter(({ against }) => !against);
}

/** Every organisation that put in something and, if asked for, every two of them. */
export function insidersOf(
	cells: readonly Pick<IndicatorCell, 'key' | 'contributions'>[],
	policy: Pick<DisclosurePolicy, 'insiders' | 'mergedHolders'>
): Insider[] {
	const { insiders = 'none' } = policy;
	if (insiders === 'none') return [];
	const all = [...sharesByHolder(cells, policy)].map(([holder, shares]) => ({ holders: [holder], shares }));
	const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => joined(one, other)));
	return insiders === 'pairs' ? [...all, ...pairs] : all;
}

function sharesByHolder(
	cells: readonly Pick<IndicatorCell, 'key' | 'contributions'>[],
	{ mergedHolders = [] }: Pick<DisclosurePolicy, 'mergedHolders'>
): Map<string, Map<string, number>> {
	const byHolder = new Map<string, Map<string, number>>();
	for (const { key, contributions = [] } of cells)
		for (const { holder, value } of contributions) {
			const name = mergedHolders.find((group) => group.includes(holder))?.[0] ?? holder;
			const shares = byHolder.get(name) ?? new Map<string, number>();
			byHolder.set(name, shares.set(key, (shares.get(key) ?? 0) + value));
		}
	return byHolder;
}

function joined(one: Insider, other: Insider): Insider {
	const shares = new Map(one.shares);
	for (const [key, share] of other.shares) shares.set(key, (shares.get(key) ?? 0) + share);
	return { holders: [...one.holders, ...other.holders].sort(), shares };
}

/** Insiders know what is all theirs, and of the rest that it is at least what they put in. */
function viewOfInsider(view: ReadersView, { shares }: Insider): ReadersView {
	const isOwn = (key: string) => (shares.get(key) ?? 0) > 0 && shares.get(key) === view.values.get(key);
	return {
		...view,
		// How far it must be able to lie is asked of the public's proof.
		distance: () => 1,
		known: new Set([...view.known, ...[...shares.keys()].filter(isOwn)]),
		guarded: new Set([...view.guarded].filter((key) => view.asked?.(key) !== 'either')),
		isSettled: (key) => view.isSettled(key) || isOwn(key),
		bounds: (key) => {
			const { low, high } = view.bounds(key);
			return { low: Math.max(low, shares.get(key) ?? 0), high };
		}
	};
}

/** Theirs where they have one, otherwise the public's. */
function proofsAgainst({ holders }: Insider, certificates: readonly Certificate[]): readonly Certificate[] {
	const own = certificates.filter(({ against }) => against?.join() === holders.join());
	const special = new Map(own.map((certificate) => [certificate.key, certificate]));
	return forPublic(certificates).map((certificate) => ({ ...certificate, ...special.get(certificate.key) }));
}
