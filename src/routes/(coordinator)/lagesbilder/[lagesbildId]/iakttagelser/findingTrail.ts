import { resolve } from '$app/paths';

/** The way to a finding's page. */
export function findingTrail({ lagesbildId, year }: { readonly lagesbildId: string; readonly year: number }) {
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }),
			text: `Lägesbild ${String(year)}`
		},
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]/iakttagelser', { lagesbildId }),
			text: 'Iakttagelser'
		}
	];
}
