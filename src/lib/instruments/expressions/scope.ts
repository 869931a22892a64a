/** What the names of an expression stand for: answers, parameters, and `row` inside a matrix. */
export type Scope = Readonly<Record<string, unknown>>;

/**
 * The scope with further names in front of its own. Nothing is copied: a questionnaire has hundreds of names, and each row
 * of a table has a scope of its own.
 */
export function innerScope(outer: Scope, names: Readonly<Record<string, unknown>>): Scope {
	return Object.assign(Object.create(outer) as Record<string, unknown>, names);
}

/** Where a name is known: in the scope itself or in one that it stands in, never among the language's own. */
function holderOf(scope: Scope, name: string): Scope | undefined {
	let holder: object | null = scope;
	while (holder !== null && holder !== Object.prototype) {
		if (Object.hasOwn(holder, name)) return holder as Scope;
		holder = Object.getPrototypeOf(holder) as object | null;
	}
	return undefined;
}

export function isKnown(scope: Scope, name: string): boolean {
	return holderOf(scope, name) !== undefined;
}

export function knownValue(scope: Scope, name: string): unknown {
	return holderOf(scope, name)?.[name];
}
