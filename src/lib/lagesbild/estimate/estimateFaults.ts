import { numberText } from '#lib/shared/numberText.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { sectorTitle } from '../sentences.ts';
import type { OverlapEstimate } from './overlapEstimate.ts';
import { personsOfSource } from './personsOfSource.ts';

interface FieldFault {
	readonly field: string;
	readonly message: string;
}

/**
 * Why an estimate cannot be made of what is shown. The number in both parts each source in two, and neither part may be
 * of so few persons that it could point one of them out.
 *
 * @param released the tables that are shown, and the threshold that they were protected by
 */
export function estimateFaults(
	estimate: OverlapEstimate | undefined,
	{
		tables,
		protocol
	}: Pick<LagesbildInput['released'], 'tables'> & {
		readonly protocol: Pick<LagesbildInput['released']['protocol'], 'policy'>;
	}
): FieldFault[] {
	if (!estimate) return [];
	const { one, other, both } = estimate;
	const { threshold } = protocol.policy;
	if (one === other) return [{ field: 'estimate.other', message: 'Välj två olika källor för skattningen' }];
	const sources = (['one', 'other'] as const).map((place) => ({
		place,
		persons: personsOfSource(tables, estimate.group, estimate[place])
	}));
	const unknown = sources.flatMap(({ place, persons }): FieldFault[] =>
		persons === undefined
			? [
					{
						field: `estimate.${place}`,
						message: `Antalet hos ${sectorTitle(estimate[place]).toLowerCase()} visas inte i lägesbilden, så det kan inte användas i en skattning`
					}
				]
			: []
	);
	if (unknown.length > 0) return unknown;
	const fewest = Math.min(...sources.map(({ persons = 0 }) => persons));
	if (both > fewest)
		return [
			{
				field: 'estimate.both',
				message: `Hos båda kan det finnas högst ${numberText(fewest)} personer: så många känner den ena källan till`
			}
		];
	const isOfFew = (persons: number) => persons > 0 && persons < threshold;
	const parts = [both, ...sources.map(({ persons = 0 }) => persons - both)];
	if (both === 0 || parts.some(isOfFew))
		return [
			{
				field: 'estimate.both',
				message: `Skattningen kan inte visas: de som finns hos båda, eller bara hos den ena, är färre än ${numberText(threshold)}`
			}
		];
	return [];
}
