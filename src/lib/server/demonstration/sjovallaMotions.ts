import type { MotionAnswer } from '#lib/lagesbild/uppdrag/motion.ts';
import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import { addMonths, calendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { linkopingLikeTexts } from './sjovallaMotionTexts.ts';

export interface DemonstrationClause {
	readonly wording: string;
	readonly answer?: MotionAnswer;
	readonly reason?: string;
	readonly legalBasis?: string;
	/** Words that the measures which answer it begin with. */
	readonly measures?: readonly string[];
	/** Years of the rounds that answer it. */
	readonly rounds?: readonly number[];
	readonly watch?: { readonly on: CalendarDate; readonly for: string };
}

export interface DemonstrationMotion {
	readonly title: string;
	/** "Namn (parti)", one a line. The parties are invented as the persons are. */
	readonly movers: string;
	readonly diarienummer: string;
	readonly receivedOn: CalendarDate;
	readonly clauses: readonly DemonstrationClause[];
	readonly texts?: (starting: MotionTexts) => MotionTexts;
	readonly decision?: { readonly on: CalendarDate; readonly reference: string };
}

const lawOfLagesbild = '4 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete';

/** Three demands, answered as one: what was asked for is under way. */
const surveyAndPlan: DemonstrationMotion = {
	title: 'Ta reda på hur sexhandeln ser ut i Sjövalla',
	movers: 'Linnea Sandberg (SL)\nOskar Fager (SL)',
	diarienummer: 'KS 2023/0391',
	receivedOn: calendarDate('2023-09-25'),
	clauses: [
		'att socialnämnden tillsammans med polisen och föreningar som möter de utsatta tar reda på hur omfattande handeln med sex är i kommunen',
		'att kommunen och dess samverkansparter enas om en plan för vad som ska göras',
		'att kommunstyrelsen tar upp frågan med polisen inför nästa medborgarlöfte'
	].map((wording, index) => ({
		wording,
		answer: 'besvarad',
		reason: 'den återkommande kartläggning som påbörjas 2024 och den åtgärdsplan som följer på den',
		...(index === 0 ? { rounds: [2024], legalBasis: lawOfLagesbild } : {}),
		...(index === 1
			? { legalBasis: '5 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete' }
			: {})
	})),
	decision: { on: calendarDate('2024-06-17'), reference: '§ 96' }
};

/** Two demands about money, answered with what the offices have told. */
const resources: DemonstrationMotion = {
	title: 'Mer stöd till personer som utnyttjas när föreningarna får mindre bidrag',
	movers: 'Signe Rask (BV)\nTyra Vallmark (BV)\nEllen Strid (BV)',
	diarienummer: 'KS 2025/0118',
	receivedOn: calendarDate('2025-02-24'),
	clauses: [
		{
			wording:
				'att kommunstyrelsen avsätter pengar för uppsökande arbete under de år då föreningarnas bidrag är lägre',
			answer: 'besvarad',
			reason: 'föredragningen i ärendet',
			rounds: [2025]
		},
		{
			wording: 'att kostnaderna redovisas för sig, så att de går att följa i bokslutet',
			answer: 'besvarad',
			reason: 'att åtgärdsplanen redovisar kostnad och finansiering för varje åtgärd'
		}
	],
	decision: { on: calendarDate('2025-12-15'), reference: '§ 187' }
};

/** Four demands before four bodies and fullmäktige: each is answered for itself. */
const fourBoards = (today: CalendarDate): DemonstrationMotion => {
	const receivedOn = addMonths(today, -10);
	const year = receivedOn.slice(0, 4);
	return {
		title: 'Minska efterfrågan och stärk stödet',
		movers: 'Astrid Holm (SL)\nViggo Lind (SL)',
		diarienummer: `SON ${year}-0214\nBUN ${year}-0163\nGVN ${year}-0077\nKS ${year}-0142`,
		receivedOn,
		clauses: [
			{
				wording:
					'att skolorna, och de förvaltningar och bolag som berörs, arbetar planmässigt med hållningen till att köpa sex',
				answer: 'besvarad',
				reason:
					'skolans undervisning om sexualitet, samtycke och relationer och partnerskapet med Stödföreningen Nattlampan',
				rounds: [2025]
			},
			{
				wording:
					'att kommunen utreder en egen mottagning för den som köper sex och en för den som har fått ersättning för sex',
				answer: 'avslag',
				reason: 'att staten låter utvärdera sådana mottagningar och att resultatet bör inväntas',
				watch: { on: addMonths(today, 7), for: 'Den nationella utvärderingen av mottagningar' }
			},
			{
				wording: 'att medarbetare som kan möta någon med erfarenhet av sex mot ersättning får utbildning',
				answer: 'besvarad',
				reason: 'den utbildning som regionkoordinatorn ger och de webbutbildningar som är fria att använda',
				rounds: [2024, 2025]
			},
			{
				wording:
					'att förekomsten av sex mot ersättning och människohandel kartläggs återkommande och redovisas för fullmäktige',
				answer: 'besvarad',
				reason: 'den kartläggning som görs varje år som en del av kommunens lägesbild',
				rounds: [2024, 2025],
				legalBasis: lawOfLagesbild
			}
		],
		texts: linkopingLikeTexts
	};
};

/** Four demands that the offices are only beginning with. */
const network = (today: CalendarDate): DemonstrationMotion => {
	const receivedOn = addMonths(today, -4);
	const year = receivedOn.slice(0, 4);
	return {
		title: 'Gå samman mot prostitution och människohandel',
		movers: 'Måns Bergvall (BV)\nHelga Ström (BV)',
		diarienummer: `KS ${year}/0477`,
		receivedOn,
		clauses: [
			{
				wording:
					'att kommunen bjuder in till ett nätverk av myndigheter, bostadsbolag, föreningar och företag som kan upptäcka och förebygga',
				answer: 'bifall'
			},
			{ wording: 'att kommunen tar reda på vilket stöd den som vill sluta köpa sex kan få' },
			{ wording: 'att de medarbetare som berörs lär sig mer om hur utnyttjande upptäcks' },
			{ wording: 'att hjälpen att lämna prostitutionen byggs ut' }
		]
	};
};

export function sjovallaMotions(today: CalendarDate): readonly DemonstrationMotion[] {
	return [surveyAndPlan, resources, fourBoards(today), network(today)];
}
