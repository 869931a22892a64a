import type { MethodAnswers } from '#lib/rounds/round.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';

/** What the demonstration's samordnare answered to Brå's four control questions. */
export const demonstrationMethod: MethodAnswers = {
	whyThisProblem:
		'Kommunfullmäktige har beslutat om en återkommande kartläggning med anledning av en motion. Området är lite känt lokalt, samtidigt som polisen och flera föreningar har pekat på att det finns personer som har erfarenhet av sex mot ersättning i kommunen.',
	sourcesUsed:
		'Polisen, socialtjänstens enheter, skolorna och de ideella organisationer som möter målgruppen har svarat på var sin enkät. Hälso- och sjukvården och bostadsbolagen har inte tillfrågats den här gången.',
	limitsOfSources:
		'Flera verksamheter frågar inte rutinmässigt och registrerar inte uppgifterna. De som inte söker stöd, och det som sker på nätet, syns dåligt i källorna. Samma person kan vara känd av flera verksamheter.',
	meaningOfLimits:
		'Låga tal får inte läsas som att problemet är litet. Åtgärder bör i första hand öka upptäckten, och talen bör följas hos samma enheter över tid innan slutsatser dras om utvecklingen.'
};

interface YearTexts {
	readonly annanInformation: string;
	readonly analys: string;
	readonly slutsatser: string;
}

const byYear: Readonly<Record<number, YearTexts>> = {
	2024: {
		annanInformation:
			'Lagen om kommuners ansvar för brottsförebyggande arbete (2023:196) gäller sedan den 1 juli 2023. Det är den första kartläggningen i serien, så det finns inga tidigare värden att jämföra med.\n\nRegionkoordinatorn mot prostitution och människohandel har gett råd om frågorna.',
		analys:
			'Bilden bygger på vad verksamheterna känner till. De verksamheter som frågar rutinmässigt känner till fler personer än de som inte frågar, vilket talar för att många inte upptäcks.\n\nCivilsamhället möter personer som inte har kontakt med socialtjänsten. Förtroendet för myndigheter behöver stärkas.',
		slutsatser:
			'Kommunen bör:\n\n- låta fler enheter ställa frågan rutinmässigt\n- göra vägen in till stöd tydligare för den som har erfarenhet av sex mot ersättning\n- upprepa kartläggningen med samma frågor nästa år.'
	},
	2025: {
		annanInformation:
			'Den 1 juli 2025 ändrades brottsbalken: köp av sexuell tjänst heter sedan dess köp av sexuell handling och omfattar även handlingar på distans. Förändringen gäller efter den period som kartläggningen avser, men påverkar jämförelser framåt.\n\nTvå föreningar har fått mindre bidrag under perioden och haft färre öppna kvällar.',
		analys:
			'Fler enheter än året före frågar om erfarenhet av sex mot ersättning. Det förklarar en del av de högre talen.\n\nUppgifterna om misstänkt människohandel för arbete påverkas av ett enstaka stort ärende. De ska inte läsas som en trend.\n\nSkolornas svar visar att elevhälsan sällan ställer frågan i hälsosamtalen.',
		slutsatser:
			'Kommunen bör:\n\n- ta fram en gemensam skriftlig rutin för socialtjänst och skola\n- utbilda elevhälsan i att ställa frågan\n- pröva uppsökande arbete på nätet tillsammans med civilsamhället.'
	},
	2027: {
		annanInformation:
			'Köp av sexuell handling omfattar sedan den 1 juli 2025 även handlingar på distans. Polisens uppgifter om anmälda brott kan därför inte jämföras rakt av med åren före.\n\nRegionkoordinatorn har utbildat personal i socialtjänsten och skolan under perioden.',
		analys:
			'Verksamheternas svar visar vad som är känt, inte hur många som är utsatta. Skillnader mellan sektorerna speglar i hög grad vem som frågar.\n\nEn enhet har börjat registrera uppgifterna, vilket höjer dess tal utan att utsattheten behöver ha ökat.',
		slutsatser:
			'Kommunen bör:\n\n- följa upp den gemensamma rutinen\n- fortsätta utbilda personal som möter barn och unga\n- ta ställning till behovet av en mottagning för vuxna med erfarenhet av sex mot ersättning.'
	}
};

/** The texts of a year's lägesbild, written into what the program begins with. */
export function demonstrationTexts(year: number, starting: LagesbildTexts): LagesbildTexts {
	const texts = byYear[year] ?? byYear[2027];
	if (!texts) throw new RangeError(`No texts for ${String(year)}`);
	return {
		...starting,
		...texts,
		council: {
			...starting.council,
			diarienummer: [`KS ${String(year)}/0142`],
			background:
				'Kommunfullmäktige har gett kommunstyrelsen i uppdrag att låta göra en återkommande kartläggning av sex mot ersättning och människohandel och att redovisa resultatet för fullmäktige.\n\nKartläggningen är en del av den lägesbild som kommunen ska ta fram enligt 4 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete.',
			consultation:
				'Ärendet har beretts av kommunledningsförvaltningen i samråd med socialförvaltningen och utbildningsförvaltningen. Avstämning har gjorts med lokalpolisområdet och med det lokala brottsförebyggande rådet.',
			bestInterestsOfChild:
				'Kartläggningen omfattar barn som är eller misstänks vara utsatta. Den ger kommunen bättre möjlighet att upptäcka och skydda barn.',
			genderEquality:
				'De som utsätts är till största delen kvinnor och flickor. Män, pojkar och hbtqi-personer upptäcks mer sällan, och frågan ställs mer sällan till dem.',
			economy: 'Lägesbilden medför inga ekonomiska konsekvenser i sig. Åtgärder prövas i kommande ärenden.',
			signatures: [
				{ name: 'Bengt Osterman', title: 'Kommundirektör' },
				{ name: 'Maja Ekström', title: 'Samordnare för brottsförebyggande arbete' }
			],
			sentTo: [
				{ name: 'Socialnämnden', purpose: 'for_atgard' },
				{ name: 'Barn- och utbildningsnämnden', purpose: 'for_atgard' },
				{ name: 'Lokalpolisområde Sjövalla', purpose: 'for_kannedom' },
				{ name: 'De svarande verksamheterna', purpose: 'for_kannedom' }
			]
		}
	};
}
