import type { Finding } from './finding.ts';
import { ambiguousGivenNames, givenNames, surnames } from './nameLists.ts';

interface Word {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** What stands between the word before and this one. */
	readonly gap: string;
}

const word = /\p{L}+(?:[-’']\p{L}+)*/gu;

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let before = 0;
	for (const match of text.matchAll(word)) {
		const end = match.index + match[0].length;
		words.push({ text: match[0], start: match.index, end, gap: text.slice(before, match.index) });
		before = end;
	}
	return words;
}

// After these stands a name, also one in no list.
const introductions = new Set(
	(
		'heter hette kallas kallad namnet namn alias smeknamn fru herr familjen kuratorn kurator rektor rektorn läraren ' +
		'handläggaren socialsekreteraren chefen kollegan läkaren mamman pappan systern brodern pojkvännen maken hustrun'
	).split(' ')
);

// Words that begin a sentence, and have their capital letter from that.
const sentenceStarts = new Set(
	(
		'Enligt Både Vi Det Den De En Ett När Om Hos Med Till Från För Även Sedan Efter Före Under Vid Mot Och Men Att Alla ' +
		'Hela Nu Då Där Här Inte Också Samma Även Hon Han Hen Fru Herr Familjen Kuratorn Rektor Läraren Chefen'
	).split(' ')
);

// Before these a name is that of a house or an association, not of a person.
const namedThing =
	/(?:jouren|jour|föreningen|skolan|stiftelsen|projektet|mottagningen|hemmet|verksamheten|nätverket|kyrkan|sankt|santa)$/iu;

const capital = /^\p{Lu}\p{Ll}/u;

/** The word as it stands in a list: without the s of the genitive when only that form is known. */
function inList(list: ReadonlySet<string>, text: string): boolean {
	return list.has(text) || (text.endsWith('s') && list.has(text.slice(0, -1)));
}

function isSurname({ text }: Word): boolean {
	return capital.test(text) && (inList(surnames, text) || /\p{Ll}(?:sson|sons?|ssons)$/u.test(text));
}

function isNextTo(next: Word | undefined): next is Word {
	return next !== undefined && /^ +$/.test(next.gap);
}

function isGivenName({ text }: Word): boolean {
	return inList(givenNames, text);
}

function isIntroduced(words: readonly Word[], place: number): boolean {
	const [before, current] = [words[place - 1], words[place]];
	if (!before || !current || !/^[ :”"']+$/.test(current.gap)) return false;
	if (!introductions.has(before.text.toLowerCase())) return false;
	const titled = current.text.charAt(0).toUpperCase() + current.text.slice(1);
	return capital.test(current.text) || inList(givenNames, titled);
}

/** A word in no list before a surname: a given name, unless it is what begins the sentence or what a name follows. */
function isBeforeSurname(current: Word, next: Word | undefined): boolean {
	if (!capital.test(current.text) || !isNextTo(next) || !isSurname(next)) return false;
	if (sentenceStarts.has(current.text)) return false;
	return ambiguousGivenNames.has(current.text) || (current.text.length > 2 && !isGivenName(next));
}

/** Whether a name begins at the word: a listed name, one that is introduced, or one before a surname. */
function beginsName(words: readonly Word[], place: number): boolean {
	const [before, current, next] = [words[place - 1], words[place], words[place + 1]];
	if (!current) return false;
	if (before && isNextTo(current) && namedThing.test(before.text)) return false;
	return isIntroduced(words, place) || isGivenName(current) || isBeforeSurname(current, next);
}

function endOfName(words: readonly Word[], place: number): number {
	const wasIntroduced = isIntroduced(words, place);
	let last = place;
	// A given name, further given names, and one surname, also a surname that is in no list.
	while (last - place < 2) {
		const [current, next] = [words[last], words[last + 1]];
		if (!current || !isNextTo(next) || !capital.test(next.text)) break;
		if (!wasIntroduced && !isSurname(next) && !isGivenName(next) && !looksLikeSurname(next)) break;
		last += 1;
	}
	return last;
}

// Ends that surnames have and few other words with a capital letter.
function looksLikeSurname({ text }: Word): boolean {
	return /(?:berg|borg|dahl|dal|fors|gren|holm|kvist|qvist|lund|mark|ström|stedt|vall|wall|ski|ska|vić|enko|escu)$/u.test(
		text
	);
}

/** Names by list and by what stands beside them. A name that is in no list and is not introduced is not found. */
export function findNames(text: string): Finding[] {
	const words = wordsOf(text);
	const findings: Finding[] = [];
	for (let place = 0; place < words.length; place += 1) {
		if (!beginsName(words, place)) continue;
		const last = endOfName(words, place);
		const [first, final] = [words[place], words[last]];
		if (first && final) findings.push({ kind: 'namn', start: first.start, end: final.end });
		place = last;
	}
	return findings;
}
