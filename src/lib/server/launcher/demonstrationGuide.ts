import type { Application } from '../application.ts';
import { describeDemonstration } from '../demonstration/describeDemonstration.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { roleName } from '../access/actor.ts';

/** The lines that show a newcomer round: who to sign in as, and a link to answer for each sector. Empty without demonstration. */
export async function demonstrationGuide(application: Application): Promise<string[]> {
	const guide = await describeDemonstration(application);
	if (!guide) return [];
	const signIns = guide.signIns.map(
		({ role, email, password }) => `    ${roleName[role].padEnd(12)}${email.padEnd(30)}${password}`
	);
	const links = guide.links.map(
		({ sector, unitName, address }) => `    ${sectorName[sector]} (${unitName}):\n      ${address}`
	);
	const nothingLeft =
		'    Inga länkar finns kvar att visa. Logga in som samordnare och byt en enhets länk på omgångens sida.';
	return [
		'  Demonstrationskommunen Sjövalla. Logga in som (e-post och lösenord):',
		...signIns,
		'',
		'  Svara på enkäten för en enhet i varje sektor:',
		...(links.length > 0 ? links : [nothingLeft]),
		''
	];
}
