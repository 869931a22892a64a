import type { ProtectionProgress } from '#lib/disclosure/protection.ts';
import type { Watch } from '../disclosure/protectInThread.ts';

/** A compilation under way: how far disclosure control has come, and how to stop it. */
export interface Compilation {
	progress: ProtectionProgress | null;
	readonly stopping: AbortController;
}

/** The compilations under way in this process, by municipality and round. What is lost with the process was not stored. */
export interface Compilations {
	/** Undefined while the round is being compiled already. */
	begin(place: CompilationPlace): Compilation | undefined;
	find(place: CompilationPlace): Compilation | undefined;
	end(place: CompilationPlace): void;
}

/** How a thread tells a compilation how far it has come, and learns that it is stopped. */
export function watchOf(compilation: Compilation): Watch {
	return {
		report: (progress) => {
			compilation.progress = progress;
		},
		signal: compilation.stopping.signal
	};
}

export interface CompilationPlace {
	readonly municipalityId: string;
	readonly roundId: string;
}

export function createCompilations(): Compilations {
	const underWay = new Map<string, Compilation>();
	const keyOf = ({ municipalityId, roundId }: CompilationPlace) => `${municipalityId} ${roundId}`;
	return {
		begin: (place) => {
			if (underWay.has(keyOf(place))) return undefined;
			const compilation = { progress: null, stopping: new AbortController() };
			underWay.set(keyOf(place), compilation);
			return compilation;
		},
		find: (place) => underWay.get(keyOf(place)),
		end: (place) => {
			underWay.delete(keyOf(place));
		}
	};
}
