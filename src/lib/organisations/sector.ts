/** The four sectors that have a default questionnaire (shared domain, § 2.5–2.8). The order is the order of the report. */
export const sectors = ['polis', 'socialtjanst', 'skola', 'civilsamhalle'] as const;

export type Sector = (typeof sectors)[number];

export const sectorName: Readonly<Record<Sector, string>> = {
	polis: 'Polisen',
	socialtjanst: 'Socialtjänsten',
	skola: 'Skolan',
	civilsamhalle: 'Civilsamhället'
};
