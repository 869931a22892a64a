import type { ColumnKey } from '#lib/organisations/register/registerCells.ts';

type Cells = Partial<Record<ColumnKey, string>>;

/** Partners of the network that get no questionnaire. They do not exist; neither do their people. */
const network: readonly Cells[] = [
	{
		organisation: 'Sjövallahem AB',
		kind: 'Bostadsbolag',
		unit: 'Trygghet i boendet',
		size: '3 400',
		measure: 'lägenheter',
		contact: 'Jessika Tornberg',
		role: 'Trygghetschef',
		email: 'jessika.tornberg@sjovallahem.example',
		phone: '0999-201 10',
		councilPosition: 'Trygghetschef',
		councilFrom: '2023-09-01'
	},
	{
		organisation: 'Hotell Fyrvaktaren',
		kind: 'Hotell',
		unit: 'Receptionen',
		area: 'Centrum',
		size: '86',
		measure: 'rum',
		contact: 'Milo Sandvik',
		role: 'Hotellchef',
		email: 'milo.sandvik@fyrvaktaren.example',
		phone: '0999-201 44',
		language: 'Engelska',
		agreement: 'Överenskommelse om utbildning i besöksnäringen',
		purposes: 'Personalen känner igen tecken på människohandel\nPersonalen vet vart den ska vända sig',
		areas: 'Hotell och korttidsuthyrning i Centrum',
		agreementFrom: '2025-03-01',
		agreementTo: '2027-02-28'
	},
	{
		organisation: 'Region Sjöland',
		kind: 'Region eller vård',
		unit: 'Akutmottagningen i Sjövalla',
		contact: 'Noor Adelsvärd',
		role: 'Verksamhetschef',
		email: 'noor.adelsvard@regionsjoland.example',
		phone: '0999-301 00'
	},
	{
		organisation: 'Länsstyrelsen i Sjölands län',
		kind: 'Länsstyrelse',
		unit: 'Regionkoordinatorn mot människohandel',
		contact: 'Petra Lindeberg',
		role: 'Regionkoordinator',
		email: 'petra.lindeberg@lst-sjoland.example',
		phone: '0999-400 12'
	},
	{
		organisation: 'Skatteverket',
		kind: 'Annan myndighet',
		unit: 'Servicekontoret i Sjövalla',
		contact: 'Anders Vallgren',
		email: 'anders.vallgren@myndighet.example'
	}
];

/** What the register holds of those who answer, besides whom they are. */
const answering: readonly Cells[] = [
	{
		organisation: 'Polismyndigheten',
		unit: 'Lokalpolisområde Sjövalla',
		contact: 'Per Wallgren',
		role: 'Kommunpolis',
		phone: '0999-114 14',
		councilPosition: 'Lokalpolisområdeschef',
		councilFrom: '2023-09-01',
		agreement: 'Samverkansöverenskommelse polis och kommun 2024–2027',
		agreementReference: 'KS 2023/0412',
		purposes: 'Förebygga brott och öka tryggheten\nUpptäcka människohandel tidigt',
		areas: 'Hela kommunen\nUtsatthet för sex mot ersättning',
		agreementFrom: '2024-01-01',
		agreementTo: '2027-12-31'
	},
	{
		organisation: 'Socialförvaltningen i Sjövalla',
		unit: 'Vuxenenheten',
		contact: 'Amira Nord',
		role: 'Enhetschef',
		phone: '0999-100 61',
		councilPosition: 'Avdelningschef',
		councilFrom: '2023-09-01'
	},
	{
		organisation: 'Socialförvaltningen i Sjövalla',
		unit: 'Vuxenenheten',
		contact: 'Sofia Lindgård',
		role: 'Socialsekreterare',
		email: 'sofia.lindgard@sjovalla.example',
		isMain: 'Nej',
		contactFrom: '2025-01-01'
	},
	{
		organisation: 'Utbildningsförvaltningen i Sjövalla',
		unit: 'Sjögymnasiet',
		size: '940',
		measure: 'elever',
		sizeFrom: '2025-08-15',
		contact: 'Karl Dahlin',
		role: 'Rektor',
		phone: '0999-105 20'
	},
	{
		organisation: 'Utbildningsförvaltningen i Sjövalla',
		unit: 'Vikskolan 7–9',
		size: '410',
		measure: 'elever',
		sizeFrom: '2025-08-15',
		contact: 'Mona Skog',
		role: 'Kurator'
	},
	{
		organisation: 'Kvinnojouren Havsörnen',
		unit: 'Kvinnojouren Havsörnen',
		contact: 'Gun Selin',
		role: 'Verksamhetsansvarig',
		phone: '0999-150 00',
		agreement: 'Idéburet offentligt partnerskap om stöd och skyddat boende',
		agreementKind: 'IOP',
		agreementReference: 'SN 2024/0097',
		purposes: 'Stöd till personer som utsätts för våld\nSkyddat boende för personer som säljer sex',
		areas: 'Hela kommunen',
		agreementFrom: '2024-07-01',
		agreementTo: '2027-06-30'
	},
	// Written another way than in the list of partners: the program shows that they may be one person.
	{
		organisation: 'Tjejjouren Silverlinden',
		unit: 'Tjejjouren Silverlinden',
		contact: 'Ida Noren',
		role: 'Jouransvarig',
		email: 'ida.noren@silverlinden.example',
		isMain: 'Nej',
		contactFrom: '2025-02-01'
	},
	{
		organisation: 'Socialförvaltningen i Sjövalla',
		unit: 'Fältgruppen',
		contact: 'Wilma Åsberg',
		role: 'Fältsekreterare',
		email: 'wilma.asberg@sjovalla.example',
		isMain: 'Nej',
		contactFrom: '2025-09-01'
	}
];

export const sjovallaRegister: readonly Cells[] = [...network, ...answering];

/** A person of the demonstration who has left, with who came after. */
export const sjovallaSuccession = {
	leaving: 'Nadja Lind',
	successor: 'Wilma Åsberg',
	lastDay: '2025-08-31'
} as const;

/** Somebody whose address mail has come back from. */
export const sjovallaBounce = {
	name: 'Anders Vallgren',
	on: '2025-11-03',
	reason: '550 5.1.1 Mottagaren finns inte'
} as const;
