import { type CountStatus, countStatuses } from '#lib/instruments/countStatus.ts';
import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';
import type { MatrixDropdownElement, Question } from '#lib/instruments/element.ts';
import { type ElementState, entriesOf, entryState, isRepeated } from '#lib/instruments/entries.ts';
import {
	answeredMark,
	type Answers,
	type EntryMeasure,
	type Instrument,
	type PackedRow,
	packedStatus,
	type Variable
} from '#lib/instruments/instrument.ts';
import { namedQuestions, questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { rowScope } from './pruneAnswer.ts';
import { resolveState } from './visibility.ts';

interface OpinionEntry {
	readonly variable: string;
	readonly option: string;
}

/** A submission split at the door: what may be kept under the unit's pseudonym, and what must not. */
export interface PackedAnswers {
	readonly row: PackedRow;
	/**
	 * One line for each opinion chosen, and one with `answeredMark` for each list of opinions that was answered; the
	 * caller stores them with the sector only.
	 */
	readonly opinions: readonly OpinionEntry[];
	readonly texts: readonly { readonly item: string; readonly text: string }[];
}

// `string & {}` keeps the words of a status apart from option codes for the reader of the type.
export type UnpackedAnswer = number | CountStatus | 'not_shown' | (string & {}) | null;

export interface UnpackedValue {
	readonly variable: Variable;
	/** A count or number, a status, an option's code, a date as written, '1' or '0' for a choice; null is unanswered. */
	readonly answer: UnpackedAnswer;
}

/** Packs answers that `validateAnswers` has accepted. */
export function packAnswers(instrument: Instrument, answers: Answers): PackedAnswers {
	const state = resolveState(instrument, answers);
	const questions = questionsByName(instrument);
	const find = (name: string) => questions.get(name)?.question;
	const row: (number | null)[] = [];
	const opinions: OpinionEntry[] = [];
	const texts: { item: string; text: string }[] = [];
	for (const variable of instrument.variables) {
		const isUnlinked = variable.opinion || variable.freeText;
		row.push(isUnlinked ? null : packValue(variable, { state, find }));
		if (variable.opinion) opinions.push(...tallies(variable, state.answers));
		if (variable.freeText) texts.push(...textsOf(variable, { state, find }));
	}
	return { row, opinions: [...opinions, ...answeredLists(instrument, opinions)], texts };
}

/** The values of a packed row in the order of the codebook. */
export function unpackRow(instrument: Instrument, row: PackedRow): UnpackedValue[] {
	return instrument.variables.map((variable, index) => ({
		variable,
		answer: unpackValue(variable, row[index] ?? null)
	}));
}

/** Where an opinion is tallied: the variable's code, for a choice without its option. */
export function tallyOf(variable: Variable): string {
	return variable.option === undefined
		? variable.code
		: variable.code.slice(0, -(variable.option.length + 1));
}

function tallies(variable: Variable, answers: Answers): OpinionEntry[] {
	const value = answerAt(answers, variable);
	if (variable.option === undefined) {
		const option = variable.options?.find((known) => known.value === codeOf(value))?.value;
		return option === undefined ? [] : [{ variable: variable.code, option }];
	}
	const isChosen = Array.isArray(value) && value.includes(variable.option);
	return isChosen ? [{ variable: tallyOf(variable), option: variable.option }] : [];
}

/** A list is answered once, however many of its options are chosen. */
function answeredLists({ variables }: Instrument, chosen: readonly OpinionEntry[]): OpinionEntry[] {
	const lists = new Set(
		variables.filter(({ opinion, option }) => opinion && option !== undefined).map(tallyOf)
	);
	const answered = new Set(chosen.map(({ variable }) => variable).filter((code) => lists.has(code)));
	return [...answered].map((variable) => ({ variable, option: answeredMark }));
}

/** Where a variable's answer is looked for: in the questionnaire, or in one entry. */
interface Source {
	readonly state: ElementState;
	readonly find: (name: string) => Question | undefined;
}

function packValue(variable: Variable, source: Source): number | null {
	if (!isShown(variable, source)) return packedStatus.not_shown;
	const { role, entries } = variable;
	if (entries) return packEntries(entries, entrySources(variable, source));
	const value = answerAt(source.state.answers, variable);
	if (role === 'count' && typeof value !== 'number') return packStatus(variable, source.state.answers);
	return packers[role](value, variable);
}

/** The entries that hold anything, each as a source of its own; undefined when the question is not answered. */
function entrySources({ path: [name = ''] }: Variable, { state, find }: Source): Source[] | undefined {
	const question = find(name);
	const value = state.answers[name];
	if (!question || !isRepeated(question) || !Array.isArray(value)) return undefined;
	const questions = namedQuestions(question.elements);
	const entries = entriesOf(question, value);
	return entries.flatMap((entry, index) => {
		if (isEmptyValue(entry)) return [];
		const within = entryState(question, { entries, index }, state.scope);
		return [{ state: within, find: (inner: string) => questions.get(inner) }];
	});
}

function packEntries(entries: EntryMeasure, sources: readonly Source[] | undefined): number | null {
	if (!sources) return null;
	if (entries.measure === 'count') return sources.length;
	const { measure, of } = entries;
	const packed = sources.map((source) => packValue(of, source));
	if (measure === 'chosen') {
		const sought = entries.option === undefined ? 1 : optionIndex(of, entries.option);
		return packed.filter((value) => value === sought).length;
	}
	const numbers = packed.filter((value): value is number => value !== null && value >= 0);
	return numbers.length > 0 || measure === 'answered' ? summaries[measure](numbers) : null;
}

const summaries: Readonly<
	Record<'sum' | 'answered' | 'first' | 'last' | 'texts', (numbers: readonly number[]) => number | null>
> = {
	sum: (numbers) => numbers.reduce((total, number) => total + number, 0),
	answered: (numbers) => numbers.length,
	first: (numbers) => Math.min(...numbers),
	last: (numbers) => Math.max(...numbers),
	texts: () => null
};

/** Texts of entries lie beside each other with nothing that says which entry each came from. */
function textsOf(variable: Variable, source: Source, code = variable.code): { item: string; text: string }[] {
	const { entries } = variable;
	if (entries?.measure === 'texts') {
		const inner = entries.of;
		return (entrySources(variable, source) ?? []).flatMap((within) => textsOf(inner, within, code));
	}
	const text = valueAt(source.state.answers, variable.path);
	return typeof text === 'string' ? [{ item: code, text }] : [];
}

const packNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const packers: Readonly<Record<Variable['role'], (value: unknown, variable: Variable) => number | null>> = {
	count: packNumber,
	number: packNumber,
	date: (value) => (typeof value === 'string' ? Number(value.replaceAll('-', '')) : null),
	category: (value, variable) => packOption(variable, value),
	choice: (value, { option }) => (Array.isArray(value) ? Number(value.includes(option)) : null),
	text: () => null
};

/** An answer as the option's code: the steps of a scale are stored as numbers, yes and no as true and false. */
function codeOf(value: unknown): string | undefined {
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** Where a variable's answer stands; of a ranking, the place that it gives to the choice. */
function answerAt(answers: Answers, { path, ranked }: Variable): unknown {
	const value = valueAt(answers, path);
	if (ranked === undefined) return value;
	const place = Array.isArray(value) ? value.indexOf(ranked) : -1;
	return place < 0 ? undefined : place + 1;
}

function packOption(variable: Variable, value: unknown): number | null {
	const index = optionIndex(variable, codeOf(value));
	return index < 0 ? null : index;
}

function optionIndex({ options = [] }: Variable, code: string | undefined): number {
	return options.findIndex((option) => option.value === code);
}

function packStatus(variable: Variable, answers: Answers): number | null {
	const value = variable.statusPath && valueAt(answers, variable.statusPath);
	const status = countStatuses.find((known) => known === value);
	return status === undefined ? null : packedStatus[status];
}

/** Whether the question, the row and the cell that a variable comes from were visible. */
function isShown({ path }: Variable, { state, find }: Source): boolean {
	const [name = '', rowName, columnName] = path;
	const question = find(name);
	if (!question || !state.visible.has(name)) return false;
	if (question.kind !== 'matrix' && question.kind !== 'matrixdropdown') return true;
	if (!holds(question.rows.find(({ value }) => value === rowName)?.visibleIf, state.scope)) return false;
	return (
		question.kind === 'matrix' ||
		isCellShown(question, columnName, rowScope(state.scope, valueAt(state.answers, path.slice(0, 2))))
	);
}

function isCellShown(question: MatrixDropdownElement, columnName: string | undefined, inRow: Scope): boolean {
	return holds(question.columns.find(({ name }) => name === columnName)?.visibleIf, inRow);
}

function valueAt(answers: Answers, path: readonly string[]): unknown {
	let value: unknown = answers;
	for (const key of path) {
		// The two values of a range are a list.
		if (Array.isArray(value)) value = value[Number(key)] as unknown;
		else value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
	}
	return value;
}

function unpackValue(variable: Variable, packed: number | null): UnpackedAnswer {
	if (packed === null) return null;
	if (packed === packedStatus.not_shown) return 'not_shown';
	return unpackers[variable.role](packed, variable);
}

const unpackers: Readonly<Record<Variable['role'], (packed: number, variable: Variable) => UnpackedAnswer>> =
	{
		count: (packed) => countStatuses.find((status) => packedStatus[status] === packed) ?? packed,
		category: (packed, variable) => variable.options?.[packed]?.value ?? null,
		choice: String,
		date: (packed) => unpackDate(String(packed)),
		number: (packed) => packed,
		text: () => null
	};

function unpackDate(digits: string): string {
	const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
	return parts.filter((part) => part !== '').join('-');
}
