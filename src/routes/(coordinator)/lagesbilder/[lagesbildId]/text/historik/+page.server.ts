import { error } from '@sveltejs/kit';
import { readTextHistory } from '#lib/server/lagesbild/readTextHistory.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { writtenMoment } from '#lib/shared/writtenDay.ts';
import { requireReviewer } from '../../../../requireActor.server.ts';
import { lagesbildIdOf } from '../../lagesbildEvent.server.ts';
import type { PageServerLoad } from './$types';

const revisionSchema = typedInteger('Ange ett heltal');

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const lagesbildId = lagesbildIdOf(event);
	const revision = revisionSchema.safeParse(event.url.searchParams.get('sparning'));
	const history = await readTextHistory(event.locals.application, actor, {
		lagesbildId,
		revision: revision.success ? revision.data : null
	});
	if (!history.ok) error(404, 'Lägesbilden finns inte');
	const { versions, chosen } = history.value;
	return {
		lagesbildId,
		versions: versions.map(({ savedAt, ...version }) => ({ ...version, savedAt: writtenMoment(savedAt) })),
		chosen
	};
};
