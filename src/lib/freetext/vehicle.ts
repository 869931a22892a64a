import type { Finding } from './finding.ts';

/**
 * Three letters (no I, Q, V, Å, Ä, Ö), two digits, and a digit or a letter (not O last): Transportstyrelsen's series. In
 * small letters only when written together, since three letters before a number are otherwise a word.
 */
const registration =
	/(?<![\p{L}\d-])(?:[A-HJ-PR-UW-Z]{3}[ -]?\d{2}[\dA-HJ-NPR-UW-Z]|[a-hj-pr-uw-z]{3}\d{2}[\da-hj-npr-uw-z])(?![\p{L}\d:/-])/gu;

// Abbreviations of the field that stand before numbers: laws, reports, standards, boards and case numbers.
const abbreviations = new Set(
	'OSL SFS SOU SOL LSS BUP DNR KST SON KSN KFS FFS JMY NMT EST RPS BRB LUL LMA SKR KR SEK EUR USD DOK REF NR ART PRG KLO TEL RUM SAL HUS'.split(
		' '
	)
);

export function findRegistrationNumbers(text: string): Finding[] {
	return [...text.matchAll(registration)]
		.filter(([written]) => !abbreviations.has(written.slice(0, 3).toUpperCase()))
		.map((match) => ({
			kind: 'registreringsnummer',
			start: match.index,
			end: match.index + match[0].length
		}));
}
