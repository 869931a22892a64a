import type { MeasureKind, MeasureStatus } from '#lib/lagesbild/atgardsplan/measure.ts';

export interface DemonstrationMeasure {
	readonly text: string;
	readonly kind: MeasureKind;
	/** Which of the lägesbild's findings it answers, from 0. */
	readonly findings: readonly number[];
	readonly board: string;
	readonly responsible: string;
	readonly partners: readonly string[];
	readonly from: string;
	readonly to: string;
	readonly cost: string;
	readonly funding: string;
	readonly specific: string;
	readonly measurable: string;
	readonly accepted: string;
	readonly realistic: string;
	/** `table|row` among the released tables. */
	readonly indicator: string;
	readonly followUps: readonly {
		readonly on: string;
		readonly status: MeasureStatus;
		readonly text: string;
	}[];
}

export interface DemonstrationPlan {
	readonly decision: { readonly body: string; readonly on: string; readonly reference: string };
	readonly measures: readonly DemonstrationMeasure[];
}

const routine: DemonstrationMeasure = {
	text: 'Ta fram en gemensam rutin för att ställa frågan',
	kind: 'forebygga',
	findings: [0],
	board: 'Socialnämnden',
	responsible: 'Utvecklingsledare för stöd till våldsutsatta',
	partners: ['Elevhälsan', 'Stödföreningen Nattlampan'],
	from: '2024-09-01',
	to: '2025-06-30',
	cost: '',
	funding: '',
	specific: 'Alla enheter som möter målgruppen har en skriftlig rutin',
	measurable: 'Enheternas svar om rutiner, och antalet orosanmälningar',
	accepted: 'Socialförvaltningen och utbildningsförvaltningen',
	realistic: 'En rutin från en av enheterna kan användas som förlaga',
	indicator: 'S11-socialtjanst|S11',
	followUps: [
		{ on: '2025-02-10', status: 'pagar', text: 'Ett utkast prövas av tre enheter.' },
		{
			on: '2025-03-31',
			status: 'klar',
			text: 'Rutinen är beslutad och införd i socialtjänsten. Skolan inför den nästa läsår.'
		}
	]
};

const training: DemonstrationMeasure = {
	text: 'Utbilda dem som möter barn och unga',
	kind: 'kompetens',
	findings: [1],
	board: 'Barn- och utbildningsnämnden',
	responsible: 'Verksamhetschef för elevhälsan',
	partners: ['Regionkoordinatorn mot prostitution och människohandel'],
	from: '2024-10-01',
	to: '2025-12-31',
	cost: '120 000',
	funding: 'Kommunstyrelsens medel för brottsförebyggande arbete',
	specific: 'Två tredjedelar av elevhälsan har gått utbildningen',
	measurable: 'Antal medarbetare med utbildning enligt kartläggningen',
	accepted: 'Rektorerna och elevhälsans ledning',
	realistic: 'Utbildningen är fri; kostnaden är vikarier',
	indicator: 'Z2-skola|Z2.lansstyrelsen_regionkoordinator',
	followUps: [
		{ on: '2025-03-03', status: 'pagar', text: 'Två tillfällen är hållna och ett till är planerat.' }
	]
};

const pledge: DemonstrationMeasure = {
	text: 'Besöka hotell och stugbyar tillsammans med polisen',
	kind: 'medborgarlofte',
	findings: [0],
	board: 'Kommunstyrelsen',
	responsible: 'Trygghetssamordnare',
	partners: ['Lokalpolisområde Sjövalla'],
	from: '2025-10-01',
	to: '2027-12-31',
	cost: '',
	funding: '',
	specific: 'Alla anläggningar har fått besök och vet vart de kan vända sig',
	measurable: 'Antal besökta anläggningar varje tertial',
	accepted: 'Polisen och besöksnäringens förening',
	realistic: 'Besöken görs inom ordinarie samverkan',
	indicator: '',
	followUps: [
		{ on: '2025-12-08', status: 'pagar', text: 'En tredjedel av anläggningarna är besökta.' },
		{ on: '2026-04-20', status: 'pagar', text: 'Två tredjedelar är besökta, och flera har ringt efteråt.' }
	]
};

const support: DemonstrationMeasure = {
	...routine,
	text: 'Samla vägen in till stöd hos en mottagning',
	kind: 'stod',
	findings: [2],
	responsible: 'Verksamhetschef för vuxenstöd',
	partners: ['Föreningen Brofästet'],
	from: '2025-10-01',
	to: '2026-12-31',
	cost: '650 000',
	funding: 'Socialnämndens utvecklingsmedel',
	specific: 'Den som söker hjälp får ett första samtal inom en vecka',
	measurable: 'Personer som saknade insats, enligt kartläggningen',
	accepted: 'Socialnämnden och föreningarna',
	realistic: 'Lokal och personal finns redan hos stödet till våldsutsatta',
	indicator: 'S23-socialtjanst|S23',
	followUps: [{ on: '2026-06-10', status: 'pagar', text: 'Mottagningen öppnade i maj med två medarbetare.' }]
};

/** The plan that rests on the lägesbild of a year. The first was followed up before the next lägesbild was written. */
export const sjovallaPlans: Readonly<Record<number, DemonstrationPlan>> = {
	2024: {
		decision: { body: 'Kommunfullmäktige', on: '2024-06-17', reference: '§ 97' },
		measures: [routine, training]
	},
	2025: {
		decision: { body: 'Kommunfullmäktige', on: '2025-06-16', reference: '§ 104' },
		measures: [support, pledge]
	}
};
