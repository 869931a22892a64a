import type { OrganisationKind } from '#lib/organisations/organisationKind.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Area, Municipality } from '../organisations/municipalityStore.ts';
import type { Role } from '../access/actor.ts';

/** The demonstration's municipality. It does not exist; neither do its organisations and people. */
export const sjovalla: Municipality = {
	municipalityId: '9999',
	name: 'Sjövalla kommun',
	slug: 'sjovalla',
	population: 61_000,
	administration: 'Kommunledningsförvaltningen',
	responsibleBoard: 'Kommunstyrelsen',
	coordinatorName: 'Maja Ekström',
	coordinatorEmail: 'maja.ekstrom@sjovalla.example',
	coordinatorPhone: '0999-100 20',
	isDemonstration: true
};

export const sjovallaAreas: readonly Area[] = [
	{ areaId: 'centrum', name: 'Centrum', population: 14_200 },
	{ areaId: 'norrstrand', name: 'Norrstrand', population: 11_300 },
	{ areaId: 'ekhagen', name: 'Ekhagen', population: 10_400 },
	{ areaId: 'sodra_viken', name: 'Södra Viken', population: 9800 },
	{ areaId: 'bruksbyn', name: 'Bruksbyn', population: 8100 },
	{ areaId: 'vastana', name: 'Västanå', population: 7200 }
];

export interface DemonstrationPerson {
	readonly name: string;
	readonly email: string;
	readonly role: Role;
}

/** The round that is open when the demonstration has been loaded; the last thing to be made. */
export const lastDemonstrationYear = 2026;

/** Everybody in the demonstration has this password; the start prints it. It is made only in an empty database of one's own. */
export const demonstrationPassword = 'strandpromenad-2026';

export const sjovallaStaff: readonly DemonstrationPerson[] = [
	{ name: 'Maja Ekström', email: 'samordnare@sjovalla.example', role: 'samordnare' },
	{ name: 'Jonas Åberg', email: 'granskare@sjovalla.example', role: 'granskare' },
	{ name: 'Karin Holmlund', email: 'lasare@sjovalla.example', role: 'lasare' }
];

export interface DemonstrationUnit {
	readonly name: string;
	readonly contactName: string;
	/** The code of the unit's answer to A1. */
	readonly kind: string;
	readonly areaId?: string;
	/** How much of what the sector meets comes to this unit; 0 = asks nobody, so knows of nobody. */
	readonly weight: number;
}

export interface DemonstrationOrganisation {
	readonly name: string;
	readonly kind: OrganisationKind;
	readonly sector: Sector;
	readonly units: readonly DemonstrationUnit[];
}

const police: DemonstrationOrganisation = {
	name: 'Polismyndigheten',
	kind: 'police',
	sector: 'polis',
	units: [
		{
			name: 'Lokalpolisområde Sjövalla',
			contactName: 'Per Wallgren',
			kind: 'lokalpolisomrade',
			weight: 1
		}
	]
};

const socialServices: DemonstrationOrganisation = {
	name: 'Socialförvaltningen i Sjövalla',
	kind: 'social_services',
	sector: 'socialtjanst',
	units: [
		{ name: 'Mottagning barn och unga', contactName: 'Lena Sand', kind: 'mottagning_barn_unga', weight: 1.2 },
		{ name: 'Utredning barn och unga', contactName: 'Ove Kvist', kind: 'utredning_barn_unga', weight: 0.9 },
		{ name: 'Vuxenenheten', contactName: 'Amira Nord', kind: 'vuxen_beroende', weight: 1.6 },
		{ name: 'Ekonomiskt bistånd', contactName: 'Sten Hallin', kind: 'ekonomiskt_bistand', weight: 0 },
		{ name: 'Relationsvåldsteamet', contactName: 'Ulla Brink', kind: 'vald_i_nara_relationer', weight: 1.1 },
		{ name: 'Socialjouren', contactName: 'Tom Berggård', kind: 'socialjour', weight: 0.4 },
		{ name: 'Fältgruppen', contactName: 'Nadja Lind', kind: 'faltverksamhet', weight: 0.8 },
		{ name: 'Boendeenheten', contactName: 'Rolf Modin', kind: 'boende_hemloshet', weight: 0.3 },
		{ name: 'Ungdomsmottagningen', contactName: 'Eva Stråle', kind: 'ungdomsmottagning', weight: 0.9 }
	]
};

const municipalSchools: readonly DemonstrationUnit[] = [
	{
		name: 'Strandskolan F–6',
		contactName: 'Inga Falk',
		kind: 'grundskola_f_6',
		areaId: 'norrstrand',
		weight: 0
	},
	{ name: 'Ekhagsskolan F–6', contactName: 'Bo Ljung', kind: 'grundskola_f_6', areaId: 'ekhagen', weight: 0 },
	{
		name: 'Bruksskolan F–6',
		contactName: 'Siv Öhman',
		kind: 'grundskola_f_6',
		areaId: 'bruksbyn',
		weight: 0.1
	},
	{
		name: 'Centralskolan 7–9',
		contactName: 'Håkan Ruth',
		kind: 'grundskola_7_9',
		areaId: 'centrum',
		weight: 1.4
	},
	{
		name: 'Vikskolan 7–9',
		contactName: 'Mona Skog',
		kind: 'grundskola_7_9',
		areaId: 'sodra_viken',
		weight: 1
	},
	{
		name: 'Norrstrandsskolan 7–9',
		contactName: 'Jan Alm',
		kind: 'grundskola_7_9',
		areaId: 'norrstrand',
		weight: 0.9
	},
	{
		name: 'Västanåskolan 7–9',
		contactName: 'Rut Enberg',
		kind: 'grundskola_7_9',
		areaId: 'vastana',
		weight: 0.6
	},
	{ name: 'Anpassade grundskolan', contactName: 'Leo Hane', kind: 'anpassad_grundskola', weight: 0.4 },
	{ name: 'Sjögymnasiet', contactName: 'Karl Dahlin', kind: 'gymnasieskola', areaId: 'centrum', weight: 1.8 },
	{
		name: 'Hantverksgymnasiet',
		contactName: 'Pia Lönn',
		kind: 'gymnasieskola',
		areaId: 'ekhagen',
		weight: 1.1
	},
	{
		name: 'Vuxenutbildningen',
		contactName: 'Ali Remmer',
		kind: 'komvux_sfi',
		areaId: 'centrum',
		weight: 0.5
	},
	{ name: 'Fritidsgårdarna', contactName: 'Disa Holm', kind: 'fritidsgard', weight: 0.7 }
];

function civilSociety(name: string, unit: Omit<DemonstrationUnit, 'name'>): DemonstrationOrganisation {
	return { name, kind: 'civil_society', sector: 'civilsamhalle', units: [{ ...unit, name }] };
}

export const sjovallaOrganisations: readonly DemonstrationOrganisation[] = [
	police,
	socialServices,
	{
		name: 'Utbildningsförvaltningen i Sjövalla',
		kind: 'school',
		sector: 'skola',
		units: municipalSchools
	},
	{
		name: 'Stiftelsen Fyrbåken',
		kind: 'school',
		sector: 'skola',
		units: [{ name: 'Fyrbåkens friskola 7–9', contactName: 'Moa Rask', kind: 'grundskola_7_9', weight: 0.5 }]
	},
	{
		name: 'Lärkdungens utbildning AB',
		kind: 'school',
		sector: 'skola',
		units: [{ name: 'Lärkdungens gymnasium', contactName: 'Nils Tern', kind: 'gymnasieskola', weight: 0.8 }]
	},
	civilSociety('Kvinnojouren Havsörnen', {
		contactName: 'Gun Selin',
		kind: 'kvinno_tjej_ungdomsjour',
		weight: 1.5
	}),
	civilSociety('Tjejjouren Silverlinden', {
		contactName: 'Ida Norén',
		kind: 'kvinno_tjej_ungdomsjour',
		weight: 1.3
	}),
	civilSociety('Stödcentrum för brottsutsatta i Sjövalla', {
		contactName: 'Åke Rydh',
		kind: 'brottsofferjour',
		weight: 0.5
	}),
	civilSociety('Sjövalla stadsdiakoni', { contactName: 'Britta Våg', kind: 'trossamfund', weight: 0.9 }),
	civilSociety('Stödföreningen Nattlampan', {
		contactName: 'Hanna Gård',
		kind: 'stodorganisation',
		weight: 2.2
	}),
	civilSociety('Hbtqi-föreningen Prisma i Sjövalla', {
		contactName: 'Kim Aspén',
		kind: 'hbtqi',
		weight: 0.7
	}),
	civilSociety('Nätverket Egen röst', { contactName: 'Vera Lund', kind: 'personer_som_saljer', weight: 1.1 }),
	civilSociety('Föreningen Brofästet', {
		contactName: 'Dan Cerny',
		kind: 'utsatta_eu_medborgare_migranter',
		weight: 1.2
	}),
	civilSociety('Barnrättsföreningen Kompassrosen', {
		contactName: 'Liv Hjelm',
		kind: 'barnratt',
		weight: 0.4
	}),
	civilSociety('Föreningen Klivet', { contactName: 'Olof Frid', kind: 'beroende_hemloshet', weight: 0.8 }),
	civilSociety('Idrottsalliansen i Sjövalla', { contactName: 'Tuva Ek', kind: 'idrott_ungdom', weight: 0 })
];
