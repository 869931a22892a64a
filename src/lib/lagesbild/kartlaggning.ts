import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { changeTable } from './changeTable.ts';
import { distinctSentence, overlapSection } from './distinctPersons.ts';
import { blindSpotTable, extentTable, outcomeTable, responseTable } from './extentTables.ts';
import { changeFigure, rangeFigure } from './figures.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import {
	crimeTable,
	formPlans,
	needPlan,
	pupilForms,
	consequencePlan,
	supportTable,
	traffickingTable
} from './mappedItems.ts';
import { arranged, continued, drawnSection, emptySection, paragraph } from './reportSections.ts';
import type { DrawnSection } from './reportSections.ts';
import { intervalFigure, sideBySideFigure, sideBySideTable } from './sideBySide.ts';
import type { SideBySide } from './sideBySide.ts';
import { findTable } from './releasedValues.ts';
import { ownQuestions } from './ownQuestions.ts';
import { headlineSentence, intervalSentence, targetGroups } from './sentences.ts';
import type { TargetGroup } from './sentences.ts';
import { breakSentences, brokenInAppendix } from './seriesBreaks.ts';
import { shareTable } from './shareTable.ts';
import { routineSentence } from './summary.ts';

type Released = LagesbildInput['released'];

/** The law's first chapter (4 § 1): the extent and the consequences, sector by sector. */
export function kartlaggningSections({ released, texts }: LagesbildInput): DrawnSection[] {
	const sections = [
		drawnSection({ id: 'svarande', title: 'Vilka som har svarat' }, [
			paragraph(
				'Uppgifterna kommer från de enheter som svarat. Vad de övriga känner till är inte med, och det går inte att räkna om till hela kommunen.'
			),
			arranged(responseTable(released.tables)),
			arranged(findTable(released.tables, 'svarande-typ')),
			arranged(findTable(released.tables, 'samma-enheter'))
		]),
		...targetGroups.map((group) => extentSection(released, group)),
		traffickingSection(released),
		developmentSection(released),
		crimeSection(released.tables),
		formsSection(released),
		plannedSection(released, {
			id: 'konsekvenser',
			title: 'Konsekvenser för utsatta',
			text: 'Så många enheter har sett varje följd. Talen är antal enheter, inte antal personer.',
			plans: [consequencePlan]
		}),
		supportSection(released),
		blindSpotSection(released.tables),
		overlapSection(released.tables, {
			distinct: released.distinct,
			estimate: texts.estimate,
			threshold: released.protocol.policy.threshold
		}),
		ownSection(released.tables)
	];
	return sections.filter(({ section }) => section.blocks.length > 0);
}

const groupTitles: Readonly<Record<TargetGroup['id'], string>> = {
	vuxna: 'Vuxna som fått ersättning för sex',
	barn: 'Barn och unga som fått eller lovats ersättning',
	kopare: 'Personer som köper sex'
};

function extentSection({ tables, response, distinct, protocol }: Released, group: TargetGroup): DrawnSection {
	const frame = findTable(tables, `kannedom-${group.id}`);
	const extent = extentTable(tables, group.id);
	if (!frame || !extent) return emptySection;
	const figure = rangeFigure(frame, extent.id);
	const sentences = [
		headlineSentence(tables, response, group),
		intervalSentence(tables, group),
		distinctSentence(distinct, group.id, protocol.policy.threshold)
	];
	return drawnSection({ id: group.id, title: groupTitles[group.id] }, [
		...sentences.filter((sentence) => sentence !== undefined).map(paragraph),
		arranged(extent, figure),
		arranged(outcomeTable(tables, group))
	]);
}

function traffickingSection({ tables }: Released): DrawnSection {
	const table = traffickingTable(tables);
	if (!table) return emptySection;
	return drawnSection({ id: 'manniskohandel', title: 'Människohandel och människoexploatering' }, [
		paragraph(
			'Talen gäller personer som misstänks ha varit utsatta, efter ändamål. Samma person kan vara känd av flera sektorer, så talen får inte läggas ihop.'
		),
		arranged(table, intervalFigure(table))
	]);
}

function developmentSection({ tables, protocol }: Released): DrawnSection {
	const shares = arranged(shareTable(tables, protocol.policy.minimumShareBase));
	const table = changeTable(tables);
	const place = { id: 'utveckling', title: 'Vad har förändrats sedan förra gången?' };
	if (!table) {
		return drawnSection(place, [
			paragraph('Det finns inga uppgifter från en tidigare omgång med samma frågor att jämföra med.'),
			shares
		]);
	}
	return drawnSection(place, [
		paragraph(
			'En förändring i talen behöver inte vara en förändring i verkligheten: fler kan ha frågat eller fått veta mer. Läs talen tillsammans med de orsaker som enheterna själva anger.'
		),
		...[...breakSentences(tables), brokenInAppendix(tables)]
			.filter((sentence) => sentence !== undefined)
			.map(paragraph),
		arranged(table, changeFigure(table)),
		paragraph(
			'Hur enheterna själva bedömer utvecklingen, och alla orsaker som de angett, står i tabellbilagan.'
		),
		shares
	]);
}

function crimeSection(tables: readonly ReleasedTable[]): DrawnSection {
	const table = crimeTable(tables);
	if (!table) return emptySection;
	return drawnSection({ id: 'brott', title: 'Anmälda brott' }, [
		paragraph(
			'Anmälda brott är inte personer, och många brott anmäls aldrig. Definitionerna av brotten ändrades den 1 juli 2025, då även handlingar på distans kom att omfattas.'
		),
		arranged(table)
	]);
}

interface PlannedSection {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	readonly plans: readonly SideBySide[];
}

function plannedSection({ tables, response }: Released, section: PlannedSection): DrawnSection {
	const parts = section.plans.map((plan, place) =>
		arranged(
			sideBySideTable(tables, plan, response),
			place === 0 ? sideBySideFigure(tables, plan, response) : undefined
		)
	);
	if (parts.every(({ blocks }) => blocks.length === 0)) return emptySection;
	return drawnSection({ id: section.id, title: section.title }, [paragraph(section.text), ...parts]);
}

function formsSection(released: Released): DrawnSection {
	const planned = plannedSection(released, {
		id: 'former',
		title: 'Former och arenor',
		text: 'Så många enheter har sett varje form som vanlig eller förekommande. Talen är antal enheter, inte antal personer.',
		plans: formPlans
	});
	const pupils = arranged(pupilForms(released.tables));
	return planned.section.blocks.length === 0 ? planned : continued(planned, [pupils]);
}

function supportSection(released: Released): DrawnSection {
	const planned = plannedSection(released, {
		id: 'stod',
		title: 'Stöd som behövs och stöd som saknas',
		text: 'Så många enheter anser att behovet inte tillgodoses, eller tillgodoses delvis. Talen är antal enheter.',
		plans: [needPlan]
	});
	return planned.section.blocks.length === 0
		? planned
		: continued(planned, [arranged(supportTable(released.tables))]);
}

function blindSpotSection(tables: readonly ReleasedTable[]): DrawnSection {
	const table = blindSpotTable(tables);
	if (!table) return emptySection;
	const routine = routineSentence(tables);
	return drawnSection({ id: 'kunskapsluckor', title: 'Det som ingen frågar om' }, [
		paragraph(
			'Att en enhet svarar noll, vet ej eller att den inte frågar är olika svar. Där ingen frågar syns heller ingen.'
		),
		...(routine === undefined ? [] : [paragraph(routine)]),
		arranged(table)
	]);
}

/** What the municipality has asked beside the questions that every lägesbild of this kind has. */
function ownSection(tables: Released['tables']): DrawnSection {
	const questions = ownQuestions(tables);
	if (questions.length === 0) return emptySection;
	return drawnSection({ id: 'egna-fragor', title: 'Frågor som kommunen har lagt till' }, [
		paragraph(
			'Kommunen har lagt till frågor i formulären. Talen är antal enheter eller svar där inget annat står, och alla svar står i tabellbilagan.'
		),
		{
			kind: 'list',
			items: questions.map(({ question, base, answer }) => `${question} (${base}) ${answer}.`)
		}
	]);
}
