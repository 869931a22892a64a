import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { seriesBreakWord } from '#lib/instruments/comparability/seriesBreak.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { incomparableText } from './changeVerdict.ts';
import { type ReleasedRow } from './releasedValues.ts';
import { listed, targetGroups } from './sentences.ts';

const mark = `Går inte att jämföra: ${seriesBreakWord}, `;

/** Why a row's series breaks; undefined when it holds, or cannot be compared for another reason. */
function breakReason(table: ReleasedTable, row: ReleasedRow): string | undefined {
	const text = incomparableText(table, row);
	return text?.startsWith(mark) ? text.slice(mark.length) : undefined;
}

interface Broken {
	readonly words: string;
	readonly reason: string;
}

/** "vuxna som fått ersättning för sex hos polisen och socialtjänsten", once for each reason. */
function brokenGroups(tables: readonly ReleasedTable[]): Broken[] {
	return targetGroups.flatMap(({ id, words }) => {
		const table = tables.find((each) => each.id === `utveckling-${id}`);
		const rows = table?.rows.flatMap((row) => {
			const reason = breakReason(table, row);
			return reason === undefined ? [] : [{ sector: row.title.toLowerCase(), reason }];
		});
		return [...Map.groupBy(rows ?? [], ({ reason }) => reason)].map(([reason, ofReason]) => ({
			words: `${words} hos ${listed(ofReason.map(({ sector }) => sector))}`,
			reason
		}));
	});
}

/** The target groups whose numbers must not be set beside those of last time, and why: a sentence for each reason. */
export function breakSentences(tables: readonly ReleasedTable[]): string[] {
	return [...Map.groupBy(brokenGroups(tables), ({ reason }) => reason)].map(
		([reason, groups]) =>
			`Seriebrott: antalet ${listed(groups.map(({ words }) => words))} går inte att jämföra med förra gången. Skälet: ${reason}.`
	);
}

/** How many numbers the appendix names as broken; undefined when none is. */
export function brokenInAppendix(tables: readonly ReleasedTable[]): string | undefined {
	const rows = tables
		.filter(({ id }) => !id.startsWith('utveckling-'))
		.flatMap((table) => table.rows.filter((row) => breakReason(table, row) !== undefined));
	if (rows.length === 0) return undefined;
	return `Sammanlagt ${numberText(rows.length)} tal i tabellbilagan har seriebrott sedan förra gången. Där står vilka, och varför.`;
}
