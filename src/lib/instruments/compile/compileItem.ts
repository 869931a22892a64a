import { readQuestionEffects } from './compileEffects.ts';
import { readValidators } from './compileValidator.ts';
import type { Element, Validator } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { CountUnit } from '#lib/instruments/instrument.ts';
import { isUsableCode, type ItemMeta, type JsonPlace } from './questionnaireReader.ts';

/** Where an element stands: how deep, and in which item. */
export interface ItemContext {
	readonly meta: ItemMeta;
	readonly depth: number;
}

/** The same for one element, with what all kinds of element have in common. */
export interface OwnContext extends ItemContext {
	readonly base: ElementBaseParts;
}

export interface ElementBaseParts {
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	readonly visibleIf?: Expression;
	readonly enableIf?: Expression;
	readonly requiredIf?: Expression;
	readonly isRequired?: true;
	readonly checks?: ElementChecks;
	readonly validators?: readonly Validator[];
	readonly item?: string;
}

type ElementChecks = NonNullable<Element['checks']>;

/** Name, texts, conditions and item of an element; undefined when it has no usable name. */
export function compileCommon(place: JsonPlace, context: ItemContext): OwnContext | undefined {
	const name = place.value('name');
	if (typeof name !== 'string' || !isUsableCode(name)) {
		place.fault('name', 'Namnet ska bestå av 1–60 tecken: a–z, siffror, _, + eller -');
		return undefined;
	}
	claimName(place, name);
	const meta = readItem(place, context.meta, name);
	place.notes.items.set(name, meta);
	readQuestionEffects(place, name);
	return {
		depth: context.depth,
		meta,
		base: compileBase(place, { name, item: meta.item, type: place.value('type') })
	};
}

/** What all kinds of element have in common, also the columns of a matrix and the fields of a question. */
export function compileBase(
	place: JsonPlace,
	{ name, item, type }: { readonly name: string; readonly item?: string | undefined; readonly type: unknown }
): ElementBaseParts {
	const description = place.text('description');
	const visibleIf = place.expression('visibleIf');
	const enableIf = place.expression('enableIf');
	const requiredIf = place.expression('requiredIf');
	const { checks, validators } = readValidators(place, type);
	return {
		name,
		title: place.text('title') ?? name,
		...(description && { description }),
		...(visibleIf && { visibleIf }),
		...(enableIf && { enableIf }),
		...(requiredIf && { requiredIf }),
		...(place.boolean('isRequired') && { isRequired: true as const }),
		...(checks.length > 0 && { checks }),
		...(validators.length > 0 && { validators }),
		...(item && { item })
	};
}

const entryPrefixes = new Set(['row', 'panel']);

export function claimName(place: JsonPlace, name: string): void {
	// SurveyJS finds names without regard to case, so that P1 and p1 would be the same question.
	const key = name.toLowerCase();
	if (entryPrefixes.has(key))
		place.fault('name', `Namnet ${name} är upptaget: villkor i rader och poster börjar så`);
	const earlier = place.notes.names.get(key);
	if (earlier !== undefined) place.fault('name', `Namnet ${name} används redan i ${earlier}`);
	else place.notes.names.set(key, place.path);
}

const countUnits: readonly CountUnit[] = [
	'person',
	'brott',
	'insats',
	'annons',
	'anmalan',
	'kontakt',
	'medarbetare'
];
const flagNames = ['KÄRNA', 'PERS', 'ÅSIKT', 'FRI'];

function readItem(place: JsonPlace, inherited: ItemMeta, name: string): ItemMeta {
	const item = place.text('itemCode');
	if (item !== undefined && !isUsableCode(item)) place.fault('itemCode', 'Koden får inte användas');
	const own = item === undefined ? inherited : { declaredBy: name, item, version: 1, flags: [] };
	const kind = readOneOf(place, 'itemKind', ['count', 'countCells'] as const);
	const unit = readOneOf(place, 'unit', countUnits);
	const version = place.wholeNumber('itemVersion', 1);
	const partOf = place.text('partOf');
	return {
		...own,
		...(version !== undefined && { version }),
		...(kind && { kind }),
		...(unit && { unit }),
		...(place.has('flags') && { flags: readFlags(place) }),
		...(partOf !== undefined && { partOf })
	};
}

function readOneOf<Name extends string>(
	place: JsonPlace,
	key: string,
	names: readonly Name[]
): Name | undefined {
	const value = place.value(key);
	if (value === undefined) return undefined;
	const name = names.find((candidate) => candidate === value);
	if (!name) place.fault(key, `Ska vara något av ${names.join(', ')}`);
	return name;
}

function readFlags(place: JsonPlace): string[] {
	return place.list('flags').flatMap((flag) => {
		if (typeof flag === 'string' && flagNames.includes(flag)) return [flag];
		place.fault('flags', `Flaggorna är ${flagNames.join(', ')}`);
		return [];
	});
}
