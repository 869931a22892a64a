import type { ReferenceArea } from '#lib/reference/referenceSeries.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { replaceAreas } from './areaStore.ts';
import { changeReference } from './changeReference.ts';

/** Says which kommuner the own one is compared with. Values of one that is left out stay, and are not shown. */
export async function saveAreas(
	application: Application,
	actor: Actor,
	areas: readonly ReferenceArea[]
): Promise<Result<null, 'not-allowed' | 'own-kommun'>> {
	return await changeReference<null, 'own-kommun'>(application, actor, {
		subject: () => 'kommuner',
		make: async (sql) => {
			if (areas.some(({ code }) => code === actor.municipalityId)) return refused('own-kommun');
			await replaceAreas(sql, areas);
			return accepted(null);
		}
	});
}
