import type { Finding } from './finding.ts';

// How names of Swedish streets and squares end.
const endings = (
	'gatan gata vägen väg gränden gränd stigen stig torget torg backen backe allén allé esplanaden kajen stråket ' +
	'slingan liden ringen promenaden parken höjden'
).split(' ');

const eitherCase = (ending: string) =>
	`[${ending.charAt(0)}${ending.charAt(0).toUpperCase()}]${ending.slice(1)}`;
const ending = `(?:${endings.map(eitherCase).join('|')})`;

// What may follow a number that counts something.
const counted = '(?:procent|år|personer|gånger|kronor|ärenden|dagar|besök)';

/** A name that ends as a street does, and a house number: Storgatan 5 B, S:t Olofs väg 12. */
const street = new RegExp(
	String.raw`(?<![\p{L}\d:])((?:\p{Lu}(?::ta?|\p{L}{1,30})\.? ){0,2}[\p{L}]{0,30}?${ending}) +\d{1,3}(?: ?[A-Za-z](?!\p{L}))?(?![\d%]|[.,:]\d| ?${counted})`,
	'gu'
);

// Words of the language with the same endings, which a number may follow.
const ordinary =
	/^(?:(?:på|en|vår|egen|vid|längs|i|hos|från|till|via) )*(?:gen|av|ut|om|mellan|ingångs|kontakt|behandlings|förhållnings|arbets)?(?:gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|backen|backe|kajen|stråket|slingan|ringen|promenaden|parken|höjden)$/iu;

const otherWord = /(?:beräkn|ersättn|uppr|åter|spr|inr)ingen$/iu;

/** Five digits and a town. A number of persons is never followed by a capital letter. */
const postalPlace =
	/(?<![\p{L}\d-])(?:SE?-)?[1-9]\d{2} \d{2} (?=\p{Lu}\p{Ll})\p{L}+(?: \p{Lu}\p{Ll}+)?(?![\p{L}\d])/gu;

export function findAddresses(text: string): Finding[] {
	const streets = [...text.matchAll(street)].filter(
		([, name = '']) => !ordinary.test(name) && !otherWord.test(name)
	);
	return [...streets, ...text.matchAll(postalPlace)].map((match) => ({
		kind: 'adress',
		start: match.index,
		end: match.index + match[0].length
	}));
}
