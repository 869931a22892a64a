import { shortLabel } from './statisticalCube.ts';

/** A statement of a PX file: `VALUES[sv]("region")="1480","1481";` */
export interface PxStatement {
	readonly keyword: string;
	/** Within parentheses: the dimension, and the category, that it is said of. */
	readonly subjects: readonly string[];
	/** Texts within quotation marks, joined where the file has broken them; else the bare words. */
	readonly values: readonly string[];
}

export interface PxParts {
	readonly statements: readonly PxStatement[];
	/** What stands after DATA=, as it is written. */
	readonly cells: string;
}

const mostStatements = 20_000;

/** Where a statement ends: the first semicolon outside quotation marks; -1 when there is none. */
function endOf(text: string, from: number): number {
	let isQuoted = false;
	for (let place = from; place < text.length; place += 1) {
		const character = text[place];
		if (character === '"') isQuoted = !isQuoted;
		else if (character === ';' && !isQuoted) return place;
	}
	return -1;
}

const quoted = /"([^"]*)"/g;

function quotedTexts(text: string): string[] {
	return [...text.matchAll(quoted)].map(([, inside = '']) => inside);
}

/** `"one long text" "that goes on","another"`: pieces without a comma between are one text. */
function valuesOf(text: string): string[] {
	const joined = text.replaceAll(/"\s+"/g, '');
	const texts = quotedTexts(joined);
	return texts.length > 0 ? texts : [joined.trim()];
}

const head =
	/^\s*(?<keyword>[A-Z][A-Z0-9_-]{0,40})\s*(?:\[[^\]"]{1,20}\])?\s*(?:\((?<subjects>[^=]*)\))?\s*$/i;

/** The place of the sign between what is said of and what is said: outside quotation marks. */
function equalsIn(text: string): number {
	let isQuoted = false;
	for (let place = 0; place < text.length; place += 1) {
		if (text[place] === '"') isQuoted = !isQuoted;
		else if (text[place] === '=' && !isQuoted) return place;
	}
	return -1;
}

function statementOf(text: string): PxStatement | null {
	const equals = equalsIn(text);
	if (equals === -1) return null;
	const groups = head.exec(text.slice(0, equals))?.groups;
	if (!groups) return null;
	return {
		keyword: (groups['keyword'] ?? '').toUpperCase(),
		subjects: quotedTexts(groups['subjects'] ?? ''),
		values: valuesOf(text.slice(equals + 1))
	};
}

const dataHead = /^\s*DATA\s*=/i;

/** Takes a PX file apart (PX file format, SCB 2013). @returns null for a text that is none */
export function pxParts(text: string): PxParts | null {
	const statements: PxStatement[] = [];
	let from = 0;
	while (statements.length < mostStatements) {
		const end = endOf(text, from);
		const written = text.slice(from, end === -1 ? undefined : end);
		if (dataHead.test(written.slice(0, 50))) {
			return { statements, cells: written.replace(dataHead, '') };
		}
		const statement = end === -1 ? null : statementOf(written);
		if (!statement) return null;
		statements.push(statement);
		from = end + 1;
	}
	return null;
}

/** What a keyword says of a subject, the file's main language first. */
export function saidOf(
	statements: readonly PxStatement[],
	keyword: string,
	subject?: string
): readonly string[] {
	return (
		statements.find(
			(statement) =>
				statement.keyword === keyword &&
				(subject === undefined ? statement.subjects.length === 0 : statement.subjects[0] === subject)
		)?.values ?? []
	);
}

export function firstSaid(statements: readonly PxStatement[], keyword: string): string {
	return shortLabel(statements.find((statement) => statement.keyword === keyword)?.values[0] ?? '');
}
