import type { Chapter, Figure } from '#lib/lagesbild/lagesbild.ts';

export const sampleFigures: readonly Figure[] = [
	{
		id: 'fig-kannedom',
		title: 'Vuxna som verksamheterna kände till, 2026',
		alt: 'Liggande staplar som visar lägsta och högsta antal per sektor: Polisen 9, Socialtjänsten 11 till 23, Skolan visas inte, Civilsamhället 14 till 31, alla sektorer 31 till 63.',
		table: 'kannedom-vuxna',
		kind: 'range',
		unit: 'personer',
		categories: ['Polisen', 'Socialtjänsten', 'Skolan', 'Civilsamhället', 'Alla sektorer'],
		series: [{ name: 'Minst–högst', values: [[9, 9], [11, 23], null, [14, 31], [31, 63]] }]
	},
	{
		id: 'fig-barn',
		title: 'Barn som verksamheterna kände till, efter ålder, 2026',
		alt: 'Stående staplar. Polisen: 0 under 15 år, 15–17 år visas inte. Socialtjänsten: under 15 år visas inte, 7 i åldern 15–17 år. Skolan: under 15 år visas inte, 12. Civilsamhället: 0 och 6.',
		table: 'kannedom-barn',
		kind: 'bar',
		unit: 'personer',
		categories: ['Polisen', 'Socialtjänsten', 'Skolan', 'Civilsamhället'],
		series: [
			{ name: 'Under 15 år', values: [0, null, null, 0] },
			{ name: '15–17 år', values: [null, 7, 12, 6] }
		]
	},
	{
		id: 'fig-brott',
		title: 'Brott som har kommit till polisens kännedom, 2024–2026',
		alt: 'Linjer över tre år. Köp av sexuell tjänst eller handling: 17, 21 och 38. Koppleri: 6, visas inte, 8. Utnyttjande av barn: visas inte, 5 och 9.',
		table: 'anmalda-brott',
		kind: 'line',
		unit: 'brott',
		categories: ['2024', '2025', '2026'],
		series: [
			{ name: 'Köp av sexuell tjänst eller handling', values: [17, 21, 38] },
			{ name: 'Koppleri', values: [6, null, 8] },
			{ name: 'Utnyttjande av barn', values: [null, 5, 9] }
		]
	},
	{
		id: 'fig-status',
		title: 'Hur verksamheterna svarade på frågan om vuxna, 2026',
		alt: 'Staplade staplar. Av skolans 13 svarande angav 2 ett antal, 3 noll, 2 vet ej och 6 frågar inte. I socialtjänsten angav 5 av 8 ett antal och i civilsamhället 6 av 9.',
		table: 'status-svar',
		kind: 'stacked-bar',
		unit: 'verksamheter',
		categories: ['Polisen', 'Socialtjänsten', 'Skolan', 'Civilsamhället'],
		series: [
			{ name: 'Angav ett antal', values: [1, 5, 2, 6] },
			{ name: 'Noll – har frågat', values: [0, 1, 3, 0] },
			{ name: 'Vet ej', values: [0, 1, 2, 1] },
			{ name: 'Frågar inte', values: [0, 1, 6, 0] },
			{ name: 'Kan inte lämnas ut', values: [0, 0, 0, 2] }
		]
	},
	{
		id: 'fig-hinder',
		title: 'Hinder för att upptäcka utsatthet, 2026',
		alt: 'Liggande staplar. 47 procent av verksamheterna saknar rutin för att fråga, 43 procent möter personer som inte vill ha kontakt med myndigheter, 33 procent vet inte vart de kan hänvisa och 30 procent saknar tolk.',
		table: 'hinder',
		kind: 'horizontal-bar',
		unit: 'procent av verksamheterna',
		categories: [
			'Vi saknar rutin för att fråga',
			'Personen vill inte ha kontakt med myndigheter',
			'Vi vet inte vart vi kan hänvisa',
			'Vi saknar tolk eller språkkunskap',
			'Annat hinder'
		],
		series: [{ name: 'Alla', values: [47, 43, 33, 30, 10] }]
	}
];

export const sampleChapters: readonly Chapter[] = [
	{
		id: 'kartlaggning',
		title: 'Kartläggning',
		sections: [
			{
				id: 'omfattning',
				title: 'Omfattning',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Socialtjänsten (8 av 9 enheter svarade) hade kännedom om 23 vuxna; polisen 9; civilsamhället 31. Samma person kan ingå flera gånger. Minst 31 och högst 63 personer.'
					},
					{ kind: 'figure', figure: 'fig-kannedom' },
					{ kind: 'table', table: 'kannedom-vuxna' },
					{
						kind: 'note',
						title: 'Så läser du intervallet',
						text: 'Det lägre talet är den enskilda verksamhet som känner till flest. Det högre är summan av alla. Hur många som är samma person vet ingen, eftersom inga personuppgifter samlas in.'
					}
				]
			},
			{
				id: 'barn',
				title: 'Barn',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Barn i åldern 15–17 år är kända i skola, socialtjänst och civilsamhälle. Uppgifter om yngre barn visas inte där antalet är litet.'
					},
					{ kind: 'figure', figure: 'fig-barn' },
					{ kind: 'table', table: 'kannedom-barn' }
				]
			},
			{
				id: 'konsekvenser',
				title: 'Konsekvenser för den enskilde och för samhället',
				blocks: [
					{ kind: 'paragraph', text: 'Verksamheterna beskriver återkommande:' },
					{
						kind: 'list',
						items: [
							'psykisk ohälsa, självskadebeteende och missbruk hos den utsatta,',
							'skolfrånvaro och avbrutna studier bland barn och unga,',
							'skulder till den som förmedlar kontakten, som gör det svårt att lämna,',
							'lägenheter som används för köp av sexuella handlingar, med otrygghet för grannar.'
						]
					},
					{
						kind: 'quote',
						text: 'Det börjar ofta med en gåva eller en skjuts. När vi får veta har det pågått länge.'
					}
				]
			},
			{
				id: 'platser',
				title: 'Platser och kontaktvägar',
				blocks: [
					{ kind: 'table', table: 'lage-alder-kon' },
					{ kind: 'table', table: 'omraden' }
				]
			}
		]
	},
	{
		id: 'annan_information',
		title: 'Annan information av betydelse',
		sections: [
			{
				id: 'brott',
				title: 'Anmälda brott',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Fler anmälningar betyder ofta att fler brott upptäcks. Under 2026 genomförde polisen två särskilda insatser i kommunen.'
					},
					{ kind: 'figure', figure: 'fig-brott' },
					{ kind: 'table', table: 'anmalda-brott' }
				]
			}
		]
	},
	{
		id: 'analys',
		title: 'Analys',
		sections: [
			{
				id: 'upptackt',
				title: 'Upptäckt beror på vem som frågar',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Skillnaderna mellan verksamheterna speglar i första hand om de frågar. Sex av tretton skolor frågar inte; där de frågar finns också svar.'
					},
					{ kind: 'figure', figure: 'fig-status' },
					{ kind: 'table', table: 'status-svar' },
					{ kind: 'figure', figure: 'fig-hinder' },
					{ kind: 'table', table: 'hinder' }
				]
			},
			{
				id: 'orsaker',
				title: 'Orsaker och skyddsfaktorer',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Riskfaktorer som nämns av minst tre sektorer är tidigare våldsutsatthet, placering utanför hemmet, spelskulder och osäker bostadssituation. En vuxen att lita på och en känd väg till stöd nämns som skydd.'
					}
				]
			}
		]
	},
	{
		id: 'slutsatser',
		title: 'Slutsatser och ställningstagande till behovet av åtgärder',
		sections: [
			{
				id: 'behov',
				title: 'Behov av åtgärder',
				blocks: [
					{
						kind: 'list',
						items: [
							'Alla skolor behöver en rutin för att fråga och för att hänvisa vidare.',
							'Verksamheterna behöver en gemensam kontaktväg till stöd, med kända öppettider.',
							'Hotell och uthyrare bör få information om tecken på utnyttjande.'
						]
					}
				]
			}
		]
	},
	{
		id: 'metod',
		title: 'Metod och kvalitet',
		sections: [
			{
				id: 'varfor',
				title: 'Varför valdes problemet?',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Kommunfullmäktige beslutade 2023 att kartlägga området med anledning av en motion.'
					}
				]
			},
			{
				id: 'kallor',
				title: 'Vilka källor användes och vilka valdes bort?',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Enkät till 35 verksamheter i fyra sektorer och polisens uppgifter om anmälda brott. Hälso- och sjukvården ingår inte i omgången.'
					}
				]
			}
		]
	},
	{
		id: 'skydd',
		title: 'Så har vi skyddat uppgifterna',
		sections: [
			{
				id: 'rojandekontroll',
				title: 'Röjandekontroll',
				blocks: [
					{
						kind: 'paragraph',
						text: 'Antal som gäller 1–4 personer visas inte. Ytterligare uppgifter är dolda för att de första inte ska kunna räknas ut.'
					}
				]
			}
		]
	}
];
