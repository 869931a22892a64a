import { type Automaton, buildAutomaton } from './patternAutomaton.ts';
import { type Characters, PatternFault, readPattern } from './readPattern.ts';

const maximumLength = 300;
const maximumWork = 2_000_000;
const maximumWays = 200;

/**
 * Why a regular expression may not be used on what strangers write, in Swedish; undefined when its time is bounded.
 *
 * The expression is made into Glushkov's automaton, whose states are the places in it where a character is read. A text
 * can be matched in a number of ways that grows exponentially with its length when some state can come back to itself
 * by two different ways over the same text, and polynomially when one loop can pass into another over the text of both
 * (Weber and Seidl, On the degree of ambiguity of finite automata, 1991). Both are refused, and so are many optional
 * parts beside each other. What is left costs at most the square of the length.
 */
export function patternFault(source: string, isCaseless: boolean): string | undefined {
	if (source.length > maximumLength) return `Mönstret är längre än ${maximumLength} tecken`;
	try {
		// The language's own reading decides what is an expression at all.
		new RegExp(source);
		const automaton = buildAutomaton(readPattern(source), isCaseless);
		return ambiguityOf(automaton);
	} catch (fault) {
		if (fault instanceof PatternFault) return fault.message;
		if (fault instanceof SyntaxError) return 'Mönstret är inget reguljärt uttryck';
		throw fault;
	}
}

function overlap(one: Characters, other: Characters): boolean {
	return one.some(([from, to]) => other.some(([start, end]) => from <= end && start <= to));
}

function ambiguityOf(automaton: Automaton): string | undefined {
	const reach = reachability(automaton);
	const isExponential =
		automaton.double.some(([from, to]) => reach[to]?.has(from)) || hasTwoWaysBack(automaton, reach);
	const tooSlow = 'Mönstret kan ta orimligt lång tid på vissa texter:';
	if (isExponential) return `${tooSlow} en upprepning kan läsa samma text på flera sätt`;
	if (hasCrossingLoops(automaton, reach)) return `${tooSlow} två upprepningar kan läsa samma text`;
	if (waysBeside(automaton, reach) > maximumWays) return `${tooSlow} för många valfria delar efter varandra`;
	return undefined;
}

type Reach = readonly ReadonlySet<number>[];

/** The positions that each one can come to, in at least one step. */
function reachability({ next }: Automaton): Reach {
	return next.map((_, start) => {
		const reached = new Set<number>();
		const waiting = [start];
		for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
			for (const to of next[at] ?? []) {
				if (reached.has(to)) continue;
				reached.add(to);
				waiting.push(to);
			}
		}
		return reached;
	});
}

/** Whether a walk from these positions, all reading the same text, can come to the goal. */
function walkReaches(
	automaton: Automaton,
	start: readonly number[],
	{ goal, stays }: { readonly goal: readonly number[]; readonly stays: (at: readonly number[]) => boolean }
): boolean {
	const seen = new Set<string>();
	const waiting: (readonly number[])[] = [start];
	for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
		for (const to of stepsTogether(automaton, at)) {
			const key = to.join();
			if (seen.has(key) || !stays(to)) continue;
			if (to.every((position, index) => position === goal[index])) return true;
			seen.add(key);
			waiting.push(to);
			if (seen.size > maximumWork / 100)
				throw new PatternFault('Mönstret är för invecklat för att tiden ska kunna bedömas');
		}
	}
	return false;
}

function stepsTogether({ next, characters }: Automaton, at: readonly number[]): number[][] {
	return at.reduce<number[][]>(
		(walks, position) =>
			walks.flatMap((walk) =>
				[...(next[position] ?? [])]
					.filter((to) => walk.every((beside) => overlap(characters[beside] ?? [], characters[to] ?? [])))
					.map((to) => [...walk, to])
			),
		[[]]
	);
}

function hasTwoWaysBack(automaton: Automaton, reach: Reach): boolean {
	return automaton.next.some((_, position) => {
		if (!reach[position]?.has(position)) return false;
		// The two ways part at once or later; the walk returns to both at the same place after having been apart.
		const isHere = (at: number) => (reach[position]?.has(at) ?? false) && (reach[at]?.has(position) ?? false);
		return stepsApart(automaton, position, isHere).some((apart) =>
			walkReaches(automaton, apart, { goal: [position, position], stays: (at) => at.every(isHere) })
		);
	});
}

/** Where two walks from the same position can be when they first are apart. */
function stepsApart(automaton: Automaton, start: number, isHere: (at: number) => boolean): number[][] {
	const loop = automaton.next.flatMap((_, position) => (isHere(position) ? [position] : []));
	return [start, ...loop]
		.flatMap((position) => stepsTogether(automaton, [position, position]))
		.filter(([one, other]) => one !== other && one !== undefined && other !== undefined)
		.filter((apart) => apart.every(isHere));
}

function hasCrossingLoops(automaton: Automaton, reach: Reach): boolean {
	const looping = automaton.next.flatMap((_, position) => (reach[position]?.has(position) ? [position] : []));
	if (looping.length > 60)
		throw new PatternFault('Mönstret är för invecklat för att tiden ska kunna bedömas');
	return looping.some((one) =>
		looping.some(
			(other) =>
				one !== other &&
				reach[one]?.has(other) &&
				walkReaches(automaton, [one, one, other], { goal: [one, other, other], stays: () => true })
		)
	);
}

/** In how many ways the parts outside every loop can be passed, at most. */
function waysBeside({ next, characters }: Automaton, reach: Reach): number {
	return next.reduce((ways, following, position) => {
		if (reach[position]?.has(position)) return ways;
		const targets = [...following];
		const most = targets.map(
			(target) => targets.filter((other) => overlap(characters[target] ?? [], characters[other] ?? [])).length
		);
		return ways * Math.max(1, ...most);
	}, 1);
}
