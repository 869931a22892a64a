import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { chapmanEstimate } from '#lib/statistics/released/chapmanEstimate.ts';
import type { Block } from '../lagesbild.ts';
import { paragraph } from '../reportSections.ts';
import { sectorTitle, targetGroups } from '../sentences.ts';
import type { OverlapEstimate } from './overlapEstimate.ts';
import { personsOfSource } from './personsOfSource.ts';

/** The estimate in words, marked as one, with what it stands on. Nothing where a number it needs is not shown. */
export function estimateParts(
	tables: readonly ReleasedTable[],
	estimate: OverlapEstimate | undefined
): Block[] {
	if (!estimate) return [];
	const { group, both, matching } = estimate;
	const one = personsOfSource(tables, group, estimate.one);
	const other = personsOfSource(tables, group, estimate.other);
	if (one === undefined || other === undefined || both > Math.min(one, other)) return [];
	const found = chapmanEstimate({ one, other, both });
	const words = targetGroups.find(({ id }) => id === group)?.words ?? 'personer';
	const [first, second] = [estimate.one, estimate.other].map((sector) => sectorTitle(sector).toLowerCase());
	return [
		paragraph(
			`Skattning, inte uppmätt: omkring ${numberText(found.estimate)} ${words}, de som ingen av källorna känner till inräknade. Med 95 procents säkerhet är det mellan ${numberText(found.least)} och ${numberText(found.most)}, om villkoren nedan stämmer.`
		),
		paragraph(
			`Den bygger på två källor: den enhet i ${first ?? ''} som känner till flest (${numberText(one)} personer) och den i ${second ?? ''} (${numberText(other)}). Källorna har uppgett att ${numberText(both)} personer finns hos båda. ${matching}`
		),
		{
			kind: 'list',
			items: [
				'Samma område, samma period och samma grupp av människor hos båda källorna, och ingen har kommit till eller lämnat gruppen under perioden.',
				'Att en person är känd av den ena källan gör det varken mer eller mindre troligt att den andra känner till personen. Hänvisar källorna till varandra blir skattningen för låg.',
				'Alla i gruppen har samma möjlighet att bli kända. Är några svårare att nå än andra blir skattningen för låg.',
				'Källorna har jämförts rätt: ingen har räknats som samma person av misstag, och ingen dubblett har missats.',
				'Metod: Chapmans skattning med Sebers varians och log-normalt intervall.'
			]
		}
	];
}
