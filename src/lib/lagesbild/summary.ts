import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { knownAmount } from './knownAmount.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { cellIn, findTable, rowIn, shownNumber } from './releasedValues.ts';
import { breakSentences } from './seriesBreaks.ts';
import { changeSentences, sectorTitle, summarySentence, targetGroups } from './sentences.ts';

/** How the numbers are read, said once for the whole report. */
export const readingText =
	'Minst är talet hos den enda enhet som känner till flest personer. Högst är alla enheters tal hoplagda, och där kan samma person ha räknats flera gånger. Det verkliga antalet kända personer ligger däremellan, om varje enhet har räknat varje person en gång. Där bara högst anges visas inte det lägsta talet. Två punkter (..) betyder att talet inte visas, för att ingen enskild ska kunna pekas ut; det säger inget om hur stort talet är.';

/** One screen in plain Swedish: at most six sentences, the most important first, made of released values only. */
export function summarySentences({ released }: Pick<LagesbildInput, 'released'>): string[] {
	const { tables, response } = released;
	const sentences = [
		responseSentence(response, tables),
		...targetGroups.map((group) => summarySentence(tables, group)),
		traffickingSentence(tables),
		firstChange(tables)
	];
	return tables.length === 0 ? [] : sentences.filter((sentence) => sentence !== undefined);
}

function firstChange(tables: readonly ReleasedTable[]): string | undefined {
	const [change] = targetGroups.flatMap((group) => changeSentences(tables, group));
	const said = change && `Förändring: ${change.charAt(0).toLowerCase()}${change.slice(1)}`;
	const parts = [said, ...breakSentences(tables)].filter((part) => part !== undefined);
	return parts.length === 0 ? undefined : parts.join(' ');
}

function responseSentence(
	response: LagesbildInput['released']['response'],
	tables: readonly ReleasedTable[]
): string {
	const asked = response.reduce((sum, one) => sum + one.asked, 0);
	const answered = response.reduce((sum, one) => sum + one.answered, 0);
	const sectors = response.map(
		(one) =>
			`${sectorTitle(one.sector).toLowerCase()} ${numberText(one.answered)} av ${numberText(one.asked)}`
	);
	const routine = routineSentence(tables);
	return `Svarande: ${numberText(answered)} av ${numberText(asked)} tillfrågade enheter (${sectors.join(', ')}).${routine === undefined ? '' : ` ${routine}`}`;
}

/** "5 av dem frågar rutinmässigt alla i sin målgrupp, 6 frågar inte." */
export function routineSentence(tables: readonly ReleasedTable[]): string | undefined {
	const table = findTable(tables, 'A7');
	if (!table) return undefined;
	const sumOfColumn = (column: string): number | undefined =>
		table.rows.reduce((sum: number | undefined, row) => {
			const value = shownNumber(cellIn(table, row, column));
			return sum === undefined || value === undefined ? undefined : sum + value;
		}, 0);
	const all = sumOfColumn('ja_alla');
	const never = sumOfColumn('nej');
	if (all === undefined || never === undefined) return undefined;
	return `Av de svarande enheterna frågar ${numberText(all)} rutinmässigt alla i sin målgrupp om sex mot ersättning, och ${numberText(never)} frågar inte.`;
}

const sexualPurpose: readonly (readonly [sector: string, table: string, row: string])[] = [
	['polis', 'P11-polis', 'P11.sexuella.vuxna'],
	['socialtjanst', 'S6-socialtjanst', 'S6.sexuella'],
	['civilsamhalle', 'C4-civilsamhalle', 'C4.sexuella']
];

/** "Misstänkt människohandel för sexuella ändamål: polisen kände till 6 vuxna, …" */
function traffickingSentence(tables: readonly ReleasedTable[]): string | undefined {
	const parts = sexualPurpose.flatMap(([sector, id, rowId]) => {
		const table = findTable(tables, id);
		const row = rowIn(table, rowId);
		if (!table || !row || cellIn(table, row, 'summa').kind === 'text') return [];
		const amount = knownAmount(table, row);
		return [{ name: sectorTitle(sector).toLowerCase(), amount }];
	});
	const known = parts.flatMap(({ name, amount }) => (amount === undefined ? [] : [`${name} ${amount}`]));
	const hidden = parts.flatMap(({ name, amount }) => (amount === undefined ? [name] : []));
	if (parts.length === 0) return undefined;
	const hiddenWords = hidden.length > 0 ? ` Antalet hos ${hidden.join(' och ')} visas inte.` : '';
	return `Misstänkt utsatta för människohandel för sexuella ändamål: ${known.length > 0 ? `${known.join(', ')} personer.` : 'inget tal kan visas.'}${hiddenWords}`;
}
