import { resolve } from '$app/paths';

/** The way down to a page below a lägesbild. */
export function lagesbildTrail(place: {
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
