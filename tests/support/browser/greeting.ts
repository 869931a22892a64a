import { inject } from 'vitest';
import { sectorName, type Sector } from '#lib/organisations/sector.ts';

export const staffRoles = ['samordnare', 'granskare', 'lasare'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What the server printed when it started is what a newcomer has; the tests begin with the same. */
export function signInOf(role: StaffRole): { email: string; password: string } {
	const line = new RegExp(`(${role}@\\S+)\\s+(\\S+)`).exec(inject('serverGreeting'));
	const [, email, password] = line ?? [];
	if (email === undefined || password === undefined) throw new Error(`No sign-in printed for ${role}`);
	return { email, password };
}

/** A link that can still be answered in the round of 2026. */
export function printedLink(sector: Sector): { unitName: string; token: string; address: string } {
	const pattern = new RegExp(`${sectorName[sector]} \\((.+)\\):\\n\\s+(\\S+/svara/(\\S+))`);
	const [, unitName, address, token] = pattern.exec(inject('serverGreeting')) ?? [];
	if (unitName === undefined || address === undefined || token === undefined) {
		throw new Error(`No link printed for ${sector}`);
	}
	return { unitName, address, token };
}
