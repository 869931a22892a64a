import type { CouncilDocument } from '#lib/lagesbild/lagesbild.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

export const sampleCouncil: CouncilDocument = {
	administration: 'Kommunledningsförvaltningen',
	date: calendarDate('2026-11-13'),
	diarienummer: ['KS 2026/0412', 'SON 2026/0188', 'BUN 2026/0231'],
	officer: 'Astrid Fjellström',
	recipient: 'Kommunstyrelsen',
	heading: 'Lägesbild 2026 om sex mot ersättning och människohandel, med svar på motion',
	proposals: [
		{
			body: 'socialnämnden',
			points: ['att för egen del ställa sig bakom lägesbilden']
		},
		{
			body: 'barn- och utbildningsnämnden',
			points: [
				'att för egen del ställa sig bakom lägesbilden',
				'att ge förvaltningen i uppdrag att ta fram en rutin för att fråga och hänvisa vidare, klar senast den 30 juni 2027'
			]
		},
		{
			body: 'kommunfullmäktige',
			points: [
				'att lägga lägesbild 2026 till handlingarna',
				'att lägesbilden ska vara underlag för den åtgärdsplan som fastställs 2027',
				'att anse motionen besvarad'
			]
		}
	],
	background: [
		'Enligt 4 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete ska kommunen ta fram en lägesbild över brottsligheten. Den ska uppdateras minst vartannat år.',
		'Kommunfullmäktige remitterade den 27 mars 2023 en motion om att kartlägga sex mot ersättning. Lägesbilden svarar på motionens första och fjärde att-sats.'
	],
	consultation: [
		'Förslaget har beretts av kommunledningsförvaltningen tillsammans med socialförvaltningen och barn- och utbildningsförvaltningen. Samråd har skett med lokalpolisområdet och med strategiska rådet den 3 november 2026.'
	],
	bestInterestsOfChild: [
		'Barn i åldern 15–17 år är kända i tre sektorer. En rutin för att fråga och hänvisa bedöms vara till barnets bästa. Uppgifter om enskilda barn har inte samlats in.'
	],
	genderEquality: [
		'De flesta som verksamheterna känner till är flickor och kvinnor, men även pojkar och män finns i underlaget. Kön redovisas där antalen medger det.'
	],
	economy: [
		'Lägesbilden ryms inom budget. Kostnader för åtgärder redovisas i samband med att åtgärdsplanen fastställs.'
	],
	signatures: [
		{ name: 'Ingegerd Lövstav', title: 'Kommundirektör' },
		{ name: 'Per-Arne Skogsjö', title: 'Socialdirektör' }
	],
	sentTo: [
		{ name: 'Barn- och utbildningsnämnden', purpose: 'for_atgard' },
		{ name: 'Socialnämnden', purpose: 'for_kannedom' },
		{ name: 'Motionären', purpose: 'for_kannedom' }
	],
	documents: [
		'Tjänsteskrivelse, kommunledningsförvaltningen, 2026-11-13',
		'Lägesbild 2026: sex mot ersättning och människohandel i Sjövalla (PDF/A), 2026-11-13',
		'Tabeller till lägesbilden (CSV), 2026-11-13',
		'Motion om att kartlägga sex mot ersättning, 2023-03-14'
	]
};
