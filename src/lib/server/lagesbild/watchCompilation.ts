import type { CompilationProgress } from '#lib/lagesbild/compilationProgress.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';

/** How far the compilation of a round has come; null when none is under way. */
export function readCompilation(
	{ compilations }: Application,
	{ municipalityId, role }: Actor,
	roundId: string
): CompilationProgress | null {
	const compilation = role === 'samordnare' ? compilations.find({ municipalityId, roundId }) : undefined;
	if (!compilation) return null;
	const { progress } = compilation;
	if (!progress) return { step: 'preparing', percent: 0 };
	return { step: progress.step, percent: Math.floor((100 * progress.done) / progress.of) };
}

/** Stops the compilation under way; nothing of it is kept. */
export function cancelCompilation(
	{ compilations }: Application,
	{ municipalityId, role }: Actor,
	roundId: string
): Result<null, 'not-allowed' | 'not-compiling'> {
	if (role !== 'samordnare') return refused('not-allowed');
	const compilation = compilations.find({ municipalityId, roundId });
	if (!compilation) return refused('not-compiling');
	compilation.stopping.abort();
	return accepted(null);
}
