import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import type { CouncilDocument } from './lagesbild.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { paragraphsOf } from './lagesbildTexts.ts';
import { cellIn, findTable } from './releasedValues.ts';
import { cellWords, headlineSentence, intervalSentence, targetGroups } from './sentences.ts';

/** The tjänsteskrivelse: what the samordnare wrote, and where nothing is written a draft from released values. */
export function councilDocument(input: LagesbildInput): CouncilDocument {
	const { council } = input.texts;
	const written = (text: string, draft: readonly string[]): readonly string[] =>
		text.trim() === '' ? draft : paragraphsOf(text);
	return {
		administration: input.municipality.administration,
		date: input.date,
		diarienummer: council.diarienummer,
		officer: council.officer,
		recipient: council.recipient,
		heading: council.heading,
		proposals: council.proposals,
		background: written(council.background, backgroundDraft(input)),
		consultation: written(council.consultation, consultationDraft(input)),
		bestInterestsOfChild: written(council.bestInterestsOfChild, childrenDraft(input)),
		genderEquality: written(council.genderEquality, genderDraft(input.released.tables)),
		economy: paragraphsOf(council.economy),
		signatures: council.signatures,
		sentTo: council.sentTo,
		documents: [
			`Tjänsteskrivelse, ${input.date}`,
			`Lägesbild ${roundName(input.round)}: ${input.series.title.toLowerCase()}, version ${input.version}`,
			'Tabellbilaga'
		]
	};
}

function backgroundDraft({ municipality, round }: LagesbildInput): string[] {
	return [
		`Enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete ska kommunen ta fram en lägesbild över brottsligheten inom sitt område. Den ska innehålla en kartläggning av brottsligheten, dess omfattning och konsekvenser, annan information av betydelse och en analys. Lägesbilden ska uppdateras minst vartannat år, och ${municipality.responsibleBoard} ska kontinuerligt rapportera till kommunfullmäktige.`,
		`Den här lägesbilden gäller sex mot ersättning och människohandel under perioden ${round.period.from} till ${round.period.to}.`
	];
}

function consultationDraft({ released }: LagesbildInput): string[] {
	const asked = released.response.reduce((sum, one) => sum + one.asked, 0);
	const answered = released.response.reduce((sum, one) => sum + one.answered, 0);
	return [
		`Underlaget har lämnats av polisen, socialtjänsten, skolan och civilsamhället. ${answered} av ${asked} tillfrågade enheter har svarat.`
	];
}

function childrenDraft({ released }: LagesbildInput): string[] {
	const children = targetGroups.find(({ id }) => id === 'barn');
	if (!children) return [];
	const sentences = [
		headlineSentence(released.tables, released.response, children),
		intervalSentence(released.tables, children)
	];
	const found = sentences.filter((sentence) => sentence !== undefined);
	return found.length === 0
		? []
		: [
				...found,
				'Ett barn som fått ersättning för en sexuell handling är alltid att se som utsatt. Lägesbilden innehåller inga uppgifter som kan peka ut ett barn.'
			];
}

/** Breakdowns by sex as [table, whether sex is the rows]. P4 has sex in its columns. */
const sexTables: readonly (readonly [table: string, what: string, along: 'rows' | 'columns'])[] = [
	['P8-polis', 'personer som polisen känner till', 'rows'],
	['S2-socialtjanst', 'vuxna som socialtjänsten känner till', 'rows'],
	['S10-socialtjanst', 'barn som socialtjänsten känner till', 'rows'],
	['K3-skola', 'elever som skolan känner till', 'rows'],
	['C2-civilsamhalle', 'personer som civilsamhället mött', 'rows'],
	['P4-polis', 'misstänkta köpare', 'columns']
];

function genderDraft(tables: readonly ReleasedTable[]): string[] {
	const sentences = sexTables.flatMap(([id, what, along]) => {
		const table = findTable(tables, id);
		const parts = table ? sexParts(table, along) : [];
		return parts.length === 0 ? [] : [`Könsfördelningen bland ${what}: ${parts.join(', ')}.`];
	});
	return sentences.length === 0
		? []
		: [
				...sentences,
				'Fördelningen gäller bara enheter som fått frågan. Den visar vilka verksamheterna når, inte hela gruppen.'
			];
}

function sexParts(table: ReleasedTable, along: 'rows' | 'columns'): string[] {
	if (along === 'rows') {
		return table.rows
			.filter(({ id }) => id !== 'summa')
			.map((row) => `${row.title.toLowerCase()} ${cellWords(cellIn(table, row, 'summa'))}`);
	}
	const total = table.rows.find(({ id }) => id === 'summa');
	if (!total) return [];
	return table.columns
		.filter(({ id }) => id !== 'summa')
		.map((column) => `${column.title.toLowerCase()} ${cellWords(cellIn(table, total, column.id))}`);
}
