import { type CountStatus, countStatuses } from './countStatus.ts';
import { isRecord } from './comparison.ts';
import { holds, type Scope } from './evaluate.ts';
import type { MatrixDropdownElement } from './element.ts';
import {
	answeredMark,
	type Answers,
	type Instrument,
	type PackedRow,
	packedStatus,
	type Variable
} from './instrument.ts';
import { questionsByName } from './instrumentIndex.ts';
import { type AnswerState, resolveState, rowScope } from './visibility.ts';

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
	const row: (number | null)[] = [];
	const opinions: OpinionEntry[] = [];
	const texts: { item: string; text: string }[] = [];
	for (const variable of instrument.variables) {
		const isUnlinked = variable.opinion || variable.freeText;
		row.push(isUnlinked ? null : packValue(instrument, variable, state));
		if (variable.opinion) opinions.push(...tallies(variable, state.answers));
		const text = variable.freeText ? valueAt(state.answers, variable.path) : undefined;
		if (typeof text === 'string') texts.push({ item: variable.code, text });
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

function packValue(instrument: Instrument, variable: Variable, state: AnswerState): number | null {
	if (!isShown(instrument, variable, state)) return packedStatus.not_shown;
	const value = answerAt(state.answers, variable);
	const { role } = variable;
	if (role === 'count' && typeof value !== 'number') return packStatus(variable, state.answers);
	return packers[role](value, variable);
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
	const index = variable.options?.findIndex((option) => option.value === codeOf(value)) ?? -1;
	return index < 0 ? null : index;
}

function packStatus(variable: Variable, answers: Answers): number | null {
	const value = variable.statusPath && valueAt(answers, variable.statusPath);
	const status = countStatuses.find((known) => known === value);
	return status === undefined ? null : packedStatus[status];
}

/** Whether the question, the row and the cell that a variable comes from were visible. */
function isShown(instrument: Instrument, { path }: Variable, state: AnswerState): boolean {
	const [name = '', rowName, columnName] = path;
	const question = questionsByName(instrument).get(name)?.question;
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
	for (const key of path) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
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
