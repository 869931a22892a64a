import type { ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import { answerFigure, changeFigure, rangeFigure } from './figures.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { drawnSection, paragraph, tableBlocks } from './reportSections.ts';
import type { DrawnSection } from './reportSections.ts';
import {
	changeSentences,
	headlineSentence,
	incomparableSentences,
	intervalSentence,
	targetGroups
} from './sentences.ts';
import type { TargetGroup } from './sentences.ts';
import { routineSentence } from './summary.ts';

const sectionTitles = {
	vuxna: 'Vuxna',
	barn: 'Barn och unga',
	kopare: 'Personer som köper sex'
} as const;

/** The tables that belong to each target group beside the frame: the sectors' own numbers and their breakdowns. */
const groupTables: Readonly<Record<TargetGroup['id'], readonly string[]>> = {
	vuxna: [
		'S1-socialtjanst',
		'S2-socialtjanst',
		'P7-polis',
		'P8-polis',
		'C1-civilsamhalle',
		'C2-civilsamhalle'
	],
	barn: ['S9-socialtjanst', 'S10-socialtjanst', 'S11-socialtjanst', 'K2-skola', 'K3-skola', 'K5-skola'],
	kopare: ['P3-polis', 'P4-polis', 'S8-socialtjanst', 'C16-civilsamhalle']
};

const traffickingTables = ['P11-polis', 'S6-socialtjanst', 'C4-civilsamhalle'];
const formTables = [
	'P14-polis',
	'S15-socialtjanst',
	'K6-skola',
	'C7-civilsamhalle',
	'S16-socialtjanst',
	'C8-civilsamhalle'
];
const consequenceTables = [
	'S24-socialtjanst',
	'K17-skola',
	'C15-civilsamhalle',
	'P20-polis',
	'P20_samhalle-polis'
];
const developmentTables = ['P19-polis', 'S26-socialtjanst', 'K22-skola', 'C24-civilsamhalle'];
const needTables = ['S20-socialtjanst', 'C13-civilsamhalle', 'S23-socialtjanst', 'C14-civilsamhalle'];
const blindSpotTables = ['A7', 'A8', 'Z8', 'Z9'];

/** The law's first chapter (4 § 1): the extent and the consequences, sector by sector. */
export function kartlaggningSections({ released }: LagesbildInput): DrawnSection[] {
	const { tables } = released;
	const sections = [
		drawnSection({ id: 'svarande', title: 'Vilka som tillfrågats' }, [
			paragraph(
				'Uppgifterna kommer från de enheter som svarat. Vad de övriga känner till är inte med, och det går inte att räkna om till hela kommunen.'
			),
			tableBlocks(tables, 'svarande')
		]),
		...targetGroups.map((group) => extentSection(released, group)),
		tableSection(tables, {
			id: 'manniskohandel',
			title: 'Människohandel och människoexploatering',
			text: 'Talen gäller misstänkta fall. Samma person kan vara känd av flera sektorer.',
			ids: traffickingTables
		}),
		tableSection(tables, {
			id: 'brott',
			title: 'Anmälda brott',
			text: 'Anmälda brott är inte personer, och många brott anmäls aldrig. Definitionerna av brotten ändrades den 1 juli 2025, då även handlingar på distans kom att omfattas.',
			ids: ['P1-polis', 'P2-polis', 'P2', 'P5-polis']
		}),
		tableSection(tables, {
			id: 'former',
			title: 'Former och arenor',
			text: 'Så ofta har enheterna sett varje form. Talen är antal enheter, inte antal personer.',
			ids: formTables,
			withFigures: true
		}),
		tableSection(tables, {
			id: 'konsekvenser',
			title: 'Konsekvenser för utsatta och för samhället',
			text: 'Vad enheterna har sett av följder. Talen är antal enheter, inte antal personer.',
			ids: consequenceTables,
			withFigures: true
		}),
		tableSection(tables, {
			id: 'stod',
			title: 'Stöd som behövs och stöd som saknas',
			text: 'Enheternas svar om behoven tillgodoses. Talen är antal enheter om inte annat står.',
			ids: needTables,
			withFigures: true
		}),
		developmentSection(tables),
		overlapSection(tables),
		blindSpotSection(tables)
	];
	return sections.filter(({ section }) => section.blocks.length > 0);
}

function extentSection(released: LagesbildInput['released'], group: TargetGroup): DrawnSection {
	const { tables, response } = released;
	const sentences = [headlineSentence(tables, response, group), intervalSentence(tables, group)];
	return drawnSection({ id: group.id, title: sectionTitles[group.id] }, [
		...sentences.filter((sentence) => sentence !== undefined).map(paragraph),
		tableBlocks(tables, `kannedom-${group.id}`, rangeFigure),
		...groupTables[group.id].map((id) => tableBlocks(tables, id))
	]);
}

function tableSection(
	tables: readonly ReleasedTable[],
	section: {
		readonly id: string;
		readonly title: string;
		readonly text: string;
		readonly ids: readonly string[];
		readonly withFigures?: boolean;
	}
): DrawnSection {
	const { id, title, text, ids } = section;
	const parts = ids.map((table) =>
		section.withFigures && !isCountTable(table)
			? tableBlocks(tables, table, answerFigure)
			: tableBlocks(tables, table)
	);
	const isEmpty = parts.every(({ blocks }) => blocks.length === 0);
	return drawnSection({ id, title }, isEmpty ? [] : [paragraph(text), ...parts]);
}

/** Tables of numbers are read as they stand; the bars are for how units answered. */
function isCountTable(id: string): boolean {
	return id === 'S23-socialtjanst' || id === 'C14-civilsamhalle';
}

function developmentSection(tables: readonly ReleasedTable[]): DrawnSection {
	const changes = targetGroups.flatMap((group) => [
		...changeSentences(tables, group).map(paragraph),
		...incomparableSentences(tables, group).map(paragraph),
		tableBlocks(tables, `utveckling-${group.id}`, changeFigure)
	]);
	const judged = developmentTables.map((id) => tableBlocks(tables, id, answerFigure));
	const causes = tables.filter(({ id }) => /^(P19|S26|K22|C24)_orsak/.test(id));
	return drawnSection({ id: 'utveckling', title: 'Utveckling och vad den kan bero på' }, [
		paragraph(
			'Bara enheter som svarat båda åren på samma version av en fråga jämförs. En förändring i talen behöver inte vara en förändring i verkligheten: läs den tillsammans med de orsaker som enheterna själva anger.'
		),
		...changes,
		...judged,
		...causes.map(({ id }) => tableBlocks(tables, id))
	]);
}

function overlapSection(tables: readonly ReleasedTable[]): DrawnSection {
	const overlap = tableBlocks(tables, 'overlapp', answerFigure);
	return drawnSection(
		{ id: 'overlapp', title: 'Samma personer hos flera' },
		overlap.blocks.length === 0
			? []
			: [
					paragraph(
						'Ingen lämnar ut vilka personerna är. Därför kan dubbletter inte räknas bort, men enheterna har uppskattat hur många av personerna som även andra känner till.'
					),
					overlap
				]
	);
}

function blindSpotSection(tables: readonly ReleasedTable[]): DrawnSection {
	const parts = blindSpotTables.map((id) => tableBlocks(tables, id, answerFigure));
	const outcomes = [
		'S1-socialtjanst-svar',
		'S9-socialtjanst-svar',
		'K2-skola-svar',
		'C1-civilsamhalle-svar'
	].map((id) => tableBlocks(tables, id));
	const routine = routineSentence(tables);
	const isEmpty = [...parts, ...outcomes].every(({ blocks }) => blocks.length === 0);
	return drawnSection(
		{ id: 'kunskapsluckor', title: 'Det som ingen frågar om' },
		isEmpty
			? []
			: [
					paragraph(
						'Att en enhet svarar noll, vet ej eller att den inte frågar är olika svar. Där ingen frågar syns heller ingen.'
					),
					...(routine === undefined ? [] : [paragraph(routine)]),
					...parts,
					...outcomes
				]
	);
}
