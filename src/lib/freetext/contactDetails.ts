import type { Finding } from './finding.ts';

// Digits in groups, with the country's number or the zero of the area code first; not inside a longer number or a case number.
const phone =
	/(?<![\d\w/.,:–-])(?:(?:\+|00)\d{1,3}[ -]?(?:\(0\))?[ -]?\d{1,3}|\(?0\d{1,3}\)?)(?:[ -/.]{0,3}\d{2,4}){1,4}(?![\d\w]|[-/:.,]\d)/g;

// 020, 0200, 077x, 0900 and 0939–0944 lead to services that answer anybody, not to a person (PTS nummerplan).
const serviceNumber = /^0(?:20|77|900|939|944)/;

function isNationalNumber(digits: string): boolean {
	if (serviceNumber.test(digits)) return false;
	// A mobile number has ten digits; area code and number together have eight to ten.
	return digits.startsWith('07') ? digits.length === 10 : digits.length >= 8 && digits.length <= 10;
}

function isPhone(written: string): boolean {
	const digits = written.replaceAll('(0)', '').replaceAll(/\D/g, '');
	if (written.startsWith('+') || digits.startsWith('00')) {
		const rest = digits.replace(/^00/, '');
		return rest.startsWith('46')
			? isNationalNumber(`0${rest.slice(2)}`)
			: rest.length >= 8 && rest.length <= 15;
	}
	return isNationalNumber(digits);
}

export function findPhoneNumbers(text: string): Finding[] {
	return [...text.matchAll(phone)]
		.filter(([written]) => isPhone(written))
		.map((match) => ({ kind: 'telefon', start: match.index, end: match.index + match[0].length }));
}

const email =
	/[\p{L}\d][\p{L}\d._%+-]{0,63}(?:@| ?\[at\] ?| ?\(at\) ?)(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}/giu;

export function findEmailAddresses(text: string): Finding[] {
	return [...text.matchAll(email)].map((match) => ({
		kind: 'e-post',
		start: match.index,
		end: match.index + match[0].length
	}));
}
