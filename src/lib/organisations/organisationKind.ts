/** The eight kinds of partner (shared domain, samverkansnätverk), in the order of the register. */
export const organisationKinds = [
	'police',
	'social_services',
	'school',
	'civil_society',
	'housing_or_hospitality',
	'health_care',
	'county_board_or_coordinator',
	'other_authority'
] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationKindName: Readonly<Record<OrganisationKind, string>> = {
	police: 'Polis',
	social_services: 'Socialtjänst',
	school: 'Skola',
	civil_society: 'Civilsamhälle',
	housing_or_hospitality: 'Bostadsbolag, hotell eller besöksnäring',
	health_care: 'Region eller vård',
	county_board_or_coordinator: 'Länsstyrelse eller regionkoordinator',
	other_authority: 'Annan myndighet'
};
