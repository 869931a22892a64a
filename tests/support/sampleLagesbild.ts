import { sealTable } from '#lib/disclosure/tables/sealTable.ts';
import type { TableColumn } from '#lib/disclosure/tables/indicatorTable.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { sampleCouncil } from './sampleCouncil.ts';
import { sampleChapters, sampleFigures } from './sampleLagesbildTexts.ts';

/** number → count, null → hidden, [low, high] → interval, '17 %' → share, '' → empty, other text → text. */
type CellWord = number | null | readonly [number, number] | string;

function releasedCell(word: CellWord): ReleasedCell {
	if (word === null) return { kind: 'hidden' };
	if (typeof word === 'number') return { kind: 'number', value: word };
	if (typeof word !== 'string') return { kind: 'interval', low: word[0], high: word[1] };
	if (word === '') return { kind: 'empty' };
	const share = /^(\d{1,3}) %$/.exec(word);
	return share ? { kind: 'share', value: Number(share[1]) } : { kind: 'text', text: word };
}

interface TableWords {
	readonly id: string;
	readonly title: string;
	readonly unit?: string;
	readonly base?: string;
	readonly notes?: readonly string[];
	/** A column whose title ends in `:text` holds text. */
	readonly columns: readonly string[];
	readonly rows: readonly (readonly [title: string, ...cells: CellWord[]])[];
}

export function releasedTable(words: TableWords): ReleasedTable {
	const columns = words.columns.map((title, index): TableColumn => ({
		id: `k${index + 1}`,
		title: title.replace(/:text$/, ''),
		kind: title.endsWith(':text') ? 'text' : 'number'
	}));
	return sealTable({
		id: words.id,
		title: words.title,
		unit: words.unit ?? 'personer',
		base: words.base ?? '31 av 35 verksamheter har svarat',
		notes: words.notes ?? [],
		columns,
		rows: words.rows.map(([title, ...cells], index) => ({
			id: `r${index + 1}`,
			title,
			cells: cells.map(releasedCell)
		}))
	});
}

const areas = [
	'Hamnstaden',
	'Norra Sjövalla',
	'Kvarnbacken',
	'Österängen',
	'Stationsområdet med omgivande kvarter',
	'Landsbygden'
];
const places = ['inomhus', 'utomhus', 'på nätet', 'vid större väg', 'okänt'];

const tables: readonly ReleasedTable[] = [
	releasedTable({
		id: 'kannedom-vuxna',
		title: 'Vuxna med erfarenhet av sex mot ersättning som verksamheterna hade kännedom om, 2026',
		base: '31 av 35 tillfrågade verksamheter har svarat',
		notes: [
			'Samma person kan ingå hos flera verksamheter. Antalet olika personer ligger i intervallet mellan den enskilda verksamhet som känner till flest och summan.'
		],
		columns: ['Svarande:text', 'Summa', 'Minst–högst', 'Säkert underlag'],
		rows: [
			['Polisen', '1 av 1', 9, [9, 9], '100 %'],
			['Socialtjänsten', '8 av 9', 23, [11, 23], '65 %'],
			['Skolan', '13 av 14', null, null, ''],
			['Civilsamhället', '9 av 11', 31, [14, 31], '48 %'],
			['Alla sektorer', '31 av 35', null, [31, 63], '']
		]
	}),
	releasedTable({
		id: 'kannedom-barn',
		title: 'Barn med erfarenhet av sex mot ersättning som verksamheterna hade kännedom om, 2026',
		notes: ['Inga uppgifter om kön redovisas för barn, eftersom antalen är små.'],
		columns: ['Under 15 år', '15–17 år', 'Samtliga barn'],
		rows: [
			['Polisen', 0, null, null],
			['Socialtjänsten', null, 7, null],
			['Skolan', null, 12, null],
			['Civilsamhället', 0, 6, 6]
		]
	}),
	releasedTable({
		id: 'lage-alder-kon',
		title:
			'Kontaktväg till personer som säljer eller på annat sätt får ersättning för sex, efter plats, ålder och kön, enligt socialtjänstens enheter och civilsamhällets stödverksamheter tillsammans, 2026',
		base: 'Socialtjänsten 8 av 9 enheter, civilsamhället 9 av 11 verksamheter',
		notes: [
			'Tabellen är bred: kolumnerna är kvinnor, män och annan könstillhörighet i tre åldersgrupper.',
			'En person kan ha flera kontaktvägar, så kolumnerna kan inte summeras.'
		],
		columns: [
			'Kvinnor 18–24 år',
			'Kvinnor 25–44 år',
			'Kvinnor 45 år och äldre',
			'Män 18–24 år',
			'Män 25–44 år',
			'Män 45 år och äldre',
			'Annan köns­tillhörighet',
			'Kön ej känt',
			'Samtliga'
		],
		rows: [
			['Öppen webbplats med annonser', 12, 18, 6, 5, 7, 0, null, null, 54],
			['Sociala medier eller spel', 14, 9, 0, 6, null, null, 0, 5, 38],
			['Gata eller torg', 0, null, null, 0, 0, 0, 0, 0, null],
			['Hotell, vandrarhem eller korttidsuthyrd lägenhet', 5, 8, null, 0, null, 0, 0, 6, 24],
			['Genom en person i bekantskapskretsen', 7, 6, 5, null, 0, null, 0, 0, 22],
			['Verksamheten vet inte', 3 + 4, 11, 5, 6, 8, 5, null, null, 1047]
		]
	}),
	releasedTable({
		id: 'anmalda-brott',
		title: 'Brott som har kommit till polisens kännedom i Sjövalla, 2024–2026',
		unit: 'brott',
		base: 'Polisen, lokalpolisområdet, 1 av 1 har svarat',
		notes: [
			'Den 1 juli 2025 ändrades brottsbeteckningen till köp av sexuell handling, och området vidgades till handlingar på distans. Åren före och efter kan inte jämföras rakt av.'
		],
		columns: ['2024', '2025', '2026', 'Går att jämföra:text'],
		rows: [
			['Köp av sexuell tjänst eller handling', 17, 21, 38, 'Nej, lagen har ändrats'],
			['Koppleri och grovt koppleri', 6, null, 8, 'Nej, lagen har ändrats'],
			['Utnyttjande av barn genom köp av sexuell handling', null, 5, 9, 'Ja'],
			['Människohandel för sexuella ändamål', 0, null, null, 'Ja']
		]
	}),
	releasedTable({
		id: 'status-svar',
		title: 'Vad verksamheterna svarade när de inte angav ett antal vuxna, 2026',
		unit: 'verksamheter',
		columns: [
			'Angav ett antal',
			'Noll – har frågat',
			'Vet ej',
			'Frågar inte',
			'Kan inte lämnas ut',
			'Gäller inte'
		],
		rows: [
			['Polisen', 1, 0, 0, 0, 0, 0],
			['Socialtjänsten', 5, 1, 1, 1, 0, 0],
			['Skolan', 2, 3, 2, 6, 0, 0],
			['Civilsamhället', 6, 0, 1, 0, 2, 0]
		]
	}),
	releasedTable({
		id: 'hinder',
		title: 'Hinder för att upptäcka utsatthet, andel av verksamheterna som instämmer, 2026',
		unit: 'procent av verksamheterna',
		base: '30 verksamheter besvarade frågan',
		columns: ['Socialtjänsten', 'Skolan', 'Civilsamhället', 'Alla'],
		rows: [
			['Vi saknar rutin för att fråga', null, '62 %', '33 %', '47 %'],
			['Vi vet inte vart vi kan hänvisa', null, '46 %', '22 %', '33 %'],
			['Personen vill inte ha kontakt med myndigheter', null, '15 %', '78 %', '43 %'],
			['Vi saknar tolk eller språkkunskap', null, '23 %', '44 %', '30 %'],
			['Annat hinder', null, null, null, '10 %']
		]
	}),
	releasedTable({
		id: 'omraden',
		title: 'Verksamheter som känner till platser för köp av sexuella handlingar, efter område, 2026',
		unit: 'verksamheter',
		notes: ['Områden med färre än 5 000 invånare redovisas inte för sig.'],
		columns: ['Ja', 'Nej', 'Vet ej', 'Ej svar'],
		rows: Array.from({ length: 26 }, (_, index) => [
			`${areas[index % areas.length] ?? ''}, ${places[Math.floor(index / areas.length)] ?? ''}`,
			index % 5 === 3 ? null : (index * 7) % 13,
			index % 7 === 2 ? null : (index * 3) % 17,
			(index * 5) % 11,
			4
		])
	})
];

/** An invented municipality's whole lägesbild, with every kind of block, figure and cell that the renderers meet. */
export function sampleLagesbild(changes: Partial<Lagesbild> = {}): Lagesbild {
	return {
		format: 1,
		municipality: { code: '9999', name: 'Sjövalla kommun', slug: 'sjovalla', population: 61_000 },
		series: {
			title: 'Sex mot ersättning och människohandel',
			slug: 'sex-mot-ersattning',
			legalBasis: 'Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete, 4 och 6 §§'
		},
		year: 2026,
		period: { from: calendarDate('2025-10-01'), to: calendarDate('2026-09-30') },
		version: 1,
		title: 'Lägesbild 2026: sex mot ersättning och människohandel i Sjövalla',
		responsible: {
			board: 'Kommunstyrelsen',
			coordinator: 'Astrid Fjellström, samordnare för brottsförebyggande arbete',
			email: 'brottsforebyggande@sjovalla.example'
		},
		summary: [
			'Verksamheter i Sjövalla kände till minst 31 och högst 63 vuxna med erfarenhet av sex mot ersättning under det senaste året.',
			'Skolan och socialtjänsten känner till barn i åldern 15–17 år; de flesta kontakterna börjar i sociala medier eller spel.',
			'Polisen har registrerat 38 brott som gäller köp av sexuell tjänst eller handling, men lagen har ändrats och åren går inte att jämföra.',
			'Sex av tretton skolor frågar inte och registrerar inte: det är den största kunskapsluckan.',
			'Var tredje verksamhet vet inte vart den kan hänvisa den som behöver stöd.'
		],
		reading: 'Minst är det största talet hos en enhet, högst är alla tal hoplagda.',
		appendix: [],
		caution:
			'Uppgifterna visar vad verksamheterna känner till, inte hur många som faktiskt är utsatta. En ökning kan bero på att fler frågar, fler utbildats eller att lagen ändrats. En låg siffra kan bero på att ingen frågar.',
		chapters: sampleChapters,
		figures: sampleFigures,
		tables,
		response: [
			{ sector: 'Polisen', asked: 1, answered: 1 },
			{ sector: 'Socialtjänsten', asked: 9, answered: 8 },
			{ sector: 'Skolan', asked: 14, answered: 13 },
			{ sector: 'Civilsamhället', asked: 11, answered: 9 }
		],
		protocol: {
			policy: {
				threshold: 5,
				minimumAnswers: 5,
				minimumOrganisations: 3,
				zeros: 'open',
				minimumShareBase: 10
			},
			cells: 214,
			hidden: 43,
			verified: true
		},
		council: sampleCouncil,
		approval: {
			writtenBy: 'Astrid Fjellström',
			approvedBy: 'Karl-Olov Tjäder',
			approvedOn: calendarDate('2026-11-12'),
			publishedOn: calendarDate('2026-11-13')
		},
		...changes
	};
}
