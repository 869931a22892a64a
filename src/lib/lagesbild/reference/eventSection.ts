import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import { eventKindText, type ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import { arranged, drawnSection, paragraph, type DrawnSection } from '../reportSections.ts';
import type { ReportFrame } from './reportFrame.ts';

function dayText({ on, until }: ReferenceEvent): string {
	return until === null || until === on ? on : `${on} – ${until}`;
}

/** Whether it happened, or went on, within what the survey asks about. */
function placeInPeriod({ on, until }: ReferenceEvent, { period }: ReportFrame): string {
	if ((until ?? on) < period.from) return 'Före';
	return on > period.to ? 'Efter' : 'Under';
}

/** What has happened outside the survey, in the order of time. */
export function eventSection(events: readonly ReferenceEvent[], frame: ReportFrame): DrawnSection[] {
	const shown = events
		.filter(({ isShown, on }) => isShown && on <= frame.date)
		.toSorted((one, other) => one.on.localeCompare(other.on));
	if (shown.length === 0) return [];
	const table = arrangeTable({
		id: 'handelser',
		title: 'Händelser i tidsordning',
		unit: 'händelser',
		base: 'de källor som står vid varje händelse',
		notes: [`Kartläggningen gäller ${frame.period.from}–${frame.period.to}.`],
		isOfOthers: true,
		columns: [
			{ id: 'handelse', title: 'Vad som hände', kind: 'text' },
			{ id: 'slag', title: 'Slag', kind: 'text' },
			{ id: 'perioden', title: 'Före, under eller efter perioden', kind: 'text' },
			{ id: 'kalla', title: 'Källa', kind: 'text' }
		],
		rows: shown.map((event) => ({
			id: event.eventId,
			title: dayText(event),
			cells: [
				event.text === '' ? event.title : `${event.title}. ${event.text}`,
				eventKindText[event.kind],
				placeInPeriod(event, frame),
				event.address === null ? event.source : `${event.source}, ${event.address}`
			]
		}))
	});
	return [
		drawnSection({ id: 'handelser-i-tid', title: 'Händelser att läsa talen mot' }, [
			paragraph(
				'En ny lag, en insats eller en verksamhet som stängt kan ändra vad som syns i kartläggningen utan att utsattheten har ändrats. Att en händelse och ett ändrat tal sammanfaller i tiden betyder inte att det ena orsakat det andra.'
			),
			arranged(table)
		])
	];
}
