/**
 * What a unit may answer instead of a number (option list L2). A count is a number or one of these: the five are
 * different answers and are never merged, in storage or in print.
 */
export const countStatuses = ['noll', 'vet_ej', 'fragar_inte', 'kan_inte_lamnas_ut', 'galler_inte'] as const;

export type CountStatus = (typeof countStatuses)[number];

export const countStatusText: Readonly<Record<CountStatus, string>> = {
	noll: 'Noll – vi har frågat eller sökt och inte funnit någon',
	vet_ej: 'Vet ej',
	fragar_inte: 'Vi frågar inte eller registrerar inte detta',
	kan_inte_lamnas_ut: 'Kan inte lämnas ut (sekretess)',
	galler_inte: 'Gäller inte vår verksamhet'
};

/** The same in running text. */
export const countStatusWord: Readonly<Record<CountStatus, string>> = {
	noll: 'noll',
	vet_ej: 'vet ej',
	fragar_inte: 'vi frågar inte',
	kan_inte_lamnas_ut: 'kan inte lämnas ut',
	galler_inte: 'gäller inte oss'
};
