export const roles = ['samordnare', 'granskare', 'lasare'] as const;
export type Role = (typeof roles)[number];

/** The signed-in person of the municipality's staff that a use case is carried out for. */
export interface Actor {
	readonly accountId: string;
	readonly municipalityId: string;
	readonly name: string;
	readonly email: string;
	readonly role: Role;
}

export const roleName: Readonly<Record<Role, string>> = {
	samordnare: 'Samordnare',
	granskare: 'Granskare',
	lasare: 'Läsare'
};
