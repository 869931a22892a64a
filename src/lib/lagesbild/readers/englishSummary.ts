import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { monthsOfPart, partOfPeriod, periodName } from '#lib/rounds/roundName.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { cellIn, findTable, rowIn, shownNumber } from '../releasedValues.ts';
import type { TargetGroup } from '../sentences.ts';
import { comparisons } from './comparedNumbers.ts';
import type { EnglishSummary } from './forReaders.ts';
import { traffickingPlaces } from './keyNumbers.ts';

type Released = LagesbildInput['released'];
type Tables = readonly ReleasedTable[];

const sectorWords: Readonly<Record<Sector, string>> = {
	polis: 'the police',
	socialtjanst: 'social services',
	skola: 'schools',
	civilsamhalle: 'civil society'
};

const groupWords: Readonly<Record<TargetGroup['id'], string>> = {
	vuxna: 'Adults who have received payment for sex',
	barn: 'Children and pupils who have received or been promised payment',
	kopare: 'People who have bought sex'
};

const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const written = (value: number) => wholeNumber.format(value);

function listed(parts: readonly string[]): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "11–33", "at most 20" where only the sum is shown; null where nothing is. */
function amountOf(sum: ReleasedCell, interval: ReleasedCell): string | null {
	const total = shownNumber(sum);
	if (interval.kind === 'interval') {
		const { low, high } = interval;
		return low === high ? written(high) : `${written(low)}–${written(high)}`;
	}
	if (total === 0) return '0';
	return total === undefined ? null : `at most ${written(total)}`;
}

function responseSentence({ response }: Released): string {
	const asked = response.reduce((sum, one) => sum + one.asked, 0);
	const answered = response.reduce((sum, one) => sum + one.answered, 0);
	const parts = sectors.flatMap((sector) => {
		const found = response.find((one) => one.sector === sector);
		return found ? [`${sectorWords[sector]} ${written(found.answered)} of ${written(found.asked)}`] : [];
	});
	return `Who answered: ${written(answered)} of the ${written(asked)} units that were asked (${listed(parts)}).`;
}

function togetherSentence(cell: ReleasedCell): string {
	if (cell.kind === 'hidden') return ' The number for all of them together is not shown.';
	if (cell.kind !== 'interval' || cell.high === 0) return '';
	return cell.low === cell.high
		? ` Together they knew of ${written(cell.high)}.`
		: ` Together that is at least ${written(cell.low)} and at most ${written(cell.high)} people.`;
}

interface CountedRow {
	readonly sector: Sector;
	readonly sum: ReleasedCell;
	readonly interval: ReleasedCell;
}

/** "Known to the police 15 and social services 11–33. The number known to civil society is not shown." */
function knownWords(rows: readonly CountedRow[]): string {
	const known = rows.flatMap(({ sector, sum, interval }) => {
		const amount = amountOf(sum, interval);
		return amount === null ? [] : [`${sectorWords[sector]} ${amount}`];
	});
	const hidden = rows.filter(({ sum }) => sum.kind === 'hidden').map(({ sector }) => sectorWords[sector]);
	const told = known.length === 0 ? 'no number can be shown.' : `known to ${listed(known)}.`;
	return hidden.length === 0 ? told : `${told} The number known to ${listed(hidden)} is not shown.`;
}

function countedRow(sector: Sector, table: ReleasedTable | undefined, rowId: string): CountedRow[] {
	const row = rowIn(table, rowId);
	if (!table || !row) return [];
	return [{ sector, sum: cellIn(table, row, 'summa'), interval: cellIn(table, row, 'intervall') }];
}

function groupSentence(tables: Tables, group: TargetGroup['id']): string[] {
	const frame = findTable(tables, `kannedom-${group}`);
	if (!frame) return [];
	const rows = sectors.flatMap((sector) => countedRow(sector, frame, sector));
	const all = rowIn(frame, 'alla');
	const together = all ? togetherSentence(cellIn(frame, all, 'intervall')) : '';
	return [`${groupWords[group]}: ${knownWords(rows)}${together}`];
}

function traffickingSentence(tables: Tables): string[] {
	const rows = sectors.flatMap((sector) => {
		const [table = '', row = ''] = traffickingPlaces[sector] ?? [];
		return countedRow(sector, findTable(tables, table), row);
	});
	if (rows.length === 0) return [];
	return [`Adults thought to be victims of trafficking for sexual purposes: ${knownWords(rows)}`];
}

const groupOfRow = (id: string) =>
	(Object.keys(groupWords) as TargetGroup['id'][]).find((group) => id.startsWith(`${group}-`));

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const monthOf = (month: number) => monthName.format(new Date(Date.UTC(2026, month - 1)));

/** "2026", "January–April 2026" */
function englishPeriod(name: number | string): string {
	const time = partOfPeriod(name);
	if (!time) return String(name);
	const [first, last] = monthsOfPart(time.part).map(monthOf);
	return `${first === last ? '' : `${String(first)}–`}${String(last)} ${String(time.year)}`;
}

function changeSentences(tables: Tables): string[] {
	const changes = comparisons(tables).filter(({ isChange }) => isChange);
	const sentences = changes.slice(0, 2).flatMap(({ row, before, now, years }) => {
		const group = groupOfRow(row.id);
		const sector = sectors.find((each) => row.id.endsWith(`-${each}`));
		if (!group || !sector) return [];
		return [
			`Change: in ${sectorWords[sector]}, the units that gave a number both times counted ${written(before)} in ${englishPeriod(years[0])} and ${written(now)} in ${englishPeriod(years[1])} (${groupWords[group].toLowerCase()}). The difference is larger than chance alone would give; more may have been found because more were asked.`
		];
	});
	return sentences.length > 0
		? sentences
		: ['Change: no difference from last time is larger than chance could give.'];
}

/** At most seven sentences, of released values only. */
export function englishSummary(input: LagesbildInput): EnglishSummary {
	const { municipality, released, round } = input;
	const { tables } = released;
	const isCompared = comparisons(tables).length > 0;
	return {
		title: `Situation report ${round.part ? englishPeriod(periodName(round)) : String(round.year)}, ${municipality.name}: people who receive payment for sex, people who buy sex, and human trafficking`,
		sentences: [
			responseSentence(released),
			...(['vuxna', 'barn', 'kopare'] as const).flatMap((group) => groupSentence(tables, group)),
			...traffickingSentence(tables),
			...(isCompared ? changeSentences(tables) : ['Change: no number can be compared with an earlier round.'])
		].map(capitalised),
		caution:
			'The figures show what the organisations know of, not how many people are affected. The same person may be known to several organisations, so the figures are given as at least and at most. A higher number may mean that more people were asked. Some numbers are not shown, so that no one can be recognised; that says nothing about how large they are.'
	};
}
