import { refusalOf } from './elementProperties.ts';
import type { Message } from '#lib/instruments/texts/answerMessages.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { compileExpression, ExpressionFault } from '#lib/instruments/expressions/compileExpression.ts';
import type { Choice } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import { answeredMark, type Calculation, type CountUnit, type Effect } from '#lib/instruments/instrument.ts';

/** Something in a questionnaire that cannot be compiled: where it stands in the JSON, and why, in Swedish for its author. */
export interface CompilationFault {
	readonly path: string;
	readonly message: string;
}

/** What the compilation of one questionnaire has gathered so far. */
export interface CompilationNotes {
	readonly faults: CompilationFault[];
	/** Names of elements and parameters, with the place where each is first used. Entries have names of their own. */
	readonly names: Map<string, string>;
	readonly expressions: NotedExpression[];
	/** What the questionnaire says of the item that each element belongs to, by the element's name. */
	readonly items: Map<string, ItemMeta>;
	/** The same of the elements inside each repeated question. */
	readonly innerItems: Map<string, ReadonlyMap<string, ItemMeta>>;
	readonly calculations: Calculation[];
	readonly effects: Effect[];
	readonly size: { elements: number };
	/** English texts by the Swedish ones. */
	readonly translations: Map<string, string>;
	/** What conditions may name in a row or an entry, besides the questions of the questionnaire. */
	readonly local: readonly string[];
}

interface NotedExpression {
	readonly path: string;
	readonly expression: Expression;
	readonly local: readonly string[];
	/** The names that stand in the row or the entry. */
	readonly beside: ReadonlyMap<string, string>;
}

/** The notes of the elements inside a row or an entry: faults and sizes are shared, names are not. */
export function innerNotes(notes: CompilationNotes, local: readonly string[]): CompilationNotes {
	return { ...notes, local, names: new Map(), items: new Map(), calculations: [] };
}

/** The custom properties of an item; elements inside an item's panel inherit them. */
export interface ItemMeta {
	/** Name of the element that states `itemCode`; undefined outside every item. */
	readonly declaredBy?: string;
	readonly item?: string;
	readonly version: number;
	readonly kind?: 'count' | 'countCells';
	readonly unit?: CountUnit;
	readonly flags: readonly string[];
	readonly partOf?: string;
}

/** One JSON object of the questionnaire, read property by property; every fault says its path. */
export class JsonPlace {
	readonly json: Readonly<Record<string, unknown>>;
	readonly path: string;
	readonly notes: CompilationNotes;

	constructor(json: Readonly<Record<string, unknown>>, path: string, notes: CompilationNotes) {
		this.json = json;
		this.path = path;
		this.notes = notes;
	}

	/** The same place, where conditions may name these as well. */
	within(names: readonly string[]): JsonPlace {
		return new JsonPlace(this.json, this.path, { ...this.notes, local: [...this.notes.local, ...names] });
	}

	fault(key: string, message: string): void {
		this.notes.faults.push({ path: key === '' ? this.path : this.at(key), message });
	}

	at(key: string): string {
		return this.path === '' ? key : `${this.path}.${key}`;
	}

	has(key: string): boolean {
		return Object.hasOwn(this.json, key) && this.json[key] !== undefined && this.json[key] !== null;
	}

	value(key: string): unknown {
		return this.has(key) ? this.json[key] : undefined;
	}

	onlyKnows(known: ReadonlySet<string>): void {
		for (const key of Object.keys(this.json)) {
			if (!known.has(key)) this.fault(key, refusalOf(key));
		}
	}

	/** A text, or SurveyJS's text in several languages: the Swedish is taken, and the English kept beside it. */
	text(key: string): string | undefined {
		const value = this.value(key);
		if (value === undefined) return undefined;
		const text = isRecord(value) ? (value['sv'] ?? value['default']) : value;
		if (typeof text !== 'string' || text.length > 20_000) {
			this.fault(key, 'Ska vara en text');
			return undefined;
		}
		if (isRecord(value) && typeof value['en'] === 'string')
			this.translate(key, { sv: text, en: value['en'] });
		return text;
	}

	/** The text, or our own words where the questionnaire has none. */
	textOr(key: string, unstated: Message): string {
		const text = this.text(key);
		if (text !== undefined) return text;
		this.translate(key, unstated);
		return unstated.sv;
	}

	/** Texts are found by the Swedish one, so the same Swedish text has one English text everywhere. */
	translate(key: string, { sv, en }: Message): void {
		const known = this.notes.translations.get(sv);
		if (known !== undefined && known !== en) {
			this.fault(key, `Texten ”${sv.slice(0, 60)}” har en annan engelsk text på ett annat ställe`);
		}
		this.notes.translations.set(sv, known ?? en);
	}

	boolean(key: string): boolean {
		const value = this.value(key);
		if (value !== undefined && typeof value !== 'boolean') this.fault(key, 'Ska vara true eller false');
		return value === true;
	}

	number(key: string): number | undefined {
		const value = this.value(key);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isFinite(value)) return value;
		this.fault(key, 'Ska vara ett tal');
		return undefined;
	}

	wholeNumber(key: string, atLeast: number): number | undefined {
		const value = this.number(key);
		if (value === undefined || (Number.isInteger(value) && value >= atLeast)) return value;
		this.fault(key, `Ska vara ett heltal, minst ${String(atLeast)}`);
		return undefined;
	}

	expression(key: string): Expression | undefined {
		const text = this.value(key);
		if (text === undefined || text === '') return undefined;
		if (typeof text !== 'string') {
			this.fault(key, 'Ska vara ett villkor');
			return undefined;
		}
		try {
			const expression = compileExpression(text);
			const { local, names: beside } = this.notes;
			this.notes.expressions.push({ path: this.at(key), expression, local, beside });
			return expression;
		} catch (fault) {
			if (!(fault instanceof ExpressionFault)) throw fault;
			this.fault(key, fault.message);
			return undefined;
		}
	}

	/** The objects of a list property; anything else in the list is a fault. */
	places(key: string): JsonPlace[] {
		return this.list(key).flatMap((value, index) => {
			const path = `${this.at(key)}[${String(index)}]`;
			if (isRecord(value)) return [new JsonPlace(value, path, this.notes)];
			this.notes.faults.push({ path, message: 'Ska vara ett objekt' });
			return [];
		});
	}

	list(key: string): readonly unknown[] {
		const value = this.value(key);
		if (value === undefined) return [];
		if (Array.isArray(value)) return value;
		this.fault(key, 'Ska vara en lista');
		return [];
	}
}

const codePattern = /^[A-Za-z0-9_+-]{1,60}$/;
// Names that mean something to JavaScript's own objects or to SurveyJS's expressions.
const reservedCodes = new Set([
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'valueOf',
	'hasOwnProperty'
]);

/** A count of persons of its own: 0 is then no answer, because it does not say whether anyone asked. */
export function isPersonCount(meta: ItemMeta): boolean {
	return meta.flags.includes('PERS') && (meta.unit ?? 'person') === 'person';
}

export function isUsableCode(code: string): boolean {
	return codePattern.test(code) && !reservedCodes.has(code);
}

const choiceProperties = new Set(['value', 'text', 'visibleIf', 'enableIf', 'isExclusive']);

/** Choices, rows or columns of a list: texts or `{value, text}`, each code once. */
export function readChoices(place: JsonPlace, key: string): Choice[] {
	const seen = new Set<string>();
	const choices = place.list(key).flatMap((entry, index): Choice[] => {
		const at = `${place.at(key)}[${String(index)}]`;
		const choice = readChoice(new JsonPlace(isRecord(entry) ? entry : { value: entry }, at, place.notes));
		if (!choice) return [];
		if (seen.has(choice.value))
			place.notes.faults.push({ path: at, message: `Koden ${choice.value} finns två gånger` });
		seen.add(choice.value);
		return [choice];
	});
	if (choices.length === 0 && !place.notes.faults.some((fault) => fault.path.startsWith(place.at(key)))) {
		place.fault(key, 'Minst ett alternativ behövs');
	}
	return choices;
}

function readChoice(place: JsonPlace): Choice | undefined {
	place.onlyKnows(choiceProperties);
	const value = place.value('value');
	const code = typeof value === 'number' ? String(value) : value;
	if (typeof code !== 'string' || !isUsableCode(code)) {
		place.fault('value', 'Koden ska bestå av 1–60 tecken: a–z, siffror, _, + eller -');
		return undefined;
	}
	if (code === answeredMark)
		place.fault('value', `Koden ${answeredMark} är upptagen: den räknar dem som har svarat`);
	const visibleIf = place.expression('visibleIf');
	const enableIf = place.expression('enableIf');
	return {
		value: code,
		text: place.text('text') ?? code,
		...(visibleIf && { visibleIf }),
		...(enableIf && { enableIf })
	};
}
