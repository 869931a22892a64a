import { placeOf } from '#lib/rounds/roundName.ts';
import type { Theme } from './theme.ts';

const words: readonly (readonly [code: string, label: string, description: string])[] = [
	[
		'samverkan',
		'Samverkan och kontaktvägar',
		'Samarbete mellan verksamheter, namngivna kontaktpersoner, möten, överenskommelser, eller att de saknas.'
	],
	['uppsokande', 'Uppsökande arbete', 'Att söka upp personer där de finns: på gatan, på nätet, i boenden.'],
	[
		'tillgangligt-stod',
		'Tillgängligt stöd',
		'Öppettider, väntetider, stöd utan tidsbokning eller remiss, mottagningar som finns eller saknas.'
	],
	[
		'bemotande',
		'Bemötande och förtroende',
		'Hur personer blir mötta, om de vågar berätta, förtroende för verksamheter och myndigheter.'
	],
	[
		'kunskap',
		'Kunskap och utbildning',
		'Personalens kunskap, utbildning, handledning och att kunna ställa frågan.'
	],
	[
		'rutiner',
		'Rutiner och arbetssätt',
		'Frågeformulär, rutiner, dokumentation, metoder och hur frågan ställs.'
	],
	[
		'resurser',
		'Resurser och organisation',
		'Personal, pengar, bidrag, omorganisationer och vem som har uppdraget.'
	],
	['boende', 'Boende och skydd', 'Skyddat boende, ordinarie boende, hemlöshet.'],
	['forsorjning', 'Ekonomi och försörjning', 'Skulder, bistånd, arbete och annan försörjning.'],
	['halsa', 'Hälsa och beroende', 'Vård, psykisk och fysisk hälsa, beroende, behandling.'],
	['barn-och-unga', 'Barn och unga', 'Det som särskilt gäller barn, unga och elever.'],
	['natet', 'Nätet och digitala arenor', 'Annonser, sociala medier, spel, handlingar på distans.'],
	[
		'manniskohandel',
		'Människohandel och tvång',
		'Tvång, kontroll, människohandel, människoexploatering och kriminella nätverk.'
	],
	['sprak', 'Språk och tolk', 'Tolk, information på andra språk, utländska medborgares villkor.'],
	[
		'sekretess',
		'Sekretess och regler',
		'Sekretess, anmälningsskyldighet, lagar och regler som hjälper eller hindrar.'
	],
	[
		'inte-nadda',
		'Grupper som inte nås',
		'Mörkertal och personer som verksamheterna inte ser eller når, även de som flyttar mellan kommuner.'
	],
	['kartlaggningen', 'Kartläggningen och frågorna', 'Synpunkter på frågorna, svarsalternativen och enkäten.']
];

/** The place of the first year that a round can be of. */
export const earliestPlace = placeOf({ year: 2000, part: null });

/** The code list that a series begins with, for the questions on free text of the standing questionnaires. */
export const defaultThemes: readonly Theme[] = words.map(([code, label, description]) => ({
	code,
	label,
	description,
	// The first that a round can have.
	firstPlace: earliestPlace,
	lastPlace: null,
	isUsed: false
}));
