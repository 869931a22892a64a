import { error } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#lib/server/access/actor.ts';
import { readLagesbild, type LagesbildView } from '#lib/server/lagesbild/readLagesbild.ts';

interface LagesbildEvent {
	readonly locals: App.Locals;
	readonly params: { readonly lagesbildId: string };
}

const goneText = 'Lägesbilden finns inte';

/** @throws a 404 page when the address holds no id; the database would take that for a fault. */
export function lagesbildIdOf({ params }: Pick<LagesbildEvent, 'params'>): string {
	const lagesbildId = z.uuid().safeParse(params.lagesbildId);
	if (!lagesbildId.success) error(404, goneText);
	return lagesbildId.data;
}

/** @throws a 404 page when there is no such lägesbild. */
export async function requireLagesbild(event: LagesbildEvent, actor: Actor): Promise<LagesbildView> {
	const view = await readLagesbild(event.locals.application, actor, lagesbildIdOf(event));
	if (!view.ok) error(404, goneText);
	return view.value;
}
