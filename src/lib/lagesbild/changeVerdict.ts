import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { isCarriedByOneUnit, verdictOnCounts } from '#lib/statistics/released/proportions.ts';
import type { ChangeVerdict } from '#lib/statistics/released/proportions.ts';
import { cellIn, shownNumber } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

export const verdictWords: Readonly<Record<ChangeVerdict, string>> = {
	none: 'Ingen skillnad',
	chance: 'Nej',
	more: 'Ja, fler',
	fewer: 'Ja, färre'
};

const incomparableWords = 'Går inte att jämföra';

/** Whether it is said that two rounds' numbers must not be compared. */
export function isIncomparable(text: string): boolean {
	return text.startsWith('Går inte');
}

/** Why the round's numbers must not be compared; undefined where they may. */
export function incomparableText(table: ReleasedTable, row: ReleasedRow): string | undefined {
	const comparison = cellIn(table, row, 'jamforelse');
	return comparison.kind === 'text' && isIncomparable(comparison.text) ? comparison.text : undefined;
}

interface Incomparable {
	/** As `incomparableText` gives it. */
	readonly why: string;
	/** The row, as a note under its table calls it. */
	readonly name: string;
}

/** "Går inte att jämföra, ingen enhet angav antal båda gångerna: P1 Grooming; …", a note for each reason. */
export function notesOfIncomparable(faults: readonly Incomparable[]): string[] {
	return [...Map.groupBy(faults, ({ why }) => why)].map(
		([why, rows]) => `${why.replace(': ', ', ')}: ${rows.map(({ name }) => name).join('; ')}.`
	);
}

/** What may be said of the same units' numbers, from what is shown. */
export function verdictText(table: ReleasedTable, row: ReleasedRow): string {
	// Why stands under the table: in a column beside numbers it would be higher than it is wide.
	if (incomparableText(table, row) !== undefined) return incomparableWords;
	const number = (id: string) => shownNumber(cellIn(table, row, id));
	const [before, now] = [number('panel-fore'), number('panel')];
	if (before === undefined || now === undefined) return 'Kan inte bedömas: ett av talen visas inte';
	const words = verdictWords[verdictOnCounts(before, now)];
	const carried = number('panel-enheter') === 1 ? undefined : carriedText(number);
	return carried === undefined ? words : `${words}. ${carried}`;
}

/** Said of all units, whose largest numbers are shown; never which unit it is. */
function carriedText(number: (id: string) => number | undefined): string | undefined {
	const [before, now] = [yearOf(number, '-fore'), yearOf(number, '')];
	if (!before || !now || !isCarriedByOneUnit(before, now)) return undefined;
	const [then, later] = [before.sum - before.largest, now.sum - now.largest];
	return `En enda enhet kan stå för hela skillnaden: utan det största talet är alla enheters summa ${numberText(then)} och ${numberText(later)}`;
}

function yearOf(
	number: (id: string) => number | undefined,
	ending: string
): { readonly sum: number; readonly largest: number } | undefined {
	const [sum, largest] = [number(`summa${ending}`), number(`storst${ending}`)];
	return sum === undefined || largest === undefined ? undefined : { sum, largest };
}
