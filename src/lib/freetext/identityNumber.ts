import type { Finding } from './finding.ts';

// Six or eight digits of a date, perhaps a sign, and four digits, not inside a longer number.
const shape = /(?<![\d-])(?:(\d{2})[ -]?)?(\d{2})[ -]?(\d{2})[ -]?(\d{2}) ?([-+–]?) ?(\d{3})(\d)(?!\d|-\d)/g;

/** The tenth digit: weights 2, 1, 2 … and the digits of each product added up (Luhn; Skatteverket, SKV 704). */
function checkDigit(nine: string): number {
	let sum = 0;
	for (let place = 0; place < nine.length; place += 1) {
		const product = Number(nine.charAt(place)) * (place % 2 === 0 ? 2 : 1);
		sum += product > 9 ? product - 9 : product;
	}
	return (10 - (sum % 10)) % 10;
}

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Digits {
	readonly century: string | undefined;
	readonly year: string;
	readonly month: string;
	readonly day: string;
}

/** A samordningsnummer has 60 added to the day. */
function kindOf({ century, month, day }: Digits): Finding['kind'] | null {
	if (century !== undefined && !['18', '19', '20'].includes(century)) return null;
	const last = daysInMonth[Number(month) - 1];
	const number = Number(day);
	if (last === undefined) return null;
	if (number >= 1 && number <= last) return 'personnummer';
	return number >= 61 && number <= last + 60 ? 'samordningsnummer' : null;
}

/**
 * Personnummer and samordningsnummer, with ten or twelve digits, with or without the sign before the last four. Digits in
 * a row count only with the right check digit; with the sign the shape is enough, since a mistyped number still points
 * at a person.
 */
export function findIdentityNumbers(text: string): Finding[] {
	return [...text.matchAll(shape)].flatMap((match) => {
		const [whole, century, year = '', month = '', day = '', sign, serial = '', check] = match;
		const kind = kindOf({ century, year, month, day });
		const isRight = checkDigit(year + month + day + serial) === Number(check);
		if (kind === null || (!isRight && sign === '')) return [];
		return [{ kind, start: match.index, end: match.index + whole.length }];
	});
}
