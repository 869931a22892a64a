import { resolve } from '$app/paths';

/** The way to a lägesbild's page. */
export function lagesbildTrail({
	lagesbildId,
	year
}: {
	readonly lagesbildId: string;
	readonly year: number;
}) {
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }),
			text: `Lägesbild ${String(year)}`
		}
	];
}

/** The same, by its round, where it matters which version it is. */
export function versionTrail(place: {
	readonly lagesbildId: string;
	readonly round: { readonly roundId: string; readonly year: number };
	readonly version: number;
}) {
	const { lagesbildId, round, version } = place;
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/omgangar/[roundId]', { roundId: round.roundId }),
			text: `Omgång ${String(round.year)}`
		},
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }),
			text: `Lägesbild, version ${String(version)}`
		}
	];
}
