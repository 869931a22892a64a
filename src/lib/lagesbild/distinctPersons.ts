import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import type { DistinctPersons, PersonBounds } from '#lib/statistics/released/overlapBounds.ts';
import { estimateParts } from './estimate/estimateParts.ts';
import type { OverlapEstimate } from './estimate/overlapEstimate.ts';
import type { Block } from './lagesbild.ts';
import { arranged, drawnSection, emptySection, paragraph } from './reportSections.ts';
import type { DrawnBlocks, DrawnSection } from './reportSections.ts';
import { findTable } from './releasedValues.ts';
import { listed, sectorTitle, targetGroups } from './sentences.ts';
import type { TargetGroup } from './sentences.ts';
import { chosenColumns } from './sideBySide.ts';

type Tables = readonly ReleasedTable[];

/** The least number of persons that is said: a bound under it reads as a small count (decision 0142). */
type Threshold = number;

/** The ends that are said. */
function saidBounds(
	{ least, most }: PersonBounds,
	threshold: Threshold
): Partial<Record<'least' | 'most', number>> {
	return {
		...(least >= threshold ? { least } : {}),
		...(most !== null && most >= threshold ? { most } : {})
	};
}

/** "Med enheternas svar om överlappning är det minst 31 och högst 52 olika personer." */
export function distinctSentence(
	distinct: DistinctPersons | undefined,
	group: TargetGroup['id'],
	threshold: Threshold
): string | undefined {
	const found = distinct?.groups.find((one) => one.group === group);
	const { least, most } = found ? saidBounds(found, threshold) : {};
	if (least === undefined && most === undefined) return undefined;
	const ends = [
		...(least === undefined ? [] : [`minst ${numberText(least)}`]),
		...(most === undefined ? [] : [`högst ${numberText(most)}`])
	];
	const amount = least === most && least !== undefined ? numberText(least) : ends.join(' och ');
	return `Med enheternas svar om hur många som även andra känner till är det ${amount} olika personer.`;
}

/** How many of the persons others know of too, and how many different persons there can then be. */
export function overlapSection(
	tables: Tables,
	{
		distinct,
		estimate,
		threshold
	}: {
		readonly distinct?: DistinctPersons | undefined;
		readonly estimate?: OverlapEstimate | undefined;
		readonly threshold: Threshold;
	}
): DrawnSection {
	const overlap = findTable(tables, 'overlapp');
	if (!overlap) return emptySection;
	return drawnSection({ id: 'overlapp', title: 'Samma personer hos flera' }, [
		paragraph(
			'Ingen lämnar ut vilka personerna är. Därför kan dubbletter inte räknas bort, men enheterna har uppskattat hur många av personerna som även andra känner till.'
		),
		arranged(
			chosenColumns(
				overlap,
				overlap.columns.map(({ id }) => id),
				{ id: 'overlapp-sektorer', title: overlap.title }
			)
		),
		...distinctParts(tables, distinct, threshold),
		...estimateParts(tables, estimate)
	]);
}

function distinctParts(
	tables: Tables,
	distinct: DistinctPersons | undefined,
	threshold: Threshold
): (Block | DrawnBlocks)[] {
	if (!distinct) return [];
	if (distinct.outcome === 'contradictory') {
		return [
			paragraph(
				'Sektorernas svar om detta går inte ihop: inget antal personer stämmer med alla. De har därför inte använts för att räkna.'
			)
		];
	}
	return [
		paragraph(
			'Om svaren stämmer begränsar de hur många olika personer det kan vara. Det är gränser, ingen skattning: alla antal däremellan är möjliga.'
		),
		arranged(distinctTable(tables, distinct, threshold)),
		{ kind: 'list', items: assumptions(distinct) }
	];
}

function distinctTable(
	tables: Tables,
	distinct: DistinctPersons,
	threshold: Threshold
): ReleasedTable | undefined {
	const rows = targetGroups.flatMap((group) => {
		const found = distinct.groups.find((one) => one.group === group.id);
		const frame = findTable(tables, `kannedom-${group.id}`);
		return found && frame ? [{ group, found, frame }] : [];
	});
	const [first] = rows;
	if (!first) return undefined;
	return arrangeTable({
		id: 'olika-personer',
		title: 'Så många olika personer kan det vara, alla sektorer tillsammans',
		unit: 'personer',
		base: first.frame.base,
		notes: [
			`Gränserna är uträknade ur tal som visas i lägesbilden, och bara ur dem. En gräns under ${numberText(threshold)} personer sägs inte.`
		],
		columns: [
			{ id: 'utan', title: 'Utan svaren om överlappning', kind: 'number' },
			{ id: 'med', title: 'Med svaren om överlappning', kind: 'number' },
			{ id: 'om-raknade', title: 'Om alla som sägs vara kända av andra också är räknade där', kind: 'number' }
		],
		rows: rows.map(({ group, found, frame }) => ({
			id: group.id,
			title: group.title,
			cells: [
				{ table: frame, row: 'alla', column: 'intervall' },
				boundsCell(found, threshold),
				found.ifAllCounted ? boundsCell(found.ifAllCounted, threshold) : 'Svaren går då inte ihop'
			]
		}))
	});
}

function boundsCell(bounds: PersonBounds, threshold: Threshold): CellSource {
	if (bounds.most === 0) return { computed: { kind: 'interval', low: 0, high: 0 } };
	const { least, most } = saidBounds(bounds, threshold);
	if (least !== undefined && most !== undefined)
		return { computed: { kind: 'interval', low: least, high: most } };
	if (least !== undefined) return `Minst ${numberText(least)}`;
	return most === undefined ? 'Går inte att säga' : `Högst ${numberText(most)}`;
}

function assumptions({ statements }: DistinctPersons): string[] {
	const names = (used: DistinctPersons['statements']) =>
		listed(used.map(({ sector }) => sectorTitle(sector).toLowerCase()));
	const counted = statements.filter(({ isCounted }) => isCounted);
	return [
		'Varje enhet har räknat varje person en gång, för samma område och samma period.',
		`Enheterna i ${names(statements)} vet vilka personer som de andra känner till. Är de osäkra är gränserna lika osäkra.`,
		'Alla betyder alla enhetens personer, de flesta minst hälften, ungefär hälften en till två tredjedelar, några högst hälften. Vet ej och obesvarat begränsar ingenting.',
		`En person som sägs vara känd av andra kan vara känd av en enhet som inte lämnat något tal. Svaren har därför ${counted.length === 0 ? 'bara fått höja det lägsta antalet, aldrig sänka det högsta' : `fått sänka det högsta antalet bara där alla tillfrågade i de andra sektorerna lämnat uppgift (svaren från ${names(counted)})`}. Den sista kolumnen visar gränserna om alla sådana personer ändå är räknade av någon som svarat.`
	];
}
