/**
 * The time that a value of public statistics is of, in one way of writing: `2024`, `2024K2`, `2024M03`, `2024T1`,
 * `2024H1`, `2023/24` (läsår) or `2020-2024`. Texts of one kind sort in the order of time.
 */
export type ReferencePeriod = string & { readonly __brand: 'ReferencePeriod' };

const year = String.raw`(?<year>(?:19|20)\d\d)`;

interface Pattern {
	readonly form: RegExp;
	readonly write: (groups: Readonly<Record<string, string>>) => string | null;
}

const part =
	(letter: string, most: number, digits: number) =>
	({ year: of = '', part: number = '' }: Readonly<Record<string, string>>) => {
		const count = Number(number);
		return count >= 1 && count <= most ? `${of}${letter}${String(count).padStart(digits, '0')}` : null;
	};

function span({ year: from = '', to = '' }: Readonly<Record<string, string>>): string | null {
	const inCentury = Number(from.slice(0, 2) + to);
	const end = to.length === 2 ? inCentury + (inCentury < Number(from) ? 100 : 0) : Number(to);
	if (end === Number(from) + 1) return `${from}/${String(end).slice(2)}`;
	return end > Number(from) && to.length === 4 ? `${from}-${to}` : null;
}

const patterns: readonly Pattern[] = [
	{ form: new RegExp(`^${year}$`), write: ({ year: of = '' }) => of },
	{ form: new RegExp(String.raw`^${year}\s?M(?<part>\d\d?)$`, 'i'), write: part('M', 12, 2) },
	{ form: new RegExp(String.raw`^${year}-(?<part>\d\d)$`), write: part('M', 12, 2) },
	{ form: new RegExp(String.raw`^${year}\s?(?:K|Q|kv\.?\s?)(?<part>\d)$`, 'i'), write: part('K', 4, 1) },
	{ form: new RegExp(String.raw`^${year}\s?T(?<part>\d)$`, 'i'), write: part('T', 3, 1) },
	{ form: new RegExp(String.raw`^${year}\s?H(?<part>\d)$`, 'i'), write: part('H', 2, 1) },
	{ form: new RegExp(String.raw`^${year}\s?[/–-]\s?(?<to>\d\d(?:\d\d)?)$`), write: span }
];

/** Reads a period as people, SCB, Brå and Kolada write it; null for what is none. */
export function readPeriod(typed: string): ReferencePeriod | null {
	const text = typed.trim();
	for (const { form, write } of patterns) {
		const found = form.exec(text);
		const written = found ? write({ ...found.groups }) : null;
		if (written !== null) return written as ReferencePeriod;
	}
	return null;
}

/** The year that a period ends in: the one whose inhabitants a value is set against. */
export function yearOf(period: ReferencePeriod): number {
	const first = Number(period.slice(0, 4));
	if (period.includes('/')) return first + 1;
	return period[4] === '-' ? Number(period.slice(5)) : first;
}

const words: Readonly<Record<string, string>> = { K: 'kvartal', T: 'tertial', H: 'halvår' };

/** `2024, kvartal 2`; a year stands as it is. */
export function periodText(period: ReferencePeriod): string {
	const letter = period[4] ?? '';
	if (letter === '-') return period.replace('-', '–');
	if (letter === 'M') return `${period.slice(0, 4)}-${period.slice(5)}`;
	const word = words[letter];
	return word === undefined ? period : `${period.slice(0, 4)}, ${word} ${period.slice(5)}`;
}
