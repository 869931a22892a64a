import { resolve } from '$app/paths';

/** The way to a lägesbild's page. */
export function lagesbildTrail({
	lagesbildId,
	roundName
}: {
	readonly lagesbildId: string;
	readonly roundName: string;
}) {
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }),
			text: `Lägesbild ${roundName}`
		}
	];
}
