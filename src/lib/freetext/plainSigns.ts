/** A text in the signs that a keyboard has, and where each of them stood. */
export interface PlainSigns {
	readonly text: string;
	/** For each code unit of `text` its place in what was written. */
	readonly places: readonly number[];
}

// What Word, Excel and chat programs put in place of a space and a hyphen, and digits as wide as an East Asian letter.
// The dash is not among them: between two years it is no hyphen.
const lookalikes: readonly (readonly [RegExp, string | ((sign: string) => string)])[] = [
	[/^\p{Cf}$/u, ''],
	[/^\p{Zs}$/u, ' '],
	[/^[\u2010-\u2012\u2212\ufe63\uff0d]$/u, '-'],
	[/^[\uff10-\uff19]$/u, (sign) => String(sign.charCodeAt(0) - 0xff10)]
];

const anyLookalike =
	/[\p{Cf}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2010-\u2012\u2212\ufe63\uff0d\uff10-\uff19]/u;

function plainSign(sign: string): string {
	const [, plain = sign] = lookalikes.find(([kind]) => kind.test(sign)) ?? [];
	return typeof plain === 'string' ? plain : plain(sign);
}

/** null when there is nothing to replace, as in nearly every text. */
export function plainSigns(written: string): PlainSigns | null {
	if (!anyLookalike.test(written)) return null;
	const places: number[] = [];
	let text = '';
	let place = 0;
	for (const sign of written) {
		const plain = plainSign(sign);
		for (let unit = 0; unit < plain.length; unit += 1) places.push(place + unit);
		text += plain;
		place += sign.length;
	}
	return { text, places };
}
