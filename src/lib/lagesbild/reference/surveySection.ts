import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import { earlierSurveyKindText, type EarlierSurvey } from '#lib/reference/earlierSurvey.ts';
import { decimalText } from '#lib/reference/referenceNumber.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { paragraphsOf } from '../lagesbildTexts.ts';
import type { Block } from '../lagesbild.ts';
import { arranged, drawnSection, paragraph, type DrawnBlocks, type DrawnSection } from '../reportSections.ts';
import type { ReportFrame } from './reportFrame.ts';

function lineTable({ surveyId, title, source, madeOn, lines }: EarlierSurvey): ReleasedTable | undefined {
	if (lines.length === 0) return undefined;
	return arrangeTable({
		id: `omgang-0-${surveyId}`,
		title: `Omgång 0: ${title}`,
		unit: 'enligt varje rad',
		base: `${source}, ${madeOn}`,
		notes: ['Röjandekontrollen gäller inte de här talen: de är inte svar i kartläggningen.'],
		isOfOthers: true,
		columns: [
			{ id: 'tal', title: 'Tal', kind: 'number' },
			{ id: 'enhet', title: 'Enhet', kind: 'text' },
			{ id: 'forandring', title: 'Förändring sedan dess', kind: 'text' }
		],
		rows: lines.map(({ label, value, unit }, place) => ({
			id: `rad-${String(place + 1)}`,
			title: label,
			cells: [
				Number.isInteger(value) ? { ofOthers: value } : decimalText(value),
				unit,
				'går inte att jämföra'
			]
		}))
	});
}

function surveyBlocks(survey: EarlierSurvey): (Block | DrawnBlocks)[] {
	const { kind, title, period, source, address, madeOn, summary, whyNotComparable } = survey;
	const place = address === null ? '' : ` ${address}`;
	return [
		{ kind: 'heading', level: 1, text: title },
		paragraph(`${earlierSurveyKindText[kind]}. Gäller ${period}. Källa: ${source}, ${madeOn}.${place}`),
		...paragraphsOf(summary).map(paragraph),
		{ kind: 'note', title: 'Går inte att jämföra', text: whyNotComparable },
		arranged(lineTable(survey))
	];
}

/** What was known before the first round. It is told, and never set in a trend. */
export function surveySection(surveys: readonly EarlierSurvey[], { date }: ReportFrame): DrawnSection[] {
	const shown = surveys.filter(({ isShown, madeOn }) => isShown && madeOn <= date);
	if (shown.length === 0) return [];
	return [
		drawnSection({ id: 'omgang-0', title: 'Före första omgången (omgång 0)' }, [
			paragraph(
				'Det här var känt innan kartläggningen började. Det är gjort på ett annat sätt, och talen ingår inte i någon jämförelse över tid.'
			),
			...shown.flatMap(surveyBlocks)
		])
	];
}
