import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { incomparableText } from './changeVerdict.ts';
import { knownSource } from './knownAmount.ts';
import { findTable } from './releasedValues.ts';
import { chosenColumns, countsSideBySide } from './sideBySide.ts';
import type { SideBySide } from './sideBySide.ts';

/** Which items of the four questionnaires are one question asked in several sectors, for the text of the report. */
export const formPlans: readonly SideBySide[] = [
	{
		id: 'former',
		title: 'Former och arenor',
		unit: 'enheter',
		asked: { polis: 'P14-polis', socialtjanst: 'S15-socialtjanst', civilsamhalle: 'C7-civilsamhalle' },
		answers: ['vanligt', 'forekommer']
	},
	{
		id: 'ersattning',
		title: 'Slag av ersättning',
		unit: 'enheter',
		asked: { socialtjanst: 'S16-socialtjanst', civilsamhalle: 'C8-civilsamhalle' },
		answers: ['vanligt', 'forekommer']
	}
];

export const consequencePlan: SideBySide = {
	id: 'konsekvenser',
	title: 'Konsekvenser för utsatta',
	unit: 'enheter',
	asked: {
		polis: 'P20-polis',
		socialtjanst: 'S24-socialtjanst',
		skola: 'K17-skola',
		civilsamhalle: 'C15-civilsamhalle'
	},
	answers: ['vanligt', 'forekommer']
};

export const needPlan: SideBySide = {
	id: 'stodbehov',
	title: 'Behov av stöd',
	unit: 'enheter',
	asked: { socialtjanst: 'S20-socialtjanst', civilsamhalle: 'C13-civilsamhalle' },
	answers: ['inte', 'delvis']
};

export function pupilForms(tables: readonly ReleasedTable[]): ReleasedTable | undefined {
	return chosenColumns(findTable(tables, 'K6-skola'), ['vanligt', 'forekommer', 'inte_sett', 'vet_ej'], {
		id: 'former-elever',
		title: 'Former som skolorna sett eller hört om bland elever'
	});
}

/** Each purpose as each sector knows it. The sectors are never added: they may know the same person. */
export function traffickingTable(tables: readonly ReleasedTable[]): ReleasedTable | undefined {
	return countsSideBySide(tables, {
		id: 'manniskohandel',
		title: 'Misstänkt utsatta, efter ändamål',
		base: findTable(tables, 'kannedom-vuxna')?.base ?? 'de enheter som svarat',
		columns: [
			['Polisen, vuxna', 'P11-polis', 'P11.', '.vuxna'],
			['Polisen, barn', 'P11-polis', 'P11.', '.barn'],
			['Socialtjänsten, vuxna', 'S6-socialtjanst', 'S6.', ''],
			['Civilsamhället', 'C4-civilsamhalle', 'C4.', '']
		]
	});
}

/** Reported crimes this year and the year before, and whether the two may be compared. */
export function crimeTable(tables: readonly ReleasedTable[]): ReleasedTable | undefined {
	const table = findTable(tables, 'P1-polis');
	if (!table) return undefined;
	const before = table.columns.find(({ id }) => id === 'summa-fore');
	return arrangeTable({
		...table,
		id: 'brott',
		title: 'Anmälda brott med brottsplats i kommunen',
		notes: [],
		columns: [
			...(before ? [{ ...before, title: before.title.replace('Summa ', '') }] : []),
			{ id: 'summa', title: 'Perioden', kind: 'number' },
			...(before ? [{ id: 'jamforelse', title: 'Jämförelse', kind: 'text' as const }] : [])
		],
		rows: table.rows.map((row) => ({
			id: row.id,
			title: row.title,
			cells: [
				...(before ? [{ table, row: row.id, column: before.id }] : []),
				{ table, row: row.id, column: 'summa' },
				...(before ? [incomparableText(table, row) ?? 'Går att jämföra'] : [])
			]
		}))
	});
}

/** The persons whom nobody could help. */
export function supportTable(tables: readonly ReleasedTable[]): ReleasedTable | undefined {
	const counts = [
		['S23-socialtjanst', 'S23', 'Socialtjänsten: ville hjälpa men saknade insats för'],
		['C14-civilsamhalle', 'C14', 'Civilsamhället: fick säga nej till på grund av brist på resurser']
	] as const;
	const found = counts.flatMap(([id, row, title]) => {
		const table = findTable(tables, id);
		return table ? [{ table, row, title }] : [];
	});
	const [first] = found;
	if (!first) return undefined;
	return arrangeTable({
		id: 'utan-stod',
		title: 'Personer som inte fick stöd',
		unit: 'personer',
		base: found.map(({ table }) => table.base.replace(/ svarade$/, '')).join(' respektive ') + ' svarade',
		notes: [],
		columns: [{ id: 'intervall', title: 'Minst–högst', kind: 'number' }],
		rows: found.map(({ table, row, title }) => ({ id: row, title, cells: [knownSource(table, row)] }))
	});
}
