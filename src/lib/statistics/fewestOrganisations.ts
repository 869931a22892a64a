import type { Sector } from '#lib/organisations/sector.ts';
import type { SectorAnswers, SectorTexts } from './statisticsInput.ts';

/** The municipality runs both, so an organisation of the one may be one of the other. */
export const municipalSectors: ReadonlySet<Sector> = new Set<Sector>(['socialtjanst', 'skola']);

/** The fewest organisations, of the sizes given in answered units, that so many answers can come from. */
export function fewestThatCover(sizes: readonly number[], answers: number): number {
	const ranked = sizes.toSorted((one, other) => other - one);
	let covered = 0;
	let organisations = 0;
	while (covered < answers && organisations < ranked.length) {
		covered += ranked[organisations] ?? 0;
		organisations += 1;
	}
	return organisations;
}

/**
 * The fewest organisations that texts can come from, when it is known how many each sector wrote but not who. What the
 * municipal sectors wrote may all come from the same ones; police and associations are organisations of their own.
 */
export function fewestBehindTexts(
	written: readonly SectorTexts[],
	sectors: readonly Pick<SectorAnswers, 'sector' | 'response'>[]
): number {
	const behind = written.map(({ sector, texts }) => {
		const { response } = sectors.find((each) => each.sector === sector) ?? {};
		return { sector, organisations: fewestThatCover(response?.answeredByOrganisation ?? [], texts) };
	});
	const municipal = behind.filter(({ sector }) => municipalSectors.has(sector));
	const others = behind.filter(({ sector }) => !municipalSectors.has(sector));
	return (
		Math.max(0, ...municipal.map(({ organisations }) => organisations)) +
		others.reduce((sum, { organisations }) => sum + organisations, 0)
	);
}
