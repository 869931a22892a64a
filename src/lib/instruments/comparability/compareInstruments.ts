import { calendarDate } from '#lib/shared/calendarDate.ts';
import { writtenSpan } from '#lib/shared/writtenDay.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Difference, QuestionChange } from './changeJudgement.ts';
import { comparedParts } from './comparedParts.ts';
import type { ComparedPart, Facet, FacetKind } from './facet.ts';
import { hasSameWords, isSameText, looksLikeSpelling, type YearPair } from './textLikeness.ts';

const known = new WeakMap<Instrument, WeakMap<Instrument, readonly QuestionChange[]>>();

/** What differs between two versions of a sector's questionnaire, question by question, and what the series bears of it. */
export function compareInstruments(earlier: Instrument, later: Instrument): readonly QuestionChange[] {
	const before = known.get(later) ?? new WeakMap<Instrument, readonly QuestionChange[]>();
	known.set(later, before);
	const changes = before.get(earlier) ?? findChanges(earlier, later);
	before.set(earlier, changes);
	return changes;
}

function findChanges(earlier: Instrument, later: Instrument): QuestionChange[] {
	const before = new Map(comparedParts(earlier).map((part) => [part.code, part]));
	const now = comparedParts(later);
	const codes = new Set(now.map(({ code }) => code));
	const years = yearsOf(earlier, later);
	return [
		...now.flatMap((part) => changesOf(before.get(part.code), part, years)),
		...[...before.values()].filter(({ code }) => !codes.has(code)).map((part) => changeOf(part, 'removed'))
	];
}

function yearsOf(earlier: Instrument, later: Instrument): YearPair | undefined {
	const [before, after] = [earlier.parameters['ar'], later.parameters['ar']];
	if (typeof before !== 'number' || typeof after !== 'number') return undefined;
	const days = { before: daysOf(earlier), after: daysOf(later) };
	return { before, after, days };
}

/** As composeQuestionnaire.ts writes them into a questionnaire. */
function daysOf({ parameters: { ar, periodstart, periodslut } }: Instrument): string {
	return typeof periodstart === 'string' && typeof periodslut === 'string'
		? writtenSpan(calendarDate(periodstart), calendarDate(periodslut))
		: `1 januari–31 december ${String(ar)}`;
}

function changesOf(
	before: ComparedPart | undefined,
	now: ComparedPart,
	years: YearPair | undefined
): QuestionChange[] {
	if (!before) return [changeOf(now, 'added')];
	const differences = differencesOf(before.facets, now.facets, years);
	return differences.length === 0 ? [] : [{ ...changeOf(now, 'changed'), differences }];
}

/** A text that has come or gone is judged as one that has changed; a question that has is no series. */
function changeOf(
	{ code, title, head, covers, facets }: ComparedPart,
	fate: QuestionChange['fate']
): QuestionChange {
	const subject = head === undefined ? 'text' : 'question';
	const differences =
		subject === 'text' && fate !== 'changed'
			? facets.map((facet) =>
					fate === 'added' ? difference(undefined, facet) : difference(facet, undefined)
				)
			: [];
	return { code, title, subject, fate, covers, differences };
}

function differencesOf(
	before: readonly Facet[],
	now: readonly Facet[],
	years: YearPair | undefined
): Difference[] {
	const earlier = new Map(before.map((facet) => [facet.key, facet]));
	const later = new Map(now.map((facet) => [facet.key, facet]));
	const keys = new Set([...later.keys(), ...earlier.keys()]);
	const found = [...keys].flatMap((key) => {
		const [then, after] = [earlier.get(key), later.get(key)];
		return then && after && isSameText(then.value, after.value, years) ? [] : [difference(then, after)];
	});
	return withoutConsequences(found);
}

/** Options that have come or gone stand in another order too, and a new version says no more than what it is new for. */
function withoutConsequences(found: readonly Difference[]): Difference[] {
	const hasNewOptions = found.some(({ kind, effect }) => kind === 'option' && effect === 'breaks');
	const kept = found.filter(({ kind }) => kind !== 'order' || !hasNewOptions);
	const isExplained = kept.some(({ kind, effect }) => kind !== 'version' && effect !== 'safe');
	return kept.filter(({ kind }) => kind !== 'version' || !isExplained);
}

type Effect = Pick<Difference, 'effect' | 'proposal'>;

const safe: Effect = { effect: 'safe' };
const breaks: Effect = { effect: 'breaks' };
const probablyHolds: Effect = { effect: 'ask', proposal: 'holds' };
const probablyBreaks: Effect = { effect: 'ask', proposal: 'breaks' };

/** What it means that a thing has come or gone, and that it is another; `wording` is judged by its words. */
const effects: Readonly<
	Record<FacetKind, { readonly comesOrGoes: Effect; readonly isAnother: Effect | 'wording' }>
> = {
	text: { comesOrGoes: probablyBreaks, isAnother: 'wording' },
	hint: { comesOrGoes: safe, isAnother: safe },
	type: { comesOrGoes: breaks, isAnother: breaks },
	unit: { comesOrGoes: breaks, isAnother: breaks },
	base: { comesOrGoes: breaks, isAnother: breaks },
	option: { comesOrGoes: breaks, isAnother: 'wording' },
	order: { comesOrGoes: safe, isAnother: probablyHolds },
	row: { comesOrGoes: probablyBreaks, isAnother: 'wording' },
	column: { comesOrGoes: safe, isAnother: 'wording' },
	limits: { comesOrGoes: probablyHolds, isAnother: probablyHolds },
	requirement: { comesOrGoes: probablyHolds, isAnother: probablyHolds },
	version: { comesOrGoes: probablyBreaks, isAnother: probablyBreaks },
	place: { comesOrGoes: safe, isAnother: safe },
	definition: { comesOrGoes: probablyBreaks, isAnother: 'wording' }
};

function difference(before: Facet | undefined, after: Facet | undefined): Difference {
	if (before && after) return differenceOfBoth(before, after);
	if (after) return differenceOfOne(after, { before: '', after: after.value });
	if (before) return differenceOfOne(before, { before: before.value, after: '' });
	throw new RangeError('A difference between nothing and nothing');
}

function differenceOfOne(
	{ key, kind, part }: Facet,
	texts: Pick<Difference, 'before' | 'after'>
): Difference {
	// A row that has come or gone may have taken answers from the others: it is about the whole question.
	const about = part === undefined || kind === 'row' ? {} : { part };
	return { kind, key, ...about, ...texts, ...effects[kind].comesOrGoes };
}

function differenceOfBoth(before: Facet, after: Facet): Difference {
	const { key, kind, part } = after;
	const named = { key, ...(part === undefined ? {} : { part }), before: before.value, after: after.value };
	const effect = effects[kind].isAnother;
	if (effect !== 'wording') return { kind, ...named, ...effect };
	if (hasSameWords(before.value, after.value)) return { kind: 'spelling', ...named, ...safe };
	return {
		kind,
		...named,
		...(looksLikeSpelling(before.value, after.value) ? probablyHolds : probablyBreaks)
	};
}
