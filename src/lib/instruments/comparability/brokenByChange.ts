import type { Variable } from '#lib/instruments/instrument.ts';
import {
	judgementOf,
	type ChangeJudgement,
	type Difference,
	type QuestionChange
} from './changeJudgement.ts';
import { compareInstruments } from './compareInstruments.ts';
import { comparedParts } from './comparedParts.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { ComparedQuestionnaires, SeriesBreak } from './seriesBreak.ts';

const reasons: Readonly<Partial<Record<Difference['kind'], string>>> = {
	type: 'frågan besvaras på ett annat sätt',
	unit: 'det som räknas är något annat',
	base: 'frågan ställs till andra än förr',
	option: 'svarsalternativen är andra'
};

/** What the changes of the questionnaire do to a variable's series, by rule or by what a person has judged. */
export function brokenByChange(
	variable: Variable,
	{ earlier, later }: ComparedQuestionnaires
): SeriesBreak | undefined {
	const judgements = later.judgements ?? [];
	const changes = compareInstruments(earlier.instrument, later.instrument);
	if (changes.length === 0) return undefined;
	const code = codesByHead(later.instrument).get(variable.path[0] ?? '');
	const own = changes.find(({ subject, code: changed }) => subject === 'question' && changed === code);
	return (
		(own && brokenByQuestion(variable, own, judgements)) ??
		first(changes, (change) => brokenByText({ variable, code }, change, judgements))
	);
}

function brokenByQuestion(
	variable: Variable,
	change: QuestionChange,
	judgements: readonly ChangeJudgement[]
): SeriesBreak | undefined {
	const about = change.differences.filter((difference) => isAbout(difference, variable));
	const broken = about.find(({ effect }) => effect === 'breaks');
	if (broken) return { cause: 'question', reason: reasons[broken.kind] ?? 'frågan har ändrats' };
	if (!about.some(({ effect }) => effect === 'ask')) return undefined;
	const judgement = judgementOf(change, judgements);
	if (!judgement) return notJudged('frågan har ändrats, och ingen har bedömt om den betyder detsamma');
	return judgement.verdict === 'breaks' ? { cause: 'question', reason: judgement.reason } : undefined;
}

function brokenByText(
	{ variable, code }: { readonly variable: Variable; readonly code: string | undefined },
	change: QuestionChange,
	judgements: readonly ChangeJudgement[]
): SeriesBreak | undefined {
	if (change.subject !== 'text') return undefined;
	const isAsked = change.differences.some(({ effect }) => effect === 'ask');
	const judgement = judgementOf(change, judgements);
	const codes = judgement?.codes ?? change.covers;
	const isCovered = codes.length === 0 || codes.some((each) => each === code || isOf(variable, each));
	if (!isAsked || !isCovered || judgement?.verdict === 'holds') return undefined;
	if (judgement) return { cause: 'definition', reason: judgement.reason };
	return notJudged('en text i formuläret har ändrats, och ingen har bedömt om frågan betyder detsamma');
}

function isOf({ code }: Variable, named: string): boolean {
	return code === named || code.startsWith(`${named}.`);
}

function notJudged(reason: string): SeriesBreak {
	return { cause: 'not-judged', reason };
}

function isAbout({ part }: Difference, { path, statusPath, entries }: Variable): boolean {
	if (part === undefined) return true;
	const inner = entries && 'of' in entries ? entries.of.path : [];
	return [...path.slice(1), ...(statusPath ?? []).slice(1), ...inner].includes(part);
}

function first<Item, Found>(
	items: readonly Item[],
	find: (item: Item) => Found | undefined
): Found | undefined {
	for (const item of items) {
		const found = find(item);
		if (found !== undefined) return found;
	}
	return undefined;
}

const known = new WeakMap<Instrument, ReadonlyMap<string, string>>();

/** The question of each variable, by the property of the answers that it stands under. */
function codesByHead(instrument: Instrument): ReadonlyMap<string, string> {
	const before = known.get(instrument);
	if (before) return before;
	const codes = new Map(
		comparedParts(instrument).flatMap(({ code, head }) => (head === undefined ? [] : [[head, code] as const]))
	);
	known.set(instrument, codes);
	return codes;
}
