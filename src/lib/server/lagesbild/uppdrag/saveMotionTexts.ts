import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changeMotion } from './changeMotion.ts';
import { updateMotionTexts } from './motionStore.ts';

export type MotionTextRefusal = 'not-allowed' | 'unknown-motion' | 'changed-meanwhile';

/** Saves the answer's texts unless somebody else has saved since the writer began: then nothing is written. */
export async function saveMotionTexts(
	application: Application,
	actor: Actor,
	edit: { readonly motionId: string; readonly revision: number; readonly texts: MotionTexts }
): Promise<Result<null, MotionTextRefusal>> {
	const { motionId, revision, texts } = edit;
	return await changeMotion<null, MotionTextRefusal>(application, actor, {
		motionId,
		action: 'motion-texts-saved',
		make: async (sql, motion) => {
			if (motion.revision !== revision) return refused('changed-meanwhile');
			await updateMotionTexts(sql, motionId, texts);
			return accepted(null);
		}
	});
}
