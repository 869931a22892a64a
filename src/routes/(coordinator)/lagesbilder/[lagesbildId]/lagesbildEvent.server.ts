import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/actor.ts';
import { readLagesbild, type LagesbildView } from '#lib/server/lagesbild/readLagesbild.ts';
import { idInAddress } from '../../idInAddress.server.ts';

interface LagesbildEvent {
	readonly locals: App.Locals;
	readonly params: { readonly lagesbildId: string };
}

const goneText = 'Lägesbilden finns inte';

/** @throws a 404 page when the address holds no id. */
export function lagesbildIdOf({ params }: Pick<LagesbildEvent, 'params'>): string {
	return idInAddress(params.lagesbildId, goneText);
}

/** @throws a 404 page when there is no such lägesbild. */
export async function requireLagesbild(event: LagesbildEvent, actor: Actor): Promise<LagesbildView> {
	const view = await readLagesbild(event.locals.application, actor, lagesbildIdOf(event));
	if (!view.ok) error(404, goneText);
	return view.value;
}
