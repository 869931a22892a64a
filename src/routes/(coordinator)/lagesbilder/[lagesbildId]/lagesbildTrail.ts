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
