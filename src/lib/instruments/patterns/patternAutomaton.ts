import { type Characters, type Pattern, PatternFault } from './readPattern.ts';

const maximumPositions = 300;

/** The places in an expression where a character is read, and which may follow which (Glushkov's automaton). */
export interface Automaton {
	readonly characters: Characters[];
	readonly next: Set<number>[];
	/** Steps that can be taken in more than one way. */
	readonly double: [number, number][];
	readonly isCaseless: boolean;
}

interface Ends {
	readonly first: readonly number[];
	readonly last: readonly number[];
	readonly isNullable: boolean;
}

const emptyRepeat = 'En upprepad del kan vara tom, och då finns oändligt många sätt att läsa';

const nothing: Ends = { first: [], last: [], isNullable: true };

export function buildAutomaton(pattern: Pattern, isCaseless: boolean): Automaton {
	const automaton: Automaton = { characters: [], next: [], double: [], isCaseless };
	build(pattern, automaton);
	return automaton;
}

function build(pattern: Pattern, automaton: Automaton): Ends {
	switch (pattern.kind) {
		case 'characters':
			return addPosition(pattern.characters, automaton);
		case 'sequence':
			return pattern.parts.reduce<Ends>(
				(before, part) => joined(before, build(part, automaton), automaton),
				nothing
			);
		case 'choice':
			return either(pattern.parts.map((part) => build(part, automaton)));
		case 'repeat':
			return buildRepeat(pattern, automaton);
	}
}

function addPosition(characters: Characters, automaton: Automaton): Ends {
	const position = automaton.characters.length;
	if (position >= maximumPositions) throw new PatternFault('Mönstret är för stort');
	automaton.characters.push(automaton.isCaseless ? bothCases(characters) : characters);
	automaton.next.push(new Set());
	return { first: [position], last: [position], isNullable: false };
}

/** Both cases of Latin letters; of all others, that each may stand for any other. */
function bothCases(characters: Characters): Characters {
	const other = characters.some(([, to]) => to > 0x24f) ? ([[0x250, 0xffff]] as const) : [];
	const latin = characters.flatMap(([from, to]) => {
		const codes = Array.from(
			{ length: Math.max(0, Math.min(to, 0x24f) - from + 1) },
			(_, index) => from + index
		);
		return codes.flatMap((code) => {
			const text = String.fromCharCode(code);
			return [text.toLowerCase(), text.toUpperCase()].map((cased) => cased.charCodeAt(0));
		});
	});
	return [...characters, ...latin.map((code) => [code, code] as const), ...other];
}

function connect(from: readonly number[], to: readonly number[], automaton: Automaton): void {
	for (const before of from) {
		for (const after of to) {
			if (automaton.next[before]?.has(after)) automaton.double.push([before, after]);
			automaton.next[before]?.add(after);
		}
	}
}

function joined(before: Ends, after: Ends, automaton: Automaton): Ends {
	connect(before.last, after.first, automaton);
	return {
		first: before.isNullable ? [...before.first, ...after.first] : before.first,
		last: after.isNullable ? [...before.last, ...after.last] : after.last,
		isNullable: before.isNullable && after.isNullable
	};
}

function either(parts: readonly Ends[]): Ends {
	return {
		first: parts.flatMap(({ first }) => first),
		last: parts.flatMap(({ last }) => last),
		isNullable: parts.some(({ isNullable }) => isNullable)
	};
}

function buildRepeat(repeat: Extract<Pattern, { kind: 'repeat' }>, automaton: Automaton): Ends {
	const { part, least, most } = repeat;
	if (most === 0) return nothing;
	if (most === 1) return { ...build(part, automaton), ...(least === 0 && { isNullable: true }) };
	const isCounted = most !== Infinity && (part.kind === 'characters' || least === most);
	if (isCounted) return buildCounted(repeat, automaton);
	// Whatever the counts, a part that varies is taken as one that may be repeated without end.
	const body = build(part, automaton);
	if (body.isNullable) throw new PatternFault(emptyRepeat);
	connect(body.last, body.first, automaton);
	return least === 0 ? { ...body, isNullable: true } : body;
}

/** `\d{6,8}` is six digits and two that may be left out. */
function buildCounted(
	{ part, least, most }: Extract<Pattern, { kind: 'repeat' }>,
	automaton: Automaton
): Ends {
	let [first, before, last]: [readonly number[], readonly number[], readonly number[]] = [[], [], []];
	for (let count = 1; count <= most; count += 1) {
		const body = build(part, automaton);
		if (body.isNullable) throw new PatternFault(emptyRepeat);
		if (count === 1) first = body.first;
		else connect(before, body.first, automaton);
		before = body.last;
		last = count > least ? [...last, ...body.last] : body.last;
	}
	return { first, last, isNullable: least === 0 };
}
