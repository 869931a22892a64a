import { resolve } from '$app/paths';

/** The way to what is below a round. Its name is left out where the page does not know it. */
export function roundTrail({
	roundId,
	name
}: {
	readonly roundId: string;
	readonly name?: string | undefined;
}) {
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/omgangar/[roundId]', { roundId }),
			text: name === undefined ? 'Omgången' : `Omgång ${name}`
		}
	];
}
