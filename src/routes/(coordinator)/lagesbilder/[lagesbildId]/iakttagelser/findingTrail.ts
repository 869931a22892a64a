import { resolve } from '$app/paths';
import { lagesbildTrail } from '../lagesbildTrail.ts';

/** The way to a finding's page. */
export function findingTrail(place: { readonly lagesbildId: string; readonly roundName: string }) {
	return [
		...lagesbildTrail(place),
		{
			href: resolve('/(coordinator)/lagesbilder/[lagesbildId]/iakttagelser', {
				lagesbildId: place.lagesbildId
			}),
			text: 'Iakttagelser'
		}
	];
}
