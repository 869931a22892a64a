import { resolve } from '$app/paths';

/** The way to what is below a round. The year is left out where the page does not know it. */
export function roundTrail({
	roundId,
	year
}: {
	readonly roundId: string;
	readonly year?: number | undefined;
}) {
	return [
		{ href: resolve('/oversikt'), text: 'Översikt' },
		{
			href: resolve('/(coordinator)/omgangar/[roundId]', { roundId }),
			text: year === undefined ? 'Omgången' : `Omgång ${String(year)}`
		}
	];
}
