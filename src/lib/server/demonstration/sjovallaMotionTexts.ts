import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';

const supports = (office: string) => [`att tillstyrka ${office} förslag till beslut.`];

/** The answer of two offices to three boards, kommunstyrelsen and fullmäktige: five blocks of proposals. */
export function linkopingLikeTexts(starting: MotionTexts): MotionTexts {
	return {
		...starting,
		administrations: ['Socialförvaltningen', 'Utbildningsförvaltningen'],
		matter:
			'Att någon får ersättning för sex är sällan känt av bara en verksamhet. Kommunens arbete vilar därför på skolans undervisning, socialtjänstens stöd, polisens ingripanden och föreningarnas uppsökande arbete.\n\nSkolan undervisar återkommande om sexualitet, samtycke och relationer. Kommunen har dessutom ett idéburet offentligt partnerskap med Stödföreningen Nattlampan, som möter elever, vårdnadshavare och personal.\n\nMottagningar för den som köper sex och för den som har fått ersättning finns i några andra kommuner. Hur verksamma metoderna är vet man ännu lite om, och en nationell utvärdering väntas. Förvaltningarna anser att den bör inväntas.\n\nKartläggningen har gjorts varje år sedan 2024. Den visar vad verksamheterna känner till, hur många medarbetare som har utbildats och vilket stöd som saknas, och den är underlag för åtgärdsplanen.',
		goals:
			'Förslaget hör till målen om trygghet och om en skola där alla elever mår bra och klarar sina studier.',
		codetermination: 'Förslaget föranleder varken information eller förhandling.',
		basis: ['Lägesbild 2025, med tabellbilaga'],
		council: {
			...starting.council,
			officer: 'Maja Ekström',
			recipient: 'Socialnämnden, Barn- och utbildningsnämnden, Gymnasie- och vuxenutbildningsnämnden',
			proposals: [
				{ body: 'Socialnämnden', points: supports('Socialförvaltningens') },
				{ body: 'Barn- och utbildningsnämnden', points: supports('Utbildningsförvaltningens') },
				{ body: 'Gymnasie- och vuxenutbildningsnämnden', points: supports('Utbildningsförvaltningens') },
				{
					body: 'Kommunstyrelsen',
					points: supports('Socialförvaltningens och Utbildningsförvaltningens')
				},
				{ body: 'Kommunfullmäktige', points: [] }
			],
			background:
				'Motionärerna vill att kommunen gör mer för att minska efterfrågan på sex mot ersättning och för att stödja den som utnyttjas. Motionen har remitterats till tre nämnder.',
			consultation:
				'Svaret är skrivet av socialförvaltningen och utbildningsförvaltningen. Lokalpolisområdet, regionkoordinatorn och Stödföreningen Nattlampan har lämnat uppgifter. Kultur- och fritidsförvaltningen och säkerhetsenheten har tagit del av förslaget och har ingen erinran.',
			bestInterestsOfChild:
				'Förslaget rör barn som utnyttjas eller riskerar att bli det. Undervisning, utbildad personal och en återkommande kartläggning ökar chansen att de upptäcks i tid.',
			genderEquality:
				'De som utnyttjas är oftast flickor och kvinnor och de som köper är oftast män. Pojkar, män och hbtqi-personer upptäcks mer sällan. Uppgifter fördelade på kön finns i lägesbilden.',
			economy:
				'Förslaget ryms inom nämndernas budget. Åtgärder som kostar mer prövas när åtgärdsplanen beslutas.',
			signatures: [
				{ name: 'Bengt Osterman', title: 'Kommundirektör' },
				{ name: 'Gunvor Ahlsten', title: 'Socialdirektör' },
				{ name: 'Rikard Tjäder', title: 'Utbildningsdirektör' }
			],
			sentTo: [
				{ name: 'Kommunstyrelsen', purpose: 'for_kannedom' },
				{ name: 'Motionärerna', purpose: 'for_kannedom' }
			]
		}
	};
}
