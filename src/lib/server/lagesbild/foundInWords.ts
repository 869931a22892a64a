import type { Unprotected } from '#lib/disclosure/protection.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { countInWords } from '#lib/statistics/countInWords.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import type { FoundOut } from '#lib/statistics/worlds/attackReports.ts';

const explanation =
	'Den som lägger ihop tabellerna kan räkna fram vad enskilda enheter har svarat här, eller att det är få personer. Prövningen har redan gjorts med allt om frågan utelämnat. Det räckte inte.';

/** What an attack found out and nothing could be left out to prevent: the questions in their own words, each once. */
export function foundInWords(found: readonly FoundOut[], { sectors }: RoundAnswers): Unprotected[] {
	const labels = found.flatMap(({ sector, counts }) =>
		sectors
			.filter(({ instrument }) => instrument.sector === sector)
			.flatMap(({ instrument }) =>
				instrument.variables
					.filter(({ code }) => counts.includes(code))
					.map((variable) => `${sectorName[sector]}: ${countInWords(instrument, variable)}`)
			)
	);
	return [...new Set(labels)].map((label) => ({
		key: label,
		label,
		equations: [explanation],
		members: [],
		publishedBefore: [],
		remedies: []
	}));
}
