/** Answers that nobody's browser sends: deep, wide, huge, of the wrong kind, under the names of JavaScript itself. */
const names = [
	...[
		'K1',
		'tal',
		'flera',
		'rader',
		'rutor',
		'A1_antal',
		'fritext',
		'insatser',
		'grupper',
		'falt',
		'ordning'
	],
	...['amnen', 'amnen-Comment', 'intervall', 'postnummer', 'beteckning', '__proto__', 'constructor', 'okänd']
];

function deep(levels: number, key: string): unknown {
	let value: unknown = 'a';
	for (let level = 0; level < levels; level += 1) value = key === '' ? [value] : { [key]: value };
	return value;
}

const wide = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`p${index}`, {}]));
const entry = { vad: 'x', timmar: 9, hur: ['p', 'q'], ok: 'yes', vilken: 'barn', hurmanga: 8, orter: [{}] };

const values: readonly ((number: number) => unknown)[] = [
	(number) => deep(1000 + (number % 3000), 'r1'),
	(number) => deep(1000 + (number % 3000), ''),
	() => wide,
	() => Array.from({ length: 2000 }, () => entry),
	() => Array.from({ length: 4 }, () => ({ ...entry, orter: Array.from({ length: 2000 }, () => entry) })),
	() => Array.from({ length: 20_000 }, () => 'a'),
	() => Array.from({ length: 2000 }, () => null),
	(number) => '9'.repeat(1000 + ((number * 37) % 200_000)),
	() => `${' '.repeat(100_000)}x`,
	() => `${'a'.repeat(999)}!`,
	() => '\u0000\ud800'.repeat(5000),
	() => Number.MAX_VALUE,
	() => -1e-300,
	() => ({ __proto__: null, toString: 'x', length: -1 }),
	() => JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1}}') as unknown,
	() => [[['a']], { r1: ['ja'] }, 'none', 'none'],
	() => ({ x: { n: deep(500, 'n') }, y: wide }),
	() => true
];

/** The same body for the same number; each has something that must be refused. */
export function hostileBody(number: number): unknown {
	if (number % 50 === 49) return values[number % values.length]?.(number);
	const body: Record<string, unknown> = JSON.parse('{}') as Record<string, unknown>;
	for (const [place, name] of names.entries()) {
		const value = values[(number * 7 + place * (1 + (number % 5))) % values.length]?.(number);
		Object.defineProperty(body, name, { value, enumerable: true, writable: true, configurable: true });
	}
	return body;
}
