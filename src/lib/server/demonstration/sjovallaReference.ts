import type { EarlierSurveyFacts } from '#lib/reference/earlierSurvey.ts';
import type { EventFacts } from '#lib/reference/referenceEvent.ts';
import type { ReferenceArea, SeriesFacts } from '#lib/reference/referenceSeries.ts';
import { calendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';

/** Kommuner that do not exist, to compare Sjövalla with. */
export const sjovallaComparisons: readonly ReferenceArea[] = [
	{ code: '9991', name: 'Bergåsa', population: 58_300 },
	{ code: '9992', name: 'Klippvik', population: 64_900 },
	{ code: '9993', name: 'Sandsele', population: 47_100 }
];

const inventedSource = 'Påhittade tal för demonstrationen';

interface InventedSeries {
	readonly facts: Omit<SeriesFacts, 'takenOn'>;
	/** Values by year from 2020, of Sjövalla and the kommuner in their order. */
	readonly values: readonly (readonly [year: number, ...values: number[]])[];
}

const asInvented = { source: inventedSource, address: null, isShown: true, beside: null } as const;

export const sjovallaSeries: readonly InventedSeries[] = [
	{
		facts: {
			...asInvented,
			title: 'Anmälda köp av sexuell handling (påhittade tal)',
			unit: 'anmälda brott',
			kind: 'antal',
			note: 'Antalet anmälningar beror i hög grad på hur polisen prioriterar. De flesta brott av det här slaget upptäcks genom spaning.',
			beside: 'P1.kop_av_sexuell_handling.antal'
		},
		values: [
			[2020, 19, 22, 17, 9],
			[2021, 21, 18, 24, 11],
			[2022, 17, 25, 22, 10],
			[2023, 33, 23, 26, 14],
			[2024, 29, 26, 31, 12],
			[2025, 36, 31, 28, 15]
		]
	},
	{
		facts: {
			...asInvented,
			title: 'Invånare den 31 december (påhittade tal)',
			unit: 'invånare',
			kind: 'invanare',
			note: '',
			isShown: false
		},
		values: [
			[2020, 59_400, 57_100, 63_800, 47_900],
			[2021, 59_900, 57_400, 64_100, 47_700],
			[2022, 60_300, 57_800, 64_300, 47_500],
			[2023, 60_700, 58_000, 64_600, 47_300],
			[2024, 61_000, 58_300, 64_900, 47_100],
			[2025, 61_300, 58_500, 65_200, 46_900]
		]
	},
	{
		facts: {
			...asInvented,
			title: 'Unga som någon erbjudit ersättning för bilder eller sex (påhittade tal)',
			unit: 'procent av eleverna i årskurs 9 och år 2',
			kind: 'kvot',
			note: 'Ur en ungdomsenkät som görs vartannat år. Eleverna svarar själva, så talet går inte att lägga ihop med vad verksamheterna känner till.'
		},
		values: [
			[2021, 6.8, 7.4, 5.9, 6.1],
			[2023, 8.2, 7.9, 7.1, 6.4],
			[2025, 8.6, 8.8, 7.0, 7.2]
		]
	}
];

const shown = { until: null, address: null, isShown: true } as const;

export const sjovallaEvents: readonly EventFacts[] = [
	{
		...shown,
		on: calendarDate('2023-07-01'),
		kind: 'lag',
		title: 'Lagen om kommuners ansvar för brottsförebyggande arbete började gälla',
		text: 'Kommunen ska ta fram en lägesbild och uppdatera den minst vartannat år.',
		source: 'SFS 2023:196'
	},
	{
		...shown,
		on: calendarDate('2024-03-11'),
		until: calendarDate('2024-03-24'),
		kind: 'insats',
		title: 'Påhittad händelse: polisinsats mot sexköp på hotell och i korttidsbostäder',
		text: '',
		source: inventedSource
	},
	{
		...shown,
		on: calendarDate('2024-10-01'),
		kind: 'verksamhet',
		title: 'Påhittad händelse: en kvinnojour stängde sin kvällsöppna mottagning',
		text: 'Färre besök betyder färre som blir kända där.',
		source: inventedSource
	},
	{
		...shown,
		on: calendarDate('2025-07-01'),
		kind: 'definition',
		title: 'Köp av sexuell tjänst blev köp av sexuell handling och omfattar även handlingar på distans',
		text: '',
		source: 'SFS 2025:586, prop. 2024/25:124'
	}
];

export const sjovallaEarlierSurvey: EarlierSurveyFacts = {
	kind: 'est',
	title: 'EST-sammanfattning för Centrum (påhittad)',
	period: 'hösten 2022',
	source: 'Sjövalla kommun, trygghetssamordningen (påhittat underlag)',
	address: null,
	madeOn: calendarDate('2023-02-14'),
	summary:
		'De veckovisa rapporterna från väktare, fastighetsvärdar och fältgrupp nämnde vid några tillfällen misstänkt sexköp i anslutning till två parkeringar. Det som sker i lägenheter och på nätet syns inte i sådana rapporter.',
	lines: [
		{ label: 'Rapporter som nämner misstänkt sexköp', value: 12, unit: 'rapporter' },
		{ label: 'Platser som nämns mer än en gång', value: 2, unit: 'platser' }
	],
	whyNotComparable:
		'EST räknar rapporterade händelser på offentlig plats under en höst. Kartläggningen räknar personer som verksamheter har kännedom om under ett helt år. Det är olika saker, olika uppgiftslämnare och olika tid.',
	isShown: true
};

/** When the statistics of a year are published. */
export function publishedOn(year: number): CalendarDate {
	return calendarDate(`${String(year + 1)}-03-20`);
}
