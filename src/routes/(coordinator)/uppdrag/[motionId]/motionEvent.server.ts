import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/actor.ts';
import { readMotion, type MotionView } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { idInAddress } from '../../idInAddress.server.ts';

interface MotionEvent {
	readonly locals: App.Locals;
	readonly params: { readonly motionId: string };
}

export const motionMissing = 'Motionen finns inte';

/** @throws a 404 page when the address holds no id. */
export function motionIdOf({ params }: Pick<MotionEvent, 'params'>): string {
	return idInAddress(params.motionId, motionMissing);
}

/** @throws a 404 page when there is no such motion. */
export async function requireMotion(event: MotionEvent, actor: Actor): Promise<MotionView> {
	const view = await readMotion(event.locals.application, actor, motionIdOf(event));
	if (!view.ok) error(404, motionMissing);
	return view.value;
}
