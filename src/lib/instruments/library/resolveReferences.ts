export type JsonObject = Readonly<Record<string, unknown>>;

export interface ListItem {
	readonly value: string;
	readonly text: string;
	/** Only checkboxes know this word of SurveyJS: the option rules out every other. */
	readonly isExclusive?: boolean;
}

export interface SharedSources {
	readonly parts: Readonly<Record<string, unknown>>;
	readonly lists: Readonly<Record<string, readonly ListItem[]>>;
}

/** A reference to a list of options: the whole, or all but some, or only some, in the order of the list. */
interface ListReference {
	readonly $list: string;
	readonly without?: readonly string[];
	readonly only?: readonly string[];
	readonly add?: readonly ListItem[];
	readonly as?: 'numberColumns';
}

const numberCell = { cellType: 'text', inputType: 'number', min: 0, max: 9999, step: 1 } as const;

/**
 * Replaces the references of a questionnaire's source: `{"$part": "A1", …}` becomes the shared part, with `#word#` in
 * its texts filled in from `$with` and the other properties written over the part's own; `{"$list": "L8"}` becomes
 * the options of the list.
 * @throws {RangeError} when a reference names a part, list, option or word that does not exist.
 */
export function resolveReferences(node: unknown, sources: SharedSources): unknown {
	return resolve(node, { sources, words: {} });
}

interface Context {
	readonly sources: SharedSources;
	readonly words: Readonly<Record<string, string>>;
}

function resolve(node: unknown, context: Context): unknown {
	if (typeof node === 'string') return fillIn(node, context.words);
	if (Array.isArray(node)) return node.map((item) => resolve(item, context));
	if (!isObject(node)) return node;
	if (typeof node['$part'] === 'string') return resolvePart(node, context);
	const isCheckbox = node['type'] === 'checkbox';
	return Object.fromEntries(
		Object.entries(node).map(([key, value]) => [
			key,
			isListReference(value)
				? resolveList(value, context.sources, isCheckbox && key === 'choices')
				: resolve(value, context)
		])
	);
}

function resolvePart(reference: JsonObject, { sources, words }: Context): unknown {
	const { $part: name, $with: given, ...own } = reference;
	const part = sources.parts[String(name)];
	if (part === undefined) throw new RangeError(`Unknown part: ${String(name)}`);
	const context: Context = { sources, words: { ...words, ...filledWords(given, words) } };
	// A part may itself refer to a part: what is written here wins over both.
	return resolve(isObject(part) ? { ...part, ...own } : part, context);
}

function filledWords(given: unknown, words: Context['words']): Context['words'] {
	if (!isObject(given)) return {};
	return Object.fromEntries(
		Object.entries(given).map(([word, text]): [string, string] => [word, fillIn(String(text), words)])
	);
}

function resolveList(
	reference: ListReference,
	{ lists }: SharedSources,
	keepsExclusive: boolean
): readonly JsonObject[] {
	const list = lists[reference.$list];
	if (!list) throw new RangeError(`Unknown option list: ${reference.$list}`);
	const { without = [], only, add = [] } = reference;
	const known = new Set(list.map((item) => item.value));
	const unknown = [...without, ...(only ?? [])].find((value) => !known.has(value));
	if (unknown !== undefined) throw new RangeError(`No option ${unknown} in list ${reference.$list}`);
	const chosen = list.filter(({ value }) => !without.includes(value) && (only?.includes(value) ?? true));
	return [...chosen, ...add].map((item) => {
		if (reference.as === 'numberColumns') return { name: item.value, title: item.text, ...numberCell };
		return keepsExclusive ? { ...item } : { value: item.value, text: item.text };
	});
}

function fillIn(text: string, words: Context['words']): string {
	return text.replace(/#(\w+)#/g, (_, word: string) => {
		const filling = words[word];
		if (filling === undefined) throw new RangeError(`No word for ${word} in: ${text}`);
		return filling;
	});
}

function isListReference(value: unknown): value is ListReference {
	return isObject(value) && typeof value['$list'] === 'string';
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
